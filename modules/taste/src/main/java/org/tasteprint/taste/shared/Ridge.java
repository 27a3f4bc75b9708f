package org.tasteprint.taste.shared;

import java.util.Arrays;
import org.tasteprint.core.Vectors;
import org.tasteprint.taste.listener.Cholesky;

/** Weighted ridge regression with an intercept that is not penalised, for inputs of mean about 0. */
public final class Ridge {
    private Ridge() {}

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
     * Minimises Σ w (y − m − βx)² + penalty |β|², with the weights scaled to mean 1 and m the weighted mean of y.
     *
     * @param x       float[n][d], n at least 1
     * @param y       targets
     * @param weights positive, one a row
     * @param penalty positive
     */
    public static Linear fit(float[][] x, double[] y, double[] weights, double penalty) {
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
        return new Linear(x.length < x[0].length ? dual(x, centred, w, penalty) : primal(x, centred, w, penalty), mean);
    }

    /** β = (XᵀWX + penalty I)⁻¹ XᵀWy: as many unknowns as dimensions. */
    private static float[] primal(float[][] x, double[] y, double[] w, double penalty) {
        int d = x[0].length;
        double[][] a = new double[d][d];
        double[] b = new double[d];
        for (int i = 0; i < x.length; i++) {
            float[] row = x[i];
            for (int j = 0; j < d; j++) {
                double weighted = w[i] * row[j];
                b[j] += weighted * y[i];
                for (int k = 0; k <= j; k++) {
                    a[j][k] += weighted * row[k];
                }
            }
        }
        for (int j = 0; j < d; j++) {
            a[j][j] += penalty;
        }
        Cholesky.solve(a, b);
        return toFloats(b);
    }

    /** β = Xᵀ (XXᵀ + penalty W⁻¹)⁻¹ y, the same: as many unknowns as rows. */
    private static float[] dual(float[][] x, double[] y, double[] w, double penalty) {
        int n = x.length;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                a[i][j] = Vectors.dot(x[i], x[j]);
            }
            a[i][i] += penalty / w[i];
        }
        double[] solved = Cholesky.solve(a, y.clone());
        double[] beta = new double[x[0].length];
        for (int i = 0; i < n; i++) {
            for (int d = 0; d < beta.length; d++) {
                beta[d] += solved[i] * x[i][d];
            }
        }
        return toFloats(beta);
    }

    private static float[] toFloats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
