package org.tasteprint.catalog.log;

import java.util.Locale;
import java.util.OptionalDouble;
import org.tasteprint.core.Reaction;

/**
 * What the event column of a log says: {@code play}, {@code like}, {@code dislike}, {@code skip} or {@code rating=4.5}.
 *
 * @param rating the mark, in 0..5, of a rating
 */
record Event(Reaction reaction, OptionalDouble rating) {
    /** What a row of a log says that names no event. */
    static final Event PLAYED = without(Reaction.PLAY);

    private static final String RATING = "rating=";
    private static final double BEST = 5;

    static Event parse(String text) {
        String value = text.strip().toLowerCase(Locale.ROOT);
        if (value.startsWith(RATING)) {
            return new Event(Reaction.RATING, OptionalDouble.of(mark(value.substring(RATING.length()))));
        }
        return switch (value) {
            case "play" -> without(Reaction.PLAY);
            case "like" -> without(Reaction.LIKE);
            case "dislike" -> without(Reaction.DISLIKE);
            case "skip" -> without(Reaction.SKIP);
            default -> throw new BadRow("event '%s' is none of play, like, dislike, skip, rating=4.5".formatted(text));
        };
    }

    private static Event without(Reaction reaction) {
        return new Event(reaction, OptionalDouble.empty());
    }

    private static double mark(String text) {
        try {
            double mark = Double.parseDouble(text);
            if (mark >= 0 && mark <= BEST) {
                return mark;
            }
        } catch (NumberFormatException e) {
            throw new BadRow("rating '%s' is not a number".formatted(text));
        }
        throw new BadRow("rating '%s' is not between 0 and 5".formatted(text));
    }
}
