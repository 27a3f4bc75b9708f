package org.tasteprint.taste;

import static java.util.Objects.requireNonNull;

/**
 * A track that a listener will probably like and has not met.
 *
 * @param trackId the track
 * @param score   how much, in -1..1: the cosine of the listener's and the track's vector
 * @param why     one sentence: what the recommendation rests on
 */
public record Recommendation(String trackId, double score, String why) {
    public Recommendation {
        requireNonNull(trackId, "trackId is null");
        requireNonNull(why, "why is null");
    }
}
