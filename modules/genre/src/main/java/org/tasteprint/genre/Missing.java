package org.tasteprint.genre;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** Which tracks lack which features. */
final class Missing {
    private final Map<String, Set<String>> tracksByFeature = new TreeMap<>();

    void add(String feature, String trackId) {
        tracksByFeature.computeIfAbsent(feature, f -> new LinkedHashSet<>()).add(trackId);
    }

    void addAll(Missing other) {
        other.tracksByFeature.forEach((feature, tracks) -> tracks.forEach(track -> add(feature, track)));
    }

    /** Tracks that lack at least one. */
    Set<String> tracks() {
        Set<String> all = new LinkedHashSet<>();
        tracksByFeature.values().forEach(all::addAll);
        return all;
    }

    /** The error when nothing is left of {@code wanted} tracks: which feature they lack, and how to get it. */
    TasteprintException nothingLeft(Collection<String> wanted) {
        List<String> absent = tracksByFeature.entrySet().stream()
                .filter(entry -> entry.getValue().size() == wanted.size())
                .map(Map.Entry::getKey)
                .toList();
        String features = String.join(",", absent.isEmpty() ? tracksByFeature.keySet() : absent);
        return new TasteprintException(
                Kind.NOT_FOUND,
                "none of the %d tracks has all of the features asked for; missing: %s. Run %s"
                        .formatted(wanted.size(), features, remedy(features)));
    }

    private static String remedy(String features) {
        List<String> names = List.of(features.split(","));
        List<String> extracted = names.stream().filter(name -> !name.equals("taste")).toList();
        String extract = extracted.isEmpty() ? "" : "./tasteprint extract --features " + String.join(",", extracted);
        String train = names.contains("taste") ? "./tasteprint train taste" : "";
        return extract.isEmpty() || train.isEmpty() ? extract + train : extract + ", then " + train;
    }
}
