package org.tasteprint.cli.app;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tasteprint.features.FeatureNames;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.features.Hop;
import org.tasteprint.taste.TasteModel;

/** What a tower hears where nobody says: the default features, or where no track has these, another one that is stored. */
final class TowerFeatures {
    private static final List<String> BEST_FIRST = List.of(
            FeatureNames.MUSICNN_MTT + FeatureNames.PENULTIMATE,
            FeatureNames.MUSICNN_MSD + FeatureNames.PENULTIMATE,
            FeatureNames.MUSICNN_MTT + FeatureNames.TAGGRAM,
            FeatureNames.MUSICNN_MSD + FeatureNames.TAGGRAM,
            FeatureNames.CHOI_160,
            FeatureNames.MUSICNN_RENDERED,
            FeatureNames.LOG_MEL_STATS);
    /** Neither is a summary of a track's sound: one is what a tower makes, the other what a convolutional one reads. */
    private static final List<String> UNFIT = List.of(TasteModel.FEATURE, FeatureNames.LOG_MEL);
    /** So many tracks, evenly spread, tell what is stored. */
    private static final int ASKED_AT_MOST = 2000;

    private TowerFeatures() {}

    /**
     * The features to hear.
     *
     * @param usual the default
     * @param note  is told in a line where the default is not there; then it is the feature that most tracks have, of several the
     *     one that is known to be best, that is heard. Where there is none, the default stays, for whoever reads it to complain
     */
    static List<String> of(List<String> usual, FeatureStore store, Hop hop, List<String> trackIds, Consumer<String> note) {
        int every = Math.max(1, Math.ceilDiv(trackIds.size(), ASKED_AT_MOST));
        List<String> asked = IntStream.range(0, Math.ceilDiv(trackIds.size(), every)).mapToObj(i -> trackIds.get(i * every)).toList();
        if (asked.stream().anyMatch(id -> usual.stream().allMatch(feature -> store.has(feature, hop, id)))) {
            return usual;
        }
        Optional<Stored> best = store.features().stream()
                .filter(feature -> !UNFIT.contains(feature))
                .map(feature -> new Stored(feature, asked.stream().filter(id -> store.has(feature, hop, id)).count()))
                .filter(stored -> stored.tracks() > 0)
                .min(Comparator.comparingLong((Stored stored) -> -stored.tracks())
                        .thenComparingInt(stored -> rank(stored.feature()))
                        .thenComparing(Stored::feature));
        best.ifPresent(stored -> note.accept(("no track has %s, which taste hears by default: it hears %s, which %d of %d tracks%s have"
                        + " (--tower features:A,B names others)")
                .formatted(String.join(" and ", usual), stored.feature(), stored.tracks(), asked.size(), every > 1 ? " looked at" : "")));
        return best.map(stored -> List.of(stored.feature())).orElse(usual);
    }

    private static int rank(String feature) {
        int rank = BEST_FIRST.indexOf(feature);
        return rank < 0 ? BEST_FIRST.size() : rank;
    }

    private record Stored(String feature, long tracks) {}
}
