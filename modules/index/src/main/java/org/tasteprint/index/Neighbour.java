package org.tasteprint.index;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * A point that lies near another.
 *
 * @param id         the track or user it stands for
 * @param similarity cosine of the angle between the two, in -1..1; 1 = the same direction
 */
public record Neighbour(String id, double similarity) {
    static final Comparator<Neighbour> NEAREST_FIRST =
            Comparator.comparingDouble(Neighbour::similarity).reversed().thenComparing(Neighbour::id);

    public Neighbour {
        requireNonNull(id, "id is null");
    }
}
