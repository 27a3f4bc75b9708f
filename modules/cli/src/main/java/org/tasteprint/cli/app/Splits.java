package org.tasteprint.cli.app;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Track;

/** Which tracks a split names. */
final class Splits {
    private static final String TRAIN = "train";

    private Splits() {}

    /** The split to train on: the one named; where none is, {@code train} if tracks are split at all, else every track (empty). */
    static String training(List<Track> tracks, String named) {
        if (!named.isEmpty()) {
            return existing(tracks, named);
        }
        return tracks.stream().anyMatch(track -> track.split().equals(TRAIN)) ? TRAIN : "";
    }

    /** The name, checked: at least one track must be in the split. */
    static String existing(List<Track> tracks, String name) {
        if (tracks.stream().noneMatch(track -> track.split().equals(name))) {
            TreeSet<String> there = tracks.stream()
                    .map(Track::split)
                    .filter(split -> !split.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
            throw new TasteprintException(
                    Kind.NOT_FOUND,
                    there.isEmpty()
                            ? "no track is in split '%s'; the catalogue has no splits: use --folds instead".formatted(name)
                            : "no track is in split '%s'; there are: %s".formatted(name, String.join(", ", there)));
        }
        return name;
    }

    /** The tracks of a split; all of them when the name is empty. */
    static List<Track> of(List<Track> tracks, String name) {
        if (name.isEmpty()) {
            return tracks;
        }
        existing(tracks, name);
        return tracks.stream().filter(track -> track.split().equals(name)).toList();
    }
}
