package org.tasteprint.taste;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Track;
import org.tasteprint.features.FeatureNames;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.taste.listener.Listening;
import org.tasteprint.taste.listener.SparseRows;
import org.tasteprint.taste.listener.TasteData;
import org.tasteprint.taste.shared.ContentPopularity;
import org.tasteprint.taste.table.ComputedRows;
import org.tasteprint.taste.tower.PatchInput;
import org.tasteprint.taste.tower.Standardisation;
import org.tasteprint.taste.tower.Summaries;
import org.tasteprint.taste.tower.SummaryInput;
import org.tasteprint.taste.tower.TasteSettings;
import org.tasteprint.taste.tower.Tower;
import org.tasteprint.taste.tower.TowerInput;
import org.tasteprint.taste.tower.TripleSampler;
import org.tasteprint.taste.user.UserKind;

/**
 * What a training on some tracks sees and hears, and nothing of other tracks; nothing is learned yet but how summaries vary.
 *
 * @param listening       what is seen of the listeners
 * @param standardisation of the summaries, learned from the training tracks
 * @param rows            standardised summaries of the training tracks, {@code null} for one without features
 * @param heard           training tracks with features, at least one
 * @param input           what the tower hears of the training tracks
 */
public record TrainingView(
        Listening listening, Standardisation standardisation, List<float[]> rows, BitSet heard, TowerInput input) {
    /** Of every listener. */
    public static TrainingView of(
            TasteData data, Set<String> trainingTracks, Summaries summaries, FeatureStore store, TasteSettings settings) {
        return of(data, trainingTracks, summaries, store, settings, 1);
    }

    /**
     * Looks and listens.
     *
     * @param every listener of so many is seen
     * @throws TasteprintException {@code INVALID_INPUT} when no training track has the tower's features
     */
    static TrainingView of(
            TasteData data, Set<String> trainingTracks, Summaries summaries, FeatureStore store, TasteSettings settings, int every) {
        // The factorisation learns of what listeners did alone; the network takes whatever is known (Covington et al., section 3.3).
        Listening listening =
                Listening.of(settings.users() == UserKind.DNN ? data : data.withoutAttributes(), trainingTracks, every);
        List<String> ids = listening.tracks().stream().map(Track::id).toList();
        BitSet heard = new BitSet();
        IntStream.range(0, ids.size()).filter(t -> summaries.trackIds().contains(ids.get(t))).forEach(heard::set);
        if (heard.isEmpty()) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT,
                    "none of the %d training tracks has the features %s: run ./tasteprint extract first"
                            .formatted(ids.size(), settings.tower().inputs()));
        }
        List<float[]> means = summaries.of(ids);
        int[] tracks = heard.stream().toArray();
        Standardisation standardisation = Standardisation.of(ComputedRows.of(tracks.length, i -> means.get(tracks[i])));
        List<float[]> rows = standardisation.apply(means);
        return new TrainingView(listening, standardisation, rows, heard, input(settings, store, ids, rows));
    }

    /** What a tower hears of tracks, whose standardised summaries are given. */
    public static TowerInput input(TasteSettings settings, FeatureStore store, List<String> trackIds, List<float[]> rows) {
        return switch (settings.tower()) {
            case Tower.Features _ ->
                new SummaryInput(rows, rows.stream().filter(Objects::nonNull).mapToInt(row -> row.length).findFirst().orElse(0));
            case Tower.Conv _, Tower.Tuned _ -> new PatchInput(track -> store.read(FeatureNames.LOG_MEL, settings.hop(), trackIds.get(track))
                    .orElseThrow(() -> new TasteprintException(
                            Kind.NOT_FOUND,
                            "the log-mel of track %s is gone: run ./tasteprint extract --features logmel"
                                    .formatted(trackIds.get(track)))));
        };
    }

    /** Draws the triples of this training, of listeners whose history says something. */
    public TripleSampler sampler(TasteSettings settings) {
        SparseRows histories = listening.histories();
        BitSet users = new BitSet();
        IntStream.range(0, histories.rows())
                .filter(user -> IntStream.range(histories.start(user), histories.start(user + 1))
                        .anyMatch(entry -> histories.preference(entry) != 0 && histories.confidence(entry) != 0))
                .forEach(users::set);
        return new TripleSampler(listening, users, heard, settings.negatives(), settings.seed());
    }

    /** Content popularity: how tracks are received, from their sound. */
    public ContentPopularity contentPopularity(ContentPopularity.Target target) {
        return ContentPopularity.of(listening, rows, heard, target);
    }
}
