package org.tasteprint.genre.classifier;

import java.util.Arrays;
import smile.math.kernel.MercerKernel;
import smile.tensor.DenseMatrix;

/**
 * The Gaussian kernel {@code exp(-gamma |x - y|²)}: of two rows for Smile's training, which asks for few of all pairs, and of
 * two sets of rows by one matrix product, where all are needed.
 */
record RbfKernel(double gamma) implements MercerKernel<double[]> {
    /** {@code gamma} such that distances are measured in the data's own spread: 1 / (columns × variance of all values). */
    static RbfKernel scaledTo(double[][] rows) {
        double mean = 0;
        double n = (double) rows.length * rows[0].length;
        for (double[] row : rows) {
            mean += Arrays.stream(row).sum() / n;
        }
        double variance = 0;
        for (double[] row : rows) {
            for (double value : row) {
                variance += (value - mean) * (value - mean) / n;
            }
        }
        return new RbfKernel(variance > 0 ? 1 / (rows[0].length * variance) : 1);
    }

    @Override
    public double k(double[] x, double[] y) {
        // Four sums side by side: one would make every addition wait for the one before.
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < x.length; i += 4) {
            a += (x[i] - y[i]) * (x[i] - y[i]);
            b += (x[i + 1] - y[i + 1]) * (x[i + 1] - y[i + 1]);
            c += (x[i + 2] - y[i + 2]) * (x[i + 2] - y[i + 2]);
            d += (x[i + 3] - y[i + 3]) * (x[i + 3] - y[i + 3]);
        }
        for (; i < x.length; i++) {
            a += (x[i] - y[i]) * (x[i] - y[i]);
        }
        return Math.exp(-gamma * (a + b + c + d));
    }

    /** Returns double[x][y]. */
    double[][] between(double[][] x, double[][] y) {
        OpenBlas.load();
        double[][] products = DenseMatrix.of(x).mt(DenseMatrix.of(y)).toArray(new double[0][]);
        double[] squaresOfX = squares(x);
        double[] squaresOfY = squares(y);
        for (int i = 0; i < x.length; i++) {
            double[] row = products[i];
            for (int j = 0; j < y.length; j++) {
                // Rounding can make the distance of a row to itself slightly negative.
                row[j] = Math.exp(-gamma * Math.max(0, squaresOfX[i] + squaresOfY[j] - 2 * row[j]));
            }
        }
        return products;
    }

    private static double[] squares(double[][] rows) {
        return Arrays.stream(rows)
                .mapToDouble(row -> Arrays.stream(row).map(value -> value * value).sum())
                .toArray();
    }

    /** Smile tunes kernels through these; training does not ask for them. */
    @Override
    public double[] kg(double[] x, double[] y) {
        return new double[] {k(x, y), 0};
    }

    @Override
    public RbfKernel of(double[] parameters) {
        return new RbfKernel(parameters[0]);
    }

    @Override
    public double[] hyperparameters() {
        return new double[] {gamma};
    }

    @Override
    public double[] lo() {
        return new double[] {1e-10};
    }

    @Override
    public double[] hi() {
        return new double[] {1e10};
    }
}
