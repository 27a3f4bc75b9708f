package org.tasteprint.taste.listener;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What is known of a listener beside what they played, as items of their history: one for each column of {@code users.csv} that
 * says something. Numbers of 10 or more, such as ages and years of birth, are told apart by decades.
 */
public final class AttributeItems {
    private static final int DECADE = 10;

    private AttributeItems() {}

    /** The names of the items, in the order of their columns. */
    public static List<String> of(Map<String, String> attributes) {
        return attributes.entrySet().stream()
                .filter(attribute -> !attribute.getValue().isBlank())
                .map(attribute -> "attribute %s=%s".formatted(attribute.getKey(), value(attribute.getValue().strip())))
                .sorted()
                .toList();
    }

    private static String value(String text) {
        OptionalDouble number = number(text);
        if (number.isEmpty() || Math.abs(number.getAsDouble()) < DECADE) {
            return text;
        }
        return "%d0s".formatted((long) Math.floor(number.getAsDouble() / DECADE));
    }

    private static OptionalDouble number(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty(); // a word
        }
    }
}
