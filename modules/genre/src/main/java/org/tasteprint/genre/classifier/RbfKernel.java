package org.tasteprint.genre.classifier;

import java.util.Arrays;

/**
 * The Gaussian kernel {@code exp(-gamma |x - y|²)} in single precision, of one row and many: their products column by column, then one
 * exponential a row.
 */
record RbfKernel(double gamma) {
    /** Below {@code exp(-16)}, a tenth of a millionth, rows count as equally far apart. */
    private static final float FARTHEST = -16;

    /** {@code exp(t) = exp(t / 32)^32}: close to 0 a short series will do. */
    private static final float PART = 1 / 32f;

    /**
     * Many rows.
     *
     * @param columns float[columns][rows]
     * @param squares float[rows]: the square of each row's length
     * @param count   how many
     */
    record Rows(float[][] columns, float[] squares, int count) {
        /** @param rows float[rows][columns], at least one */
        static Rows of(float[][] rows) {
            float[][] columns = new float[rows[0].length][rows.length];
            float[] squares = new float[rows.length];
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < columns.length; column++) {
                    columns[column][row] = rows[row][column];
                }
                squares[row] = square(rows[row]);
            }
            return new Rows(columns, squares, rows.length);
        }
    }

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

    /**
     * The kernel of a row with each of many; right to a few millionths.
     *
     * @param kernel float[at least rows.count()]: takes the values
     */
    void between(float[] row, Rows rows, float[] kernel) {
        Arrays.fill(kernel, 0, rows.count(), 0);
        Axpy.add(kernel, rows.count(), row, rows.columns());
        ofProducts(kernel, rows.squares(), square(row), (float) gamma, rows.count());
    }

    private static void ofProducts(float[] products, float[] squares, float square, float gamma, int count) {
        for (int i = 0; i < count; i++) {
            // Rounding can make the distance of a row to itself slightly negative.
            float distance = Math.max(0, square + squares[i] - 2 * products[i]);
            float t = PART * Math.max(FARTHEST, -gamma * distance);
            float e = 1 + t * (1 + t * (1 / 2f + t * (1 / 6f + t * (1 / 24f + t * (1 / 120f + t * (1 / 720f))))));
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            products[i] = e * e;
        }
    }

    private static float square(float[] row) {
        double sum = 0;
        for (float value : row) {
            sum += (double) value * value;
        }
        return (float) sum;
    }
}
