package org.tasteprint.cli.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tasteprint.index.query.Years;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 1994} and {@code 1990-1999}. */
final class YearsConverter implements ITypeConverter<Years> {
    private static final Pattern YEARS = Pattern.compile("(\\d{4})(?:-(\\d{4}))?");

    @Override
    public Years convert(String text) {
        Matcher years = YEARS.matcher(text.strip());
        if (!years.matches()) {
            throw new TypeConversionException("'%s' is no year: write 1994 or 1990-1999".formatted(text));
        }
        int from = Integer.parseInt(years.group(1));
        int to = years.group(2) == null ? from : Integer.parseInt(years.group(2));
        if (to < from) {
            throw new TypeConversionException("'%s' runs backwards: write %d-%d".formatted(text, to, from));
        }
        return new Years(from, to);
    }
}
