package org.tasteprint.taste.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Track;
import org.tasteprint.core.Vectors;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.taste.TasteModel;
import org.tasteprint.taste.TrainingView;
import org.tasteprint.taste.listener.Listening;
import org.tasteprint.taste.listener.TasteData;
import org.tasteprint.taste.measure.PairAccuracy;
import org.tasteprint.taste.shared.ContentPopularity;
import org.tasteprint.taste.shared.SharedTaste;
import org.tasteprint.taste.tower.Summaries;
import org.tasteprint.taste.tower.TasteSettings;

/** Judges models on tracks of artists that they have not seen, beside baselines that have seen no more. */
final class UnheardArtists {
    private static final int TRAINING_ARTISTS_AT_LEAST = 3;

    private final TasteData data;
    private final FeatureStore store;
    private final Set<String> listenersWithLog;
    private final Comparison explicit;
    private final Comparison coldArtists;
    private final GenreNeighbours neighbours;
    private int artists;

    UnheardArtists(TasteData data, FeatureStore store, long seed) {
        this.data = data;
        this.store = store;
        listenersWithLog = data.listenersWithLog();
        neighbours = new GenreNeighbours(seed);
        explicit = new Comparison(List.of("taste", "random", "popularity", "content_popularity", "global_tower"), seed);
        coldArtists = new Comparison(List.of("taste", "random", "content_popularity", "audio_mean", "true_popularity"), seed);
    }

    Comparison explicit() {
        return explicit;
    }

    Comparison coldArtists() {
        return coldArtists;
    }

    GenreNeighbours neighbours() {
        return neighbours;
    }

    /** How many held-out artists have been ranked. */
    int artists() {
        return artists;
    }

    /**
     * Adds what a model says of tracks that it was not trained on.
     *
     * @param heldOut ids of tracks, those without features among them are passed over
     */
    void judge(TasteModel model, Set<String> heldOut) {
        List<String> ids = data.tracks().stream().map(Track::id).filter(heldOut::contains).toList();
        FeatureMatrix vectors = model.embed(store, ids);
        TasteSettings settings = model.settings();
        Summaries trained = Summaries.read(store, settings, model.trainingTracks());
        TrainingView training = TrainingView.of(data, model.trainingTracks(), trained, store, settings);
        List<float[]> rows = training.standardisation().apply(Summaries.read(store, settings, ids).of(vectors.trackIds()));
        Test test = new Test(model, training, vectors, rows, new SplittableRandom(settings.seed()));
        judgePairs(test);
        judgeArtists(test);
        Map<String, Track> byId = data.tracks().stream().collect(Collectors.toMap(Track::id, track -> track));
        float[][] taste = IntStream.range(0, rows.size()).mapToObj(vectors::row).toArray(float[][]::new);
        neighbours.add(vectors.trackIds().stream().map(byId::get).toList(), taste, rows.toArray(float[][]::new));
    }

    /**
     * One model and the tracks it is judged on.
     *
     * @param vectors of the held-out tracks
     * @param rows    their standardised summaries
     */
    private record Test(TasteModel model, TrainingView training, FeatureMatrix vectors, List<float[]> rows, SplittableRandom random) {
        double[] taste(String user) {
            return IntStream.range(0, rows.size()).mapToDouble(t -> model.score(user, vectors.row(t))).toArray();
        }

        /** What a listener would think of artists, whose vectors are given. */
        double[] taste(String user, float[][] artists) {
            return Arrays.stream(artists).mapToDouble(vector -> model.score(user, vector)).toArray();
        }

        /** An artist is judged by the mean sound of their tracks, as the baselines do: float[artists][dimensions]. */
        float[][] vectorsOf(SortedMap<Integer, List<String>> tracks, int artists, FeatureStore store) {
            Map<String, List<String>> groups = new LinkedHashMap<>();
            tracks.forEach((artist, ids) -> groups.put(artist.toString(), ids));
            FeatureMatrix embedded = model.embedTogether(store, groups);
            float[][] ofArtists = new float[artists][model.dimensions()];
            for (int row = 0; row < embedded.rows(); row++) {
                ofArtists[Integer.parseInt(embedded.trackIds().get(row))] = embedded.row(row);
            }
            return ofArtists;
        }

        /** Fresh scores at every call: drawn once for all listeners, luck with a popular artist would count many times. */
        double[] random(int n) {
            return IntStream.range(0, n).mapToDouble(i -> random.nextDouble()).toArray();
        }

        double[] contentPopularity(ContentPopularity.Target target) {
            double penalty = Double.parseDouble(model.provenance().parameters().get("chosen_penalty"));
            SharedTaste content = training.contentPopularity(target).under(penalty);
            return rows.stream().mapToDouble(content.linear()::at).toArray();
        }
    }

