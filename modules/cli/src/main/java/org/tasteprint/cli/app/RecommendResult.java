package org.tasteprint.cli.app;

import java.util.List;
import java.util.Optional;
import org.tasteprint.core.Track;
import org.tasteprint.taste.Recommendation;

/** Recommendations, best first. */
public record RecommendResult(List<Found> results) {
    /** One recommended track. */
    public record Found(String trackId, double score, String why, String artist, String title) {
        static Found of(Recommendation item, Optional<Track> track) {
            return new Found(
                    item.trackId(),
                    item.score(),
                    item.why(),
                    track.map(Track::artist).orElse(""),
                    track.map(Track::title).orElse(""));
        }
    }
}
