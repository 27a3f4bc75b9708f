package org.tasteprint.genre.classifier;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.tasteprint.nets.Tensor;

/**
 * Support vector machines with an RBF kernel, one for each pair of labels, which share their support vectors. Each pair
 * votes for one of its two labels; the label with most votes wins, among equals the most probable. Probabilities: a logistic
 * curve of each pair's decision value, then pairwise coupling; {@link Calibrated} sets them right.
 *
 * @param gamma        of the kernel
 * @param labels       how many
 * @param vectors      float[vectors][columns]: the rows that are a support vector of some pair
 * @param coefficients float[vectors][pairs]: 0 where it is none of the pair; pairs in the order (0,1), (0,2), … (1,2), …
 * @param intercepts   double[pairs]
 */
record SvmClassifier(
        double gamma,
        int labels,
        float[][] vectors,
        float[][] coefficients,
        double[] intercepts)
        implements SegmentClassifier {
    /** Steepness of the logistic curve: on the margin, where the decision value is 1, the odds are 9 to 1. */
    private static final double STEEPNESS = Math.log(9);

    /** Rows decided at a time: few enough for the nearest cache, and enough for vector instructions. */
    private static final int BLOCK_ROWS = 256;

    @Override
    public Decisions decide(double[][] rows) {
        int[] label = new int[rows.length];
        double[][] probability = new double[rows.length][];
        IntStream.range(0, Math.ceilDiv(rows.length, BLOCK_ROWS)).parallel().forEach(block -> {
            int from = block * BLOCK_ROWS;
            int to = Math.min(rows.length, from + BLOCK_ROWS);
            float[][] values = decisionValues(Arrays.copyOfRange(rows, from, to));
            for (int row = from; row < to; row++) {
                double[] own = column(values, row - from);
                probability[row] = PairwiseCoupling.couple(wins(own), labels);
                label[row] = vote(own, probability[row]);
            }
        });
        return new Decisions(label, probability);
    }

    /** Returns float[pairs][rows]: positive for the first label of the pair. */
    float[][] decisionValues(double[][] rows) {
        RbfKernel.Rows asked = RbfKernel.Rows.of(Arrays.stream(rows).map(Tensors::floats).toArray(float[][]::new));
        RbfKernel rbf = new RbfKernel(gamma);
        float[][] values = new float[intercepts.length][rows.length];
        float[] kernel = new float[rows.length];
        for (int pair = 0; pair < values.length; pair++) {
            Arrays.fill(values[pair], (float) intercepts[pair]);
        }
        for (int vector = 0; vector < vectors.length; vector++) {
            rbf.between(vectors[vector], asked, kernel);
            for (int pair = 0; pair < values.length; pair++) {
                if (coefficients[vector][pair] != 0) {
                    Axpy.add(values[pair], rows.length, coefficients[vector][pair], kernel);
                }
            }
        }
        return values;
    }

    private static double[] column(float[][] values, int row) {
        double[] own = new double[values.length];
        Arrays.setAll(own, pair -> values[pair][row]);
        return own;
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
                tensors.get("vectors").rows(),
                tensors.get("coefficients").rows(),
                intercepts);
    }
}
