package org.tasteprint.catalog;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tasteprint.core.Reaction;

/**
 * One row of what a listener did.
 *
 * @param trackId  the track
 * @param reaction what they did
 * @param plays    how many listens it stands for: more than 1 where a source only counted them
 * @param rating   the mark they gave where {@code reaction} is {@link Reaction#RATING}, in 0..5
 * @param at       when; absent when the source did not say
 */
public record FeedbackEntry(String trackId, Reaction reaction, int plays, OptionalDouble rating, Optional<Instant> at) {
    public FeedbackEntry {
        requireNonNull(trackId, "trackId is null");
        requireNonNull(reaction, "reaction is null");
        requireNonNull(rating, "rating is null");
        requireNonNull(at, "at is null");
    }
}
