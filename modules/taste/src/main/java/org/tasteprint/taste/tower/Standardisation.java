package org.tasteprint.taste.tower;

import java.util.Arrays;

/**
 * Brings every dimension to mean 0 and deviation 1.
 *
 * @param mean  float[dimensions]
 * @param scale float[dimensions]: 1 / standard deviation, or 0 for a dimension that does not vary
 */
public record Standardisation(float[] mean, float[] scale) {
    private static final double CONSTANT = 1e-6;

    /** Learns from rows, at least one. */
    public static Standardisation of(float[][] rows) {
        int d = rows[0].length;
        double[] sum = new double[d];
        double[] squares = new double[d];
        for (float[] row : rows) {
            for (int i = 0; i < d; i++) {
                sum[i] += row[i];
            }
        }
        for (float[] row : rows) {
            for (int i = 0; i < d; i++) {
                double off = row[i] - sum[i] / rows.length;
                squares[i] += off * off;
            }
        }
        float[] mean = new float[d];
        float[] scale = new float[d];
        for (int i = 0; i < d; i++) {
            double deviation = Math.sqrt(squares[i] / rows.length);
            mean[i] = (float) (sum[i] / rows.length);
            scale[i] = deviation < CONSTANT ? 0 : (float) (1 / deviation);
        }
        return new Standardisation(mean, scale);
    }

    public float[] apply(float[] row) {
        float[] standard = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            standard[i] = (row[i] - mean[i]) * scale[i];
        }
        return standard;
    }

    public float[][] apply(float[][] rows) {
        return Arrays.stream(rows).map(this::apply).toArray(float[][]::new);
    }
}
