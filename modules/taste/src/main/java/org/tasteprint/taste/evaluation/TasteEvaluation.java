package org.tasteprint.taste.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tasteprint.core.Folds;
import org.tasteprint.core.Interval;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Track;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.taste.TasteModel;
import org.tasteprint.taste.TasteTrainer;
import org.tasteprint.taste.listener.TasteData;
import org.tasteprint.taste.tower.Summaries;
import org.tasteprint.taste.tower.TasteSettings;

/**
 * Judges taste on tracks of artists that the training has not seen, and histories on items held out of them; baselines are
 * computed in the same run. Nothing is chosen by the tracks that are judged.
 */
public final class TasteEvaluation {
    private final TasteData data;
    private final FeatureStore store;
    private final TasteSettings settings;
    private final Items items;

    /** What is ranked in the implicit part: tracks, unless listens are of artists alone. */
    public TasteEvaluation(TasteData data, FeatureStore store, TasteSettings settings) {
        this(data, store, settings, data.interactions().isEmpty() ? Items.ARTISTS : Items.TRACKS);
    }

    /**
     * @param settings what {@link #folds} trains with
     * @param items    what is ranked in the implicit part
     */
    public TasteEvaluation(TasteData data, FeatureStore store, TasteSettings settings, Items items) {
        this.data = requireNonNull(data, "data is null");
        this.store = requireNonNull(store, "store is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.items = requireNonNull(items, "items is null");
    }

    /** Of how many listeners one has a part in the implicit figures: 1 unless there are more than ten million interactions. */
    public int everyRanked() {
        return data.everyFor(PlayedItems.ROWS_AT_MOST);
    }

    /** Judges histories alone: what there is to judge where a log is all there is. */
    public TasteReport histories() {
        return report(new UnheardArtists(data, store, settings.seed()), settings, "histories alone");
    }

    /**
     * Judges a model on the tracks of a split.
     *
     * @throws TasteprintException {@code NOT_FOUND} when there is no such split, {@code CONFLICT} when the model was trained on
     *     some of its tracks or on other tracks of its artists
     */
    public TasteReport split(TasteModel model, String split, Progress progress) {
        Set<String> heldOut = data.trackIds(split);
        Set<String> heldOutArtists = artists(heldOut);
        heldOut.stream().filter(model.trainingTracks()::contains).findFirst().ifPresent(id -> {
            throw new TasteprintException(
                    Kind.CONFLICT,
                    "the taste model was trained on track %s of split '%s': train it with --split train, or evaluate with --folds 4"
                            .formatted(id, split));
        });
        long torn = artists(model.trainingTracks()).stream().filter(heldOutArtists::contains).count();
        if (torn > 0) {
            progress.note("%d artists have tracks both in training and in split '%s': figures for these are too good"
                    .formatted(torn, split));
        }
        UnheardArtists unheard = new UnheardArtists(data, store, model.settings().seed());
        unheard.judge(model, heldOut);
        String parting = "trained on %s, judged on %s".formatted(model.provenance().split(), split);
        return report(unheard, model.settings(), parting);
    }

    /**
     * Trains and judges once per fold of artists, stratified by genre, and pools the figures.
     *
     * @param folds at least 2
     * @throws TasteprintException {@code INVALID_INPUT} when there are fewer artists than folds
     */
    public TasteReport folds(int folds, Progress progress) {
        Set<String> heard = Summaries.read(store, settings, data.trackIds("")).trackIds();
        List<Track> tracks = data.tracks();
        int artists = artists(heard).size();
        if (folds < 2 || folds > artists) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT, "cannot make %d folds of %d artists: ask for 2 to %d".formatted(folds, artists, artists));
        }
        int[] foldOf = Folds.stratifiedByGroup(
                tracks.stream().map(track -> track.genre() + (heard.contains(track.id()) ? "" : ", without features")).toList(),
                tracks.stream().map(TasteData::artistOf).toList(),
                folds,
                settings.seed());
        UnheardArtists unheard = new UnheardArtists(data, store, settings.seed());
        for (int f = 0; f < folds; f++) {
            int fold = f;
            Set<String> training = new LinkedHashSet<>();
            Set<String> heldOut = new LinkedHashSet<>();
            IntStream.range(0, foldOf.length)
                    .forEach(t -> (foldOf[t] == fold ? heldOut : training).add(tracks.get(t).id()));
            TasteModel model = new TasteTrainer().train(data, store, training, settings, progress);
            unheard.judge(model, heldOut);
        }
        return report(unheard, settings, "%d folds by artist".formatted(folds));
    }

    private TasteReport report(UnheardArtists unheard, TasteSettings trainedWith, String parting) {
        ImplicitRanking ranking = new ImplicitRanking(data, store, items, trainedWith);
        Map<String, Double> explicitBaselines = new LinkedHashMap<>();
        Map<String, Double> artistBaselines = new LinkedHashMap<>();
        Map<String, Map<String, Double>> rankingBaselines = new LinkedHashMap<>();
        Map<String, Interval> intervals = new LinkedHashMap<>();
        Map<String, Interval> leads = new LinkedHashMap<>();
        Comparison pairs = unheard.explicit();
        Comparison artists = unheard.coldArtists();
        pairs.report("explicit", explicitBaselines, intervals, leads);
        artists.report("cold_artists", artistBaselines, intervals, leads);
        ranking.report(rankingBaselines, intervals, leads);
        Optional<TasteReport.Explicit> explicit = pairs.isEmpty()
                ? Optional.empty()
                : Optional.of(new TasteReport.Explicit(
                        Math.round(pairs.weight()), pairs.users(), pairs.mean(0), pairs.interval(0)));
        Optional<TasteReport.ColdArtists> coldArtists = artists.isEmpty()
                ? Optional.empty()
                : Optional.of(new TasteReport.ColdArtists(
                        artists.mean(0), artists.interval(0), artists.users(), unheard.artists()));
        Optional<TasteReport.Implicit> implicit = ranking.isEmpty() ? Optional.empty() : Optional.of(ranking.report());
        int users = Math.max(
                Math.max(pairs.users(), artists.users()), implicit.map(TasteReport.Implicit::users).orElse(0));
        return new TasteReport(
                users,
                explicit,
                coldArtists,
                implicit,
                unheard.neighbours().report(),
                new TasteReport.Baselines(explicitBaselines, artistBaselines, rankingBaselines, intervals, leads),
                parting,
                trainedWith.seed());
    }

    private Set<String> artists(Set<String> trackIds) {
        Set<String> artists = new LinkedHashSet<>();
        data.tracks().stream()
                .filter(track -> trackIds.contains(track.id()))
                .map(TasteData::artistOf)
                .forEach(artists::add);
        return artists;
    }
}
