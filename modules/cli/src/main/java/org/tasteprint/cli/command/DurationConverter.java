package org.tasteprint.cli.command;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A length of time on the command line: {@code 7s}, {@code 1m30s}, {@code 0.5s}, {@code 1h}; a bare number is seconds. */
final class DurationConverter implements ITypeConverter<Duration> {
    private static final Pattern TEXT = Pattern.compile("(?:(\\d{1,3})h)?(?:(\\d{1,5})m)?(?:(\\d{1,6}(?:\\.\\d{1,9})?)s?)?");

    @Override
    public Duration convert(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (text.isBlank() || !parts.matches()) {
            throw new TypeConversionException("'%s' is no length of time: write 30s, 1m30s or 1h".formatted(text));
        }
        return Duration.ofHours(parts.group(1) == null ? 0 : Long.parseLong(parts.group(1)))
                .plusMinutes(parts.group(2) == null ? 0 : Long.parseLong(parts.group(2)))
                .plusNanos(parts.group(3) == null ? 0 : Math.round(Double.parseDouble(parts.group(3)) * 1e9));
    }
}