    private void judgePairs(Test test) {
        Map<String, Integer> position = new HashMap<>();
        IntStream.range(0, test.rows().size()).forEach(t -> position.put(test.vectors().trackIds().get(t), t));
        Map<String, List<Integer>> liked = new TreeMap<>();
        Map<String, List<Integer>> disliked = new TreeMap<>();
        for (Interaction interaction : data.interactions()) {
            Integer track = position.get(interaction.trackId());
            if (track != null && test.model().users().contains(interaction.userId())) {
                if (interaction.liked()) {
                    liked.computeIfAbsent(interaction.userId(), id -> new ArrayList<>()).add(track);
                } else if (interaction.disliked()) {
                    disliked.computeIfAbsent(interaction.userId(), id -> new ArrayList<>()).add(track);
                }
            }
        }
        liked.keySet().retainAll(disliked.keySet());
        if (liked.isEmpty()) {
            return;
        }
        // No artist of these tracks was heard in training, so every track's popularity there is 0.
        double[] popularity = new double[test.rows().size()];
        double[] content = test.contentPopularity(ContentPopularity.Target.LIKE_RATE);
        double[] global = GlobalTower.scores(test.model(), test.training(), store, test.vectors().trackIds(), test.rows());
        liked.forEach((user, likes) -> {
            int[] better = likes.stream().mapToInt(Integer::intValue).toArray();
            int[] worse = disliked.get(user).stream().mapToInt(Integer::intValue).toArray();
            explicit.add(
                    user,
                    (double) better.length * worse.length,
                    PairAccuracy.of(test.taste(user), better, worse),
                    PairAccuracy.of(test.random(test.rows().size()), better, worse),
                    PairAccuracy.of(popularity, better, worse),
                    PairAccuracy.of(content, better, worse),
                    PairAccuracy.of(global, better, worse));
        });
    }

    private void judgeArtists(Test test) {
        Listening unheard = Listening.of(data, Set.copyOf(test.vectors().trackIds()));
        int count = 1 + IntStream.range(0, unheard.tracks().size()).map(unheard::artist).max().orElse(-1);
        Map<String, Set<Integer>> playedBy = new TreeMap<>();
        int[] listeners = new int[count];
        for (int user = 0; user < unheard.users().size(); user++) {
            if (listenersWithLog.contains(unheard.users().get(user))) {
                Set<Integer> played = artistsOf(unheard, user);
                played.forEach(artist -> listeners[artist]++);
                playedBy.put(unheard.users().get(user), played);
            }
        }
        int[] candidates = IntStream.range(0, count).filter(artist -> listeners[artist] > 0).toArray();
        artists += candidates.length;
        ByArtist byArtist = new ByArtist(unheard, count, test.vectors().trackIds());
        double[] content = byArtist.means(test.contentPopularity(ContentPopularity.Target.LISTENERS));
        double[] truth = Arrays.stream(listeners).asDoubleStream().toArray();
        float[][] sound = byArtist.means(test.rows());
        float[][] vectors = test.vectorsOf(byArtist.tracks(), count, store);
        Listening heard = test.training().listening();
        for (int user = 0; user < heard.users().size(); user++) {
            Set<Integer> played = playedBy.getOrDefault(heard.users().get(user), Set.of());
            Set<Integer> before = artistsOf(heard, user);
            int[] better = Arrays.stream(candidates).filter(played::contains).toArray();
            int[] worse = Arrays.stream(candidates).filter(artist -> !played.contains(artist)).toArray();
            if (before.size() >= TRAINING_ARTISTS_AT_LEAST && better.length > 0 && worse.length > 0) {
                float[] mean = audioMean(test.training(), user);
                double[] near = Arrays.stream(sound).mapToDouble(row -> Vectors.cosine(mean, row)).toArray();
                coldArtists.add(
                        heard.users().get(user),
                        1,
                        PairAccuracy.of(test.taste(heard.users().get(user), vectors), better, worse),
                        PairAccuracy.of(test.random(count), better, worse),
                        PairAccuracy.of(content, better, worse),
                        PairAccuracy.of(near, better, worse),
                        PairAccuracy.of(truth, better, worse));
            }
        }
    }

    private static Set<Integer> artistsOf(Listening listening, int user) {
        Listening.Opinions opinions = listening.opinions(user);
        return IntStream.concat(Arrays.stream(opinions.played()), Arrays.stream(opinions.liked()))
                .mapToObj(listening::artist)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The mean sound of what a listener plays and likes, artists counting alike. */
    private static float[] audioMean(TrainingView training, int user) {
        Listening listening = training.listening();
        Listening.Opinions opinions = listening.opinions(user);
        int[] tracks = IntStream.concat(Arrays.stream(opinions.played()), Arrays.stream(opinions.liked()))
                .distinct()
                .filter(training.heard()::get)
                .toArray();
        Map<Integer, Long> tracksOfArtist =
                Arrays.stream(tracks).boxed().collect(Collectors.groupingBy(listening::artist, Collectors.counting()));
        float[] mean = new float[training.standardisation().mean().length];
        for (int track : tracks) {
            float[] row = training.rows().get(track);
            for (int d = 0; d < mean.length; d++) {
                mean[d] += row[d] / tracksOfArtist.get(listening.artist(track));
            }
        }
        return mean;
    }
}
