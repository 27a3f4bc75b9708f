package org.tasteprint.cli.app;

import java.util.List;
import java.util.Optional;
import org.tasteprint.core.Track;
import org.tasteprint.taste.Recommendation;
import org.tasteprint.taste.Recommendation.Reason;

/** Recommendations, best first. */
public record RecommendResult(List<Found> results) {
    /**
     * One recommended track.
     *
     * @param restsOn the listener's tracks that add most to the score
     * @param tags    what it has in common with the first of these
     */
    public record Found(
            String trackId, double score, String why, String artist, String title, List<Reason> restsOn, List<String> tags) {
        static Found of(Recommendation item, Optional<Track> track) {
            return new Found(
                    item.trackId(),
                    item.score(),
                    item.why(),
                    track.map(Track::artist).orElse(""),
                    track.map(Track::title).orElse(""),
                    item.restsOn(),
                    item.tags());
        }
    }
}
