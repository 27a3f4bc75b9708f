package org.tasteprint.taste;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tasteprint.core.Track;

/** What a network hears in tracks. */
@FunctionalInterface
public interface TrackTags {
    /** Nothing is known of any. */
    TrackTags UNKNOWN = trackId -> Map.of();

    /** Less is noise: a tag that a network gives with such a probability is often wrong. */
    double LEAST = 0.1;

    /** The probability of each tag, 0 to 1, in the mean over the track; empty for a track that has not been listened to. */
    Map<String, Double> of(String trackId);

    /** Tags that both tracks have, the surest first; their genre where it is the same and tags are not known. */
    default List<String> shared(Track one, Track other, int most) {
        Map<String, Double> ofOne = of(one.id());
        Map<String, Double> ofOther = of(other.id());
        List<String> tags = ofOne.keySet().stream()
                .filter(tag -> both(ofOne, ofOther, tag) >= LEAST)
                .sorted(Comparator.comparingDouble((String tag) -> both(ofOne, ofOther, tag)).reversed())
                .limit(most)
                .toList();
        boolean sameGenre = !one.genre().isBlank() && one.genre().equals(other.genre());
        return tags.isEmpty() && sameGenre ? List.of(one.genre()) : tags;
    }

    private static double both(Map<String, Double> one, Map<String, Double> other, String tag) {
        return Math.min(one.get(tag), other.getOrDefault(tag, 0.0));
    }
}
