package org.tasteprint.taste.tower;

import java.util.List;
import org.tasteprint.taste.table.ComputedRows;

/**
 * Brings every dimension to mean 0 and deviation 1.
 *
 * @param mean  float[dimensions]
 * @param scale float[dimensions]: 1 / standard deviation, or 0 for a dimension that does not vary
 */
public record Standardisation(float[] mean, float[] scale) {
    private static final double CONSTANT = 1e-6;

    /** Learns from rows, at least one. */
    public static Standardisation of(List<float[]> rows) {
        int d = rows.getFirst().length;
        double[] sum = new double[d];
        double[] squares = new double[d];
        for (float[] row : rows) {
            for (int i = 0; i < d; i++) {
                sum[i] += row[i];
            }
        }
        for (float[] row : rows) {
            for (int i = 0; i < d; i++) {
                double off = row[i] - sum[i] / rows.size();
                squares[i] += off * off;
            }
        }
        float[] mean = new float[d];
        float[] scale = new float[d];
        for (int i = 0; i < d; i++) {
            double deviation = Math.sqrt(squares[i] / rows.size());
            mean[i] = (float) (sum[i] / rows.size());
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

    /** The same of many, each when it is asked for; {@code null} stays what it is. */
    public List<float[]> apply(List<float[]> rows) {
        return ComputedRows.of(rows.size(), i -> {
            float[] row = rows.get(i);
            return row == null ? null : apply(row);
        });
    }
}
