package org.tasteprint.genre;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The genre of a song.
 *
 * @param genre         what most of its segments were taken for; among equals the one of highest mean probability
 * @param probabilities mean over the segments, by label in the model's order; they sum to 1. The highest of them need not be
 *     that of {@code genre}
 * @param segments      how many segments decided
 */
public record Classification(String genre, Map<String, Double> probabilities, int segments) {
    public Classification {
        requireNonNull(genre, "genre is null");
        probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
    }
}
