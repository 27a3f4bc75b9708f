package org.tasteprint.genre.classifier;

import java.util.Arrays;
import smile.tensor.DenseMatrix;

/** The Gaussian kernel {@code exp(-gamma |x - y|²)}, of two sets of rows by one matrix product. */
record RbfKernel(double gamma) {
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
}
