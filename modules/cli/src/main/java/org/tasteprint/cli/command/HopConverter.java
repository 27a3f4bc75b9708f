package org.tasteprint.cli.command;

import org.tasteprint.features.Hop;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 1s} or {@code 3s} on the command line, with or without the unit. */
final class HopConverter implements ITypeConverter<Hop> {
    @Override
    public Hop convert(String text) {
        try {
            return Hop.parse(text.matches("\\d+") ? text + "s" : text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
