package org.tasteprint.genre;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Track;

/** Picks the tracks that can teach or test: those with a genre. */
final class Labelled {
    private Labelled() {}

    /**
     * The tracks of a split that have a genre; of all splits when {@code split} is empty.
     *
     * @throws TasteprintException {@code INVALID_INPUT} when there are none; it says which splits there are
     */
    static List<Track> inSplit(List<Track> tracks, String split) {
        List<Track> labelled = tracks.stream().filter(track -> !track.genre().isBlank()).toList();
        List<Track> chosen =
                labelled.stream().filter(track -> split.isEmpty() || track.split().equals(split)).toList();
        if (chosen.isEmpty()) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT,
                    labelled.isEmpty()
                            ? "none of the %d tracks has a genre: import a dataset folder whose tracks.csv names genres"
                                    .formatted(tracks.size())
                            : "no track with a genre is in split '%s'; there are %s: choose one of these"
                                    .formatted(split, counts(labelled)));
        }
        return chosen;
    }

    /** @throws TasteprintException {@code INVALID_INPUT} when all tracks are of one genre */
    static void requireTwoLabels(List<Track> tracks) {
        List<String> labels = tracks.stream().map(Track::genre).distinct().toList();
        if (labels.size() < 2) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT,
                    "training needs at least two genres, and all %d tracks are '%s': choose another split or label more"
                            .formatted(tracks.size(), labels.getFirst()));
        }
    }

    private static String counts(List<Track> tracks) {
        Map<String, Long> counts = tracks.stream()
                .collect(Collectors.groupingBy(
                        track -> track.split().isEmpty() ? "(none)" : track.split(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> "%s: %d".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
