package org.tasteprint.genre.classifier;

import java.util.Arrays;
import java.util.SplittableRandom;

/** One perceptron with a hidden layer in training, in plain Java: small enough that it needs no engine, and several can learn at once. */
final class PerceptronLearning {
    private final Mlp settings;
    private final SplittableRandom random;
    private final AdamRows hidden;
    private final AdamRows hiddenBias;
    private final AdamRows output;
    private final AdamRows outputBias;
    private int steps;

    PerceptronLearning(Mlp settings, int columns, int labels, long seed) {
        this.settings = settings;
        this.random = new SplittableRandom(seed);
        // Glorot and Bengio (2010), biases alike.
        float[][][] first = fresh(columns, settings.hidden());
        float[][][] second = fresh(settings.hidden(), labels);
        hidden = new AdamRows(first[0]);
        hiddenBias = new AdamRows(first[1]);
        output = new AdamRows(second[0]);
        outputBias = new AdamRows(second[1]);
    }

    private float[][][] fresh(int inputs, int outputs) {
        double bound = Math.sqrt(6.0 / (inputs + outputs));
        float[][] weights = new float[inputs][outputs];
        float[][] bias = new float[1][outputs];
        for (float[][] matrix : new float[][][] {weights, bias}) {
            for (float[] row : matrix) {
                for (int i = 0; i < outputs; i++) {
                    row[i] = (float) random.nextDouble(-bound, bound);
                }
            }
        }
        return new float[][][] {weights, bias};
    }

    /**
     * Takes one step.
     *
     * @param rows   float[batch][columns]
     * @param label  int[batch]
     * @param weight double[labels]: how much a row of a label counts
     * @return the mean cost of a row before the step, the penalty included
     */
    double step(float[][] rows, int[] label, double[] weight) {
        float[][] units = new float[rows.length][];
        float[][] blame = new float[rows.length][];
        double all = Arrays.stream(label).mapToDouble(l -> weight[l]).sum();
        double cost = 0;
        for (int row = 0; row < rows.length; row++) {
            boolean[] kept = kept();
            units[row] = units(rows[row], kept);
            double[] probability = probability(units[row]);
            cost -= weight[label[row]] * Math.log(Math.max(Double.MIN_NORMAL, probability[label[row]])) / all;
            float[] error = new float[probability.length];
            for (int l = 0; l < error.length; l++) {
                error[l] = (float) ((probability[l] - (l == label[row] ? 1 : 0)) * weight[label[row]] / all);
            }
            Axpy.add(outputBias.gradient()[0], error.length, 1, error);
            blame[row] = blame(units[row], error, kept);
            Axpy.add(hiddenBias.gradient()[0], blame[row].length, 1, blame[row]);
        }
        float[] column = new float[rows.length];
        for (int c = 0; c < hidden.gradient().length; c++) {
            for (int row = 0; row < rows.length; row++) {
                column[row] = rows[row][c];
            }
            Axpy.add(hidden.gradient()[c], settings.hidden(), column, blame);
        }
        double penalty = settings.penalty() / rows.length;
        cost += penalty / 2 * (hidden.sumOfSquares() + output.sumOfSquares());
        steps++;
        hidden.step(steps, settings.learningRate(), penalty);
        output.step(steps, settings.learningRate(), penalty);
        hiddenBias.step(steps, settings.learningRate(), 0);
        outputBias.step(steps, settings.learningRate(), 0);
        return cost;
    }

    /** Which hidden units take part; empty for all. */
    private boolean[] kept() {
        boolean[] kept = new boolean[settings.dropout() == 0 ? 0 : settings.hidden()];
        for (int unit = 0; unit < kept.length; unit++) {
            kept[unit] = random.nextDouble() >= settings.dropout();
        }
        return kept;
    }

    private float[] units(float[] row, boolean[] kept) {
        float[] units = hiddenBias.weight()[0].clone();
        Axpy.add(units, units.length, row, hidden.weight());
        for (int unit = 0; unit < units.length; unit++) {
            units[unit] = Math.max(0, units[unit]);
        }
        for (int unit = 0; unit < kept.length; unit++) {
            units[unit] = kept[unit] ? units[unit] / (float) (1 - settings.dropout()) : 0;
        }
        return units;
    }

    private double[] probability(float[] units) {
        float[] scores = outputBias.weight()[0].clone();
        Axpy.add(scores, scores.length, units, output.weight());
        double[] wide = new double[scores.length];
        Arrays.setAll(wide, label -> scores[label]);
        return Softmax.of(wide);
    }

    /** What the hidden units have to do with the error, which they hand on to their weights. */
    private float[] blame(float[] units, float[] error, boolean[] kept) {
        float scale = kept.length == 0 ? 1 : (float) (1 / (1 - settings.dropout()));
        float[] blame = new float[units.length];
        for (int unit = 0; unit < units.length; unit++) {
            if (units[unit] > 0) {
                Axpy.add(output.gradient()[unit], error.length, units[unit], error);
                float sum = 0;
                for (int label = 0; label < error.length; label++) {
                    sum += error[label] * output.weight()[unit][label];
                }
                blame[unit] = scale * sum;
            }
        }
        return blame;
    }

    /** A copy of what was learned. */
    PerceptronClassifier.Layers layers() {
        return new PerceptronClassifier.Layers(
                wide(hidden.weight()), wide(hiddenBias.weight())[0], wide(output.weight()), wide(outputBias.weight())[0]);
    }

    private static double[][] wide(float[][] rows) {
        return Tensors.rows(Tensors.of(rows));
    }
}
