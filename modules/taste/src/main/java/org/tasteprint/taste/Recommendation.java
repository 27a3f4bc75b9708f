package org.tasteprint.taste;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A track that a listener will probably like and has not met.
 *
 * @param trackId the track
 * @param score   how much, in -1..1: the cosine of the listener's and the track's vector
 * @param why     one sentence: what the recommendation rests on
 * @param restsOn the listener's tracks that add most to the score, the first most
 * @param tags    what the track has in common with the first of these
 */
public record Recommendation(String trackId, double score, String why, List<Reason> restsOn, List<String> tags) {
    public Recommendation {
        requireNonNull(trackId, "trackId is null");
        requireNonNull(why, "why is null");
        restsOn = List.copyOf(restsOn);
        tags = List.copyOf(tags);
    }

    /**
     * A track of the listener's history.
     *
     * @param contribution what it adds to the score
     */
    public record Reason(String trackId, double contribution) {}
}
