package org.tasteprint.genre.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.tasteprint.core.RankedScores;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How well the songs' probabilities tell each label from the rest.
 *
 * @param roc                  true positive rate over false positive rate, a curve a label
 * @param rocMacro             their mean at every false positive rate; its area is the mean of their areas
 * @param precisionRecall      precision over recall
 * @param precisionRecallMacro likewise; its area is the mean average precision
 * @param reliability          whether the probability of the answers can be believed
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Curves(
        List<Curve> roc, Curve rocMacro, List<Curve> precisionRecall, Curve precisionRecallMacro, Reliability reliability) {
    private static final String MACRO = "macro";
    private static final int GRID = 101;

    public Curves {
        roc = List.copyOf(roc);
        precisionRecall = List.copyOf(precisionRecall);
    }

    /**
     * @param labels      those that some songs have and others have not
     * @param scores      double[labels][songs]: probability of each label
     * @param relevant    boolean[labels][songs]: whether a song has it
     * @param reliability of the answers
     */
    static Curves of(List<String> labels, double[][] scores, boolean[][] relevant, Reliability reliability) {
        List<Curve> roc = new ArrayList<>();
        List<Curve> precisionRecall = new ArrayList<>();
        for (int label = 0; label < labels.size(); label++) {
            roc.add(roc(labels.get(label), scores[label], relevant[label]));
            precisionRecall.add(precisionRecall(labels.get(label), scores[label], relevant[label]));
        }
        return new Curves(
                thinned(roc), mean(roc), thinned(precisionRecall), mean(precisionRecall), reliability);
    }

    private static List<Curve> thinned(List<Curve> curves) {
        return curves.stream().map(Curve::thinned).toList();
    }

    private static Curve mean(List<Curve> curves) {
        double[] x = IntStream.range(0, GRID).mapToDouble(i -> (double) i / (GRID - 1)).toArray();
        double[] y = Arrays.stream(x)
                .map(place -> Curve.rounded(average(curves, curve -> curve.at(place))))
                .toArray();
        return new Curve(MACRO, x, y, average(curves, Curve::area));
    }

    private static double average(List<Curve> curves, ToDoubleFunction<Curve> value) {
        return curves.stream().mapToDouble(value).average().orElse(Double.NaN);
    }

    private static Curve roc(String label, double[] scores, boolean[] relevant) {
        List<double[]> points = new ArrayList<>(List.of(new double[] {0, 0}));
        long positives = IntStream.range(0, relevant.length).filter(i -> relevant[i]).count();
        walk(scores, relevant, (hits, seen) -> points.add(
                new double[] {(double) (seen - hits) / (relevant.length - positives), (double) hits / positives}));
        return curve(label, points, RankedScores.rocAuc(scores, relevant));
    }

    /** A step for each rise of recall, at the precision reached there: what is under it is the average precision. */
    private static Curve precisionRecall(String label, double[] scores, boolean[] relevant) {
        List<double[]> points = new ArrayList<>();
        long positives = IntStream.range(0, relevant.length).filter(i -> relevant[i]).count();
        walk(scores, relevant, (hits, seen) -> {
            double before = points.isEmpty() ? 0 : points.getLast()[0];
            double recall = (double) hits / positives;
            if (recall > before) {
                points.add(new double[] {before, (double) hits / seen});
                points.add(new double[] {recall, (double) hits / seen});
            }
        });
        return curve(label, points, RankedScores.averagePrecision(scores, relevant));
    }

    /** Told after every group of songs of one score, the highest first. */
    private interface Step {
        void after(long hits, long seen);
    }

    private static void walk(double[] scores, boolean[] relevant, Step step) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        long hits = 0;
        for (int i = 0; i < order.length; i++) {
            hits += relevant[order[i]] ? 1 : 0;
            if (i + 1 == order.length || scores[order[i + 1]] != scores[order[i]]) {
                step.after(hits, i + 1);
            }
        }
    }

    private static Curve curve(String label, List<double[]> points, double area) {
        return new Curve(
                label,
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray(),
                area);
    }
}
