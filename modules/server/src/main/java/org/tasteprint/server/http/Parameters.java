package org.tasteprint.server.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The query of one request, checked at the door: names that the operation does not know and names given twice are refused, so
 * that a misspelt parameter is an error rather than a different answer.
 */
public final class Parameters {
    private final Map<String, List<String>> query;

    private Parameters(Map<String, List<String>> query) {
        this.query = query;
    }

    /** @throws BadParameterException for a name that is not among {@code known}, or is given more than once */
    public static Parameters of(Context request, String... known) {
        Map<String, List<String>> query = request.queryParamMap();
        query.forEach((name, values) -> {
            if (!List.of(known).contains(name)) {
                String shown = BadParameterException.shown(name);
                throw BadParameterException.saying(shown, "parameter %s is not known here; known are %s"
                        .formatted(shown, known.length == 0 ? "none" : String.join(", ", known)));
            }
            if (values.size() > 1) {
                throw BadParameterException.saying(name, "parameter %s is given %d times; give it once".formatted(name, values.size()));
            }
            // PostgreSQL has no such character.
            if (values.getFirst().indexOf('\0') >= 0) {
                throw BadParameterException.saying(name, "%s must not contain the character U+0000".formatted(name));
            }
        });
        return new Parameters(query);
    }

    /** The text of a parameter, or empty when it is not there. */
    public String text(String name) {
        return query.getOrDefault(name, List.of("")).getFirst();
    }

    /** A whole number of a range, or {@code otherwise} when it is not there. */
    public int number(String name, int low, int high, int otherwise) {
        if (!query.containsKey(name)) {
            return otherwise;
        }
        String text = text(name);
        try {
            int number = Integer.parseInt(text);
            if (number >= low && number <= high) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through: a text that is no number is told the same as a number out of range.
        }
        throw new BadParameterException(name, text, "must be a whole number in %d..%d".formatted(low, high));
    }

    /** One of several texts, or {@code otherwise} when it is not there. */
    public String oneOf(String name, List<String> allowed, String otherwise) {
        if (!query.containsKey(name)) {
            return otherwise;
        }
        if (!allowed.contains(text(name))) {
            throw new BadParameterException(
                    name, text(name), "must be one of " + String.join(", ", new TreeSet<>(allowed)));
        }
        return text(name);
    }

    /** The text of a parameter as the only entry, or no entry when it is not there. */
    public List<String> list(String name) {
        return query.containsKey(name) ? List.of(text(name)) : List.of();
    }

    /** A whole number, or null when it is not there. */
    public Integer numberOrNull(String name) {
        return query.containsKey(name) ? (Integer) number(name, Integer.MIN_VALUE, Integer.MAX_VALUE, 0) : null;
    }

    /** A number in 0..1, or {@code otherwise} when it is not there. */
    public double share(String name, double otherwise) {
        return real(name, 0, 1, otherwise);
    }

    /** A number of a range, or {@code otherwise} when it is not there. */
    public double real(String name, int low, int high, double otherwise) {
        if (!query.containsKey(name)) {
            return otherwise;
        }
        try {
            double number = Double.parseDouble(text(name));
            if (number >= low && number <= high) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through, as above.
        }
        throw new BadParameterException(name, text(name), "must be a number in %d..%d".formatted(low, high));
    }

    /** Whether a parameter is {@code true}; it is not when it is not there. */
    public boolean flag(String name) {
        return oneOf(name, List.of("true", "false"), "false").equals("true");
    }
}
