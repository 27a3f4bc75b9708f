package org.tasteprint.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One thing a listener did with a track.
 *
 * @param userId   the listener
 * @param trackId  the track
 * @param reaction what they did
 * @param rating   the mark they gave where {@code reaction} is {@link Reaction#RATING}, otherwise 0
 * @param at       when, or {@link #UNDATED}
 */
public record Feedback(String userId, String trackId, Reaction reaction, double rating, Instant at) {
    /** Stands for a time that is not known. */
    public static final Instant UNDATED = Instant.EPOCH;

    public Feedback {
        requireNonNull(userId, "userId is null");
        requireNonNull(trackId, "trackId is null");
        requireNonNull(reaction, "reaction is null");
        requireNonNull(at, "at is null");
    }
}
