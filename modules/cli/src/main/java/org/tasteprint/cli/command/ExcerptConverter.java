package org.tasteprint.cli.command;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tasteprint.audio.Excerpt;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A length of sound on the command line: {@code 7s}, {@code 7.5s}, {@code 2m}; empty is the whole. */
final class ExcerptConverter implements ITypeConverter<Excerpt> {
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,5}(?:\\.\\d{1,3})?)(s|m)");

    @Override
    public Excerpt convert(String text) {
        if (text.isEmpty()) {
            return new Excerpt.Whole();
        }
        Matcher matcher = LENGTH.matcher(text);
        if (!matcher.matches() || new BigDecimal(matcher.group(1)).signum() == 0) {
            throw new TypeConversionException("'%s' is no length of sound: write 7s, 7.5s or 2m".formatted(text));
        }
        int seconds = matcher.group(2).equals("m") ? 60 : 1;
        BigDecimal millis = new BigDecimal(matcher.group(1)).movePointRight(3).multiply(BigDecimal.valueOf(seconds));
        return new Excerpt.Middle(Duration.ofMillis(millis.longValue()));
    }
}
