package org.tasteprint.taste.shared;

import java.util.Arrays;
import java.util.List;
import org.tasteprint.core.Vectors;
import org.tasteprint.taste.listener.Cholesky;

/**
 * Weighted ridge regression with an intercept that is not penalised, for inputs of mean about 0. What does not depend on the penalty is
 * computed once, in one pass over the rows where there are more of them than dimensions; otherwise the rows are kept.
 */
public final class Ridge {
    private final double mean;
    private final double[] target;
    private final double[] weights;
    private final double[][] matrix;
    /** The rows, where there are fewer than dimensions; else none. */
    private final float[][] rows;

    private Ridge(double mean, double[] target, double[] weights, double[][] matrix, float[][] rows) {
        this.mean = mean;
        this.target = target;
        this.weights = weights;
        this.matrix = matrix;
        this.rows = rows;
    }

    /**
     * A linear function.
     *
     * @param weights   one a dimension
     * @param intercept its value at the origin
     */
    public record Linear(float[] weights, double intercept) {
        public double at(float[] x) {
            return intercept + Vectors.dot(weights, x);
        }
    }

    /**
     * Takes what is to be regressed.
     *
     * @param x       rows of one length, at least one
     * @param y       targets
     * @param weights positive, one a row
     */
    public static Ridge of(List<float[]> x, double[] y, double[] weights) {
        double total = Arrays.stream(weights).sum();
        double[] w = Arrays.stream(weights).map(weight -> weight * weights.length / total).toArray();
        double mean = 0;
        for (int i = 0; i < y.length; i++) {
            mean += w[i] * y[i] / y.length;
        }
        double[] centred = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            centred[i] = y[i] - mean;
        }
        return x.size() < x.getFirst().length ? dual(mean, x.toArray(float[][]::new), centred, w) : primal(mean, x, centred, w);
    }

    /** Minimises Σ w (y − m − βx)² + penalty |β|², with the weights scaled to mean 1 and m the weighted mean of y; penalty is positive. */
    public Linear solve(double penalty) {
        double[][] a = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
        for (int i = 0; i < a.length; i++) {
            a[i][i] += rows.length == 0 ? penalty : penalty / weights[i];
        }
        double[] solved = Cholesky.solve(a, target.clone());
        return new Linear(toFloats(rows.length == 0 ? solved : combined(solved)), mean);
    }

    /** XᵀWX and XᵀWy, for β = (XᵀWX + penalty I)⁻¹ XᵀWy: as many unknowns as dimensions. */
    private static Ridge primal(double mean, List<float[]> x, double[] y, double[] w) {
        int d = x.getFirst().length;
        double[][] a = new double[d][];
        Arrays.setAll(a, j -> new double[j + 1]);
        double[] b = new double[d];
        for (int i = 0; i < y.length; i++) {
            float[] row = x.get(i);
            for (int j = 0; j < d; j++) {
                double weighted = w[i] * row[j];
                b[j] += weighted * y[i];
                double[] sums = a[j];
                for (int k = 0; k <= j; k++) {
                    sums[k] += weighted * row[k];
                }
            }
        }
        return new Ridge(mean, b, w, a, new float[0][]);
    }

    /** XXᵀ, for β = Xᵀ (XXᵀ + penalty W⁻¹)⁻¹ y, the same: as many unknowns as rows. */
    private static Ridge dual(double mean, float[][] x, double[] y, double[] w) {
        double[][] a = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            a[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                a[i][j] = Vectors.dot(x[i], x[j]);
            }
        }
        return new Ridge(mean, y, w, a, x);
    }

    private double[] combined(double[] solved) {
        double[] beta = new double[rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int d = 0; d < beta.length; d++) {
                beta[d] += solved[i] * rows[i][d];
            }
        }
        return beta;
    }

    private static float[] toFloats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
