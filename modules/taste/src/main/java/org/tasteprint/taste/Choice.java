package org.tasteprint.taste;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tasteprint.core.Folds;
import org.tasteprint.taste.listener.Listening;
import org.tasteprint.taste.shared.Blend;
import org.tasteprint.taste.sound.Mix;
import org.tasteprint.taste.table.SortedIds;

/**
 * What is chosen on artists held out inside the training tracks; the tracks that a model is judged on have no part in it.
 *
 * @param penalty  of the ridge regression that is content popularity
 * @param epochs   of the tower
 * @param mix      of regression and tower
 * @param blend    of shared and personal taste
 * @param accuracy pairwise accuracy of the choice on the held-out artists, or NaN when nothing could be held out
 * @param curve    pairwise accuracy of the tower alone on the held-out artists after each epoch
 */
record Choice(double penalty, int epochs, Mix mix, Blend blend, double accuracy, List<Double> curve) {
    private static final double[] PENALTIES = {100, 300, 1000, 3000, 10000, 30000};
    private static final double DEFAULT_PENALTY = 1000;

    /** Chooses by cross-validation over artists. */
    static Choice by(Trial trial, Prepared full) {
        List<ValidationFold> folds = folds(trial, full);
        if (folds.isEmpty()) {
            return new Choice(DEFAULT_PENALTY, Math.max(1, trial.settings().epochs() / 2), Mix.EVEN, Blend.CAUTIOUS, Double.NaN, List.of());
        }
        int penalty = best(PENALTIES.length, p -> pooled(folds, fold -> fold.accuraciesOfPopularity(p)));
        int epochs = folds.stream().mapToInt(fold -> fold.towered().size()).max().orElse(0);
        Blend personalOnly = new Blend(0, 0);
        if (epochs == 0) {
            Blend sharedOnly = new Blend(1, 0);
            return new Choice(PENALTIES[penalty], 1, Mix.EVEN, sharedOnly, mean(folds, penalty, 0, Mix.EVEN, sharedOnly), List.of());
        }
        int epoch = best(epochs, e -> pooled(folds, fold -> fold.accuracies(penalty, e, Mix.TOWER, personalOnly)));
        Mix mix = Mix.CANDIDATES.get(best(
                Mix.CANDIDATES.size(),
                m -> pooled(folds, fold -> fold.accuracies(penalty, epoch, Mix.CANDIDATES.get(m), personalOnly))));
        Blend blend = blend(folds, penalty, epoch, mix);
        List<Double> curve =
                IntStream.range(0, epochs).mapToObj(e -> mean(folds, penalty, e, Mix.TOWER, personalOnly)).toList();
        return new Choice(PENALTIES[penalty], epoch + 1, mix, blend, mean(folds, penalty, epoch, mix, blend), curve);
    }

    /**
     * The best blend, if it is better than the shared taste alone by three standard errors of the difference, listener by
     * listener: somebody's own taste has to show that it helps. The best of sixty candidates always looks somewhat better, by two
     * often enough.
     */
    private static Blend blend(List<ValidationFold> folds, int penalty, int epoch, Mix mix) {
        List<Blend> candidates = Blend.candidates();
        List<Pooled> figures = candidates.stream()
                .map(blend -> pooled(folds, fold -> fold.accuracies(penalty, epoch, mix, blend)))
                .toList();
        int best = best(figures.size(), figures::get);
        return figures.get(best).clearlyExceeds(figures.getFirst()) ? candidates.get(best) : candidates.getFirst();
    }

    private static List<ValidationFold> folds(Trial trial, Prepared full) {
        Listening listening = full.view().listening();
        int[] heard = full.view().heard().stream().toArray();
        List<String> artists =
                IntStream.of(heard).mapToObj(track -> Integer.toString(listening.artist(track))).toList();
        int wanted = Math.min(trial.settings().validationFolds(), new LinkedHashSet<>(artists).size());
        if (wanted < 2) {
            return List.of();
        }
        int[] foldOf = Folds.stratifiedByGroup(Collections.nCopies(heard.length, ""), artists, wanted, trial.settings().seed());
        List<ValidationFold> folds = new ArrayList<>();
        for (int f = 0; f < Math.min(wanted, trial.settings().validatedFolds()); f++) {
            int fold = f;
            int[] heldOut = IntStream.range(0, heard.length).filter(i -> foldOf[i] == fold).map(i -> heard[i]).toArray();
            BitSet without = new BitSet();
            IntStream.of(heldOut).forEach(without::set);
            Set<String> rest = SortedIds.of(IntStream.range(0, listening.tracks().size())
                    .filter(track -> !without.get(track))
                    .mapToObj(track -> listening.tracks().get(track).id())
                    .toList());
            ValidationFold outcome = ValidationFold.run(listening, trial.prepareFold(rest), heldOut, trial, PENALTIES, "fold-" + f);
            if (!outcome.judges().isEmpty()) {
                folds.add(outcome);
            }
        }
        return folds;
    }

    private static double mean(List<ValidationFold> folds, int penalty, int epoch, Mix mix, Blend blend) {
        return pooled(folds, fold -> fold.accuracies(penalty, epoch, mix, blend)).mean();
    }

    private static int best(int candidates, Function<Integer, Pooled> figure) {
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < candidates; i++) {
            double mean = figure.apply(i).mean();
            if (mean > highest) {
                highest = mean;
                best = i;
            }
        }
        return best;
    }

    private static Pooled pooled(List<ValidationFold> folds, Function<ValidationFold, double[]> figure) {
        return new Pooled(
                folds.stream().flatMapToDouble(fold -> Arrays.stream(figure.apply(fold))).toArray(),
                folds.stream().flatMapToDouble(fold -> Arrays.stream(fold.weights())).toArray());
    }

    /** A figure per listener, and how much each counts. */
    private record Pooled(double[] values, double[] weights) {
        double mean() {
            return mean(values);
        }

        /** Whether the mean exceeds the other's by three standard errors of the difference. */
        boolean clearlyExceeds(Pooled other) {
            double[] differences = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                differences[i] = values[i] - other.values[i];
            }
            double mean = mean(differences);
            double total = 0;
            double squares = 0;
            for (int i = 0; i < values.length; i++) {
                total += weights[i];
                squares += Math.pow(weights[i] * (differences[i] - mean), 2);
            }
            return mean > 3 * Math.sqrt(squares) / total;
        }

        private double mean(double[] of) {
            double sum = 0;
            double total = 0;
            for (int i = 0; i < of.length; i++) {
                sum += weights[i] * of[i];
                total += weights[i];
            }
            return sum / total;
        }
    }
}
