package org.tasteprint.taste;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tasteprint.core.Vectors;
import org.tasteprint.taste.listener.Listening;
import org.tasteprint.taste.measure.PairAccuracy;
import org.tasteprint.taste.shared.Blend;
import org.tasteprint.taste.shared.ContentPopularity;
import org.tasteprint.taste.shared.SharedTaste;
import org.tasteprint.taste.sound.Mix;
import org.tasteprint.taste.table.SortedIds;
import org.tasteprint.taste.tower.TasteSettings;
import org.tasteprint.taste.tower.TowerInput;
import org.tasteprint.taste.tower.TowerTraining;
import org.tasteprint.taste.tower.TripleSampler;

/**
 * Some artists of the training tracks, held out of a training on the others: what that training says of their tracks.
 *
 * @param judges     listeners who have an opinion of the held-out tracks
 * @param directions of the training's listeners
 * @param evidence   items in each listener's history
 * @param popularity double[penalties][tracks]: content popularity under each ridge penalty
 * @param shared     double[penalties][tracks]: the shared coordinate, which may depend on that penalty
 * @param places     float[tracks][personal dimensions]: what the regression says
 * @param towered    float[epochs][tracks][personal dimensions]: the tower's output after each epoch
 */
record ValidationFold(
        List<Judge> judges,
        List<float[]> directions,
        int[] evidence,
        double[][] popularity,
        double[][] shared,
        float[][] places,
        List<float[][]> towered) {
    /** So many listeners, and so many held-out tracks, evenly spread, are enough to choose by. */
    private static final int JUDGES_AT_MOST = 2000;

    private static final int TRACKS_AT_MOST = 2000;
    /** Epochs without a better figure after which a training ends. */
    private static final int PATIENCE = 5;

    /**
     * A listener and the held-out tracks that they like better and less, each by its position; at least one of either.
     *
     * @param user of the training
     */
    record Judge(int user, BitSet likedBetter, BitSet likedLess) {
        double weight() {
            return Math.sqrt((double) likedBetter.cardinality() * likedLess.cardinality());
        }

        double accuracy(double[] scores) {
            return PairAccuracy.of(scores, likedBetter.stream().toArray(), likedLess.stream().toArray());
        }
    }

    /**
     * Trains without the held-out tracks and keeps what comes of them.
     *
     * @param full     what is seen of the listeners when nothing is held out
     * @param training the training on the other tracks
     * @param heldOut  positions of the held-out tracks in {@code full}, with features
     * @param part     a name for the fold among those of the trial
     */
    static ValidationFold run(
            Listening full, Prepared training, int[] heldOut, Trial trial, double[] penalties, String part) {
        TrainingView view = training.view();
        int[] judged = spread(heldOut);
        List<Judge> judges = judges(full, view.listening(), judged);
        List<String> ids = Arrays.stream(judged).mapToObj(track -> full.tracks().get(track).id()).toList();
        List<float[]> rows = view.standardisation().apply(trial.summaries().of(ids));
        float[][] places = rows.stream().map(training.regression()::at).toArray(float[][]::new);
        double[][] popularity = new double[penalties.length][];
        double[][] shared = new double[penalties.length][];
        ContentPopularity.Target target = ContentPopularity.Target.of(view.listening());
        ContentPopularity content = view.contentPopularity(target);
        Optional<SharedTaste> general =
                target == ContentPopularity.Target.LISTENERS ? Optional.of(training.generalTaste()) : Optional.empty();
        for (int p = 0; p < penalties.length; p++) {
            SharedTaste popular = content.under(penalties[p]);
            popularity[p] = rows.stream().mapToDouble(popular.linear()::at).toArray();
            SharedTaste taste = general.orElse(popular);
            shared[p] = IntStream.range(0, rows.size()).mapToDouble(t -> taste.coordinate(rows.get(t), places[t])).toArray();
        }
        TowerInput input = TrainingView.input(trial.settings(), trial.store(), ids, rows);
        int[] evidence = IntStream.range(0, training.directions().size()).map(view.listening()::evidence).toArray();
        ValidationFold fold = new ValidationFold(
                judges, training.directions(), evidence, popularity, shared, places, new ArrayList<>());
        TripleSampler sampler = view.sampler(trial.settings());
        if (!judges.isEmpty() && !sampler.isEmpty()) {
            fold.train(view, sampler, input, trial, part);
        }
        return fold;
    }

    private static int[] spread(int[] tracks) {
        int every = Math.max(1, Math.ceilDiv(tracks.length, TRACKS_AT_MOST));
        return IntStream.range(0, Math.ceilDiv(tracks.length, every)).map(i -> tracks[i * every]).toArray();
    }

    private void train(TrainingView training, TripleSampler sampler, TowerInput input, Trial trial, String part) {
        TasteSettings settings = trial.settings();
        try (TowerTraining tower = new TowerTraining(settings, training.input(), trial.checkpoint(part))) {
            towered.addAll(tower.kept());
            trial.task().advance(towered.size());
            while (towered.size() < settings.epochs() && towered.size() - bestEpoch() < PATIENCE) {
                tower.epoch(sampler, directions, TasteTrainer.stepsPerEpoch(settings, sampler));
                float[][] ofHeldOut = tower.embed(input, IntStream.range(0, places.length).toArray());
                towered.add(ofHeldOut);
                tower.keep(ofHeldOut);
                trial.task().advance(1);
                trial.task().detail("validation %.3f".formatted(accuracyOfTower(towered.size() - 1)));
            }
        }
    }

    /** The pairwise accuracy of the tower alone after an epoch. */
    double accuracyOfTower(int epoch) {
        return mean(accuracies(0, epoch, Mix.TOWER, new Blend(0, 0)));
    }

    private int bestEpoch() {
        return IntStream.range(0, towered.size())
                .boxed()
                .max(Comparator.comparingDouble(this::accuracyOfTower).thenComparing(Comparator.reverseOrder()))
                .orElse(0);
    }

    /** The pairwise accuracy of content popularity for each judge. */
    double[] accuraciesOfPopularity(int penalty) {
        return judges.stream().mapToDouble(judge -> judge.accuracy(popularity[penalty])).toArray();
    }

    /** The pairwise accuracy of each judge under a choice; an epoch past the last counts as the last. */
    double[] accuracies(int penalty, int epoch, Mix mix, Blend blend) {
        float[][] tower = towered.isEmpty() ? null : towered.get(Math.min(epoch, towered.size() - 1));
        float[][] tracks = new float[places.length][];
        for (int t = 0; t < tracks.length; t++) {
            float[] personal = mix.personal(places[t], tower == null ? new float[places[t].length] : tower[t]);
            tracks[t] = SharedTaste.vector(shared[penalty][t], personal);
        }
        return judges.stream()
                .mapToDouble(judge -> {
                    float[] user = blend.vector(directions.get(judge.user()), evidence[judge.user()]);
                    double[] scores = Arrays.stream(tracks).mapToDouble(track -> Vectors.dot(user, track)).toArray();
                    return judge.accuracy(scores);
                })
                .toArray();
    }

    double[] weights() {
        return judges.stream().mapToDouble(Judge::weight).toArray();
    }

    private double mean(double[] accuracies) {
        double[] weights = weights();
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * accuracies[i];
        }
        return sum / Arrays.stream(weights).sum();
    }

    /** Every listener of the training with both sides among the held-out tracks, or a sample of them. */
    private static List<Judge> judges(Listening full, Listening training, int[] heldOut) {
        int[][] reception = full.reception();
        BitSet known = new BitSet();
        IntStream.range(0, heldOut.length).filter(i -> Arrays.stream(reception[heldOut[i]]).sum() > 0).forEach(known::set);
        Map<Integer, Integer> positions = new HashMap<>();
        known.stream().forEach(i -> positions.put(heldOut[i], i));
        SortedIds trained = SortedIds.of(training.users());
        List<String> users = full.users();
        int[] able = IntStream.range(0, users.size())
                .filter(user -> trained.contains(users.get(user)) && judge(0, full.opinions(user), positions, known).weight() > 0)
                .toArray();
        int every = Math.max(1, Math.ceilDiv(able.length, JUDGES_AT_MOST));
        return IntStream.range(0, Math.ceilDiv(able.length, every))
                .map(i -> able[i * every])
                .mapToObj(user -> judge(trained.indexOf(users.get(user)), full.opinions(user), positions, known))
                .toList();
    }

    private static Judge judge(int self, Listening.Opinions opinions, Map<Integer, Integer> positions, BitSet known) {
        BitSet better = positions(opinions.better(), positions);
        BitSet worse = opinions.log() && !opinions.explicit()
                ? (BitSet) known.clone()
                : positions(Arrays.stream(opinions.disliked()), positions);
        worse.andNot(better);
        return new Judge(self, better, worse);
    }

    private static BitSet positions(IntStream tracks, Map<Integer, Integer> positions) {
        BitSet found = new BitSet();
        tracks.mapToObj(positions::get).filter(Objects::nonNull).forEach(found::set);
        return found;
    }
}
