package org.tasteprint.taste.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Track;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.taste.TrainingView;
import org.tasteprint.taste.listener.Listening;
import org.tasteprint.taste.listener.SparseRows;
import org.tasteprint.taste.listener.TasteData;
import org.tasteprint.taste.shared.ContentPopularity;
import org.tasteprint.taste.shared.SharedTaste;
import org.tasteprint.taste.tower.Summaries;
import org.tasteprint.taste.tower.TasteSettings;

/**
 * Rankings of tracks by their sound that ignore who the listener is: how popular such sound is, and a tower with one vector for
 * everybody. Both learn from what is left of histories, and hear every track.
 */
final class SoundRankers {
    private static final double PENALTY = 1000;
    /** Any time will do: it says that these plays are a log. */
    private static final Instant DATED = Instant.ofEpochSecond(1);

    private SoundRankers() {}

    /**
     * The rankings by name; none where no track has the tower's features.
     *
     * @param rest what is left of histories of tracks
     */
    static Map<String, Ranker.System> of(PlayedItems rest, TasteData data, FeatureStore store, TasteSettings settings) {
        Map<String, Integer> numbers = new HashMap<>();
        IntStream.range(0, rest.items().size()).forEach(item -> numbers.put(rest.items().get(item), item));
        List<Track> tracks =
                data.tracks().stream().filter(track -> numbers.containsKey(Listening.item(track.id()))).toList();
        Summaries summaries;
        try {
            summaries = Summaries.read(store, settings, tracks.stream().map(Track::id).toList());
        } catch (TasteprintException e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return Map.of();
            }
            throw e;
        }
        List<Track> heard = tracks.stream().filter(track -> summaries.trackIds().contains(track.id())).toList();
        List<String> ids = heard.stream().map(Track::id).toList();
        TasteData left = new TasteData(heard, interactions(rest.histories(), ids, numbers), List.of(), data.hash());
        TrainingView view = TrainingView.of(left, Set.copyOf(ids), summaries, store, settings);
        int[] items = ids.stream().mapToInt(id -> numbers.get(Listening.item(id))).toArray();
        int count = rest.items().size();
        Map<String, Ranker.System> systems = new LinkedHashMap<>();
        SharedTaste content = view.contentPopularity(ContentPopularity.Target.LISTENERS).under(PENALTY);
        systems.put("content_popularity", alike(count, items, view.rows().stream().mapToDouble(content.linear()::at).toArray()));
        systems.put("global_tower", alike(count, items, GlobalTower.scores(settings, settings.epochs(), view, store, ids, view.rows())));
        return systems;
    }

    private static List<Interaction> interactions(SparseRows histories, List<String> ids, Map<String, Integer> numbers) {
        Map<Integer, String> idOf = ids.stream().collect(Collectors.toMap(id -> numbers.get(Listening.item(id)), id -> id));
        List<Interaction> interactions = new ArrayList<>();
        for (int row = 0; row < histories.rows(); row++) {
            for (SparseRows.Entry entry : histories.row(row)) {
                if (idOf.containsKey(entry.column())) {
                    int plays = (int) Math.clamp(Math.round(Math.expm1(entry.confidence())), 1, Integer.MAX_VALUE);
                    interactions.add(new Interaction(
                            Integer.toString(row), idOf.get(entry.column()), plays, 0, 0, 0, OptionalDouble.empty(), DATED));
                }
            }
        }
        return interactions;
    }

    /** The same order for everybody; what cannot be heard comes last. */
    private static Ranker.System alike(int count, int[] items, double[] scores) {
        double[] all = new double[count];
        Arrays.fill(all, -2);
        for (int i = 0; i < items.length; i++) {
            all[items[i]] = scores[i];
        }
        return (histories, seed) -> (history, strength) -> all;
    }
}
