package org.tasteprint.genre.classifier;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.tasteprint.nets.Tensor;
import smile.tensor.DenseMatrix;

/**
 * Support vector machines with an RBF kernel, one for each pair of labels, which share their support vectors. Each pair
 * votes for one of its two labels; the label with most votes wins, among equals the most probable. Probabilities: a logistic
 * curve of each pair's decision value, then pairwise coupling; {@link Calibrated} sets them right.
 *
 * @param gamma        of the kernel
 * @param labels       how many
 * @param vectors      double[vectors][columns]: the rows that are a support vector of some pair
 * @param coefficients double[vectors][pairs]; pairs in the order (0,1), (0,2), … (1,2), …
 * @param intercepts   double[pairs]
 */
record SvmClassifier(
        double gamma,
        int labels,
        double[][] vectors,
        double[][] coefficients,
        double[] intercepts)
        implements SegmentClassifier {
    /** Steepness of the logistic curve: on the margin, where the decision value is 1, the odds are 9 to 1. */
    private static final double STEEPNESS = Math.log(9);

    /** Rows decided at a time: with 10 000 support vectors, 20 MB of kernel values. */
    private static final int BLOCK_ROWS = 256;

    @Override
    public Decisions decide(double[][] rows) {
        int[] label = new int[rows.length];
        double[][] probability = new double[rows.length][];
        IntStream.range(0, Math.ceilDiv(rows.length, BLOCK_ROWS)).parallel().forEach(block -> {
            int from = block * BLOCK_ROWS;
            int to = Math.min(rows.length, from + BLOCK_ROWS);
            double[][] values = decisionValues(Arrays.copyOfRange(rows, from, to));
            for (int row = from; row < to; row++) {
                probability[row] = PairwiseCoupling.couple(wins(values[row - from]), labels);
                label[row] = vote(values[row - from], probability[row]);
            }
        });
        return new Decisions(label, probability);
    }

    /** Returns double[rows][pairs]: positive for the first label of the pair. */
    double[][] decisionValues(double[][] rows) {
        double[][] kernel = new RbfKernel(gamma).between(rows, vectors);
        double[][] values =
                DenseMatrix.of(kernel).mm(DenseMatrix.of(coefficients)).toArray(new double[0][]);
        for (double[] row : values) {
            for (int pair = 0; pair < row.length; pair++) {
                row[pair] += intercepts[pair];
            }
        }
        return values;
    }

    /** Probability, pair by pair, that the first of two labels is right, given that one of them is. */
    private static double[] wins(double[] values) {
        double[] wins = new double[values.length];
        for (int pair = 0; pair < wins.length; pair++) {
            wins[pair] = 1 / (1 + Math.exp(-STEEPNESS * values[pair]));
        }
        return wins;
    }

    private int vote(double[] values, double[] probability) {
        int[] votes = new int[labels];
        for (int first = 0, pair = 0; first < labels; first++) {
            for (int second = first + 1; second < labels; second++, pair++) {
                votes[values[pair] > 0 ? first : second]++;
            }
        }
        return Election.winner(votes, probability);
    }

    @Override
    public Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("gamma", Tensors.of(gamma));
        tensors.put("vectors", Tensors.of(vectors));
        tensors.put("coefficients", Tensors.of(coefficients));
        tensors.put("intercepts", Tensors.of(intercepts));
        return tensors;
    }

    static SvmClassifier of(Map<String, Tensor> tensors) {
        double[] intercepts = Tensors.row(tensors.get("intercepts"));
        // A pair for every two of n labels makes n(n-1)/2 pairs.
        int labels = (int) Math.round((1 + Math.sqrt(1 + 8.0 * intercepts.length)) / 2);
        return new SvmClassifier(
                Tensors.row(tensors.get("gamma"))[0],
                labels,
                Tensors.rows(tensors.get("vectors")),
                Tensors.rows(tensors.get("coefficients")),
                intercepts);
    }
}
