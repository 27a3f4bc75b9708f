package org.tasteprint.taste.sound;

import java.util.BitSet;
import java.util.List;
import org.tasteprint.taste.listener.Cholesky;

/**
 * Turns sound so that what differs between tracks of one artist has about the same size in all directions: what is left to tell
 * tracks apart is what tells artists apart (Mahalanobis distance; "within-class covariance normalisation", Hatch, Kajarekar and
 * Stolcke 2006).
 *
 * @param rows float[d][]: the lower triangle of the inverse of the Cholesky factor of the shrunken covariance, row i of length i + 1
 */
record Whitening(float[][] rows) {
    /**
     * Learns from tracks.
     *
     * @param sounds  standardised, one a track
     * @param heard   tracks whose sound is there, at least one
     * @param artists the tracks of each artist
     */
    static Whitening of(List<float[]> sounds, BitSet heard, int[][] artists) {
        int d = sounds.get(heard.nextSetBit(0)).length;
        Scatter scatter = Scatter.withinGroups(sounds, heard, artists, d);
        if (scatter.trace() == 0) {
            return identity(d); // no artist has two tracks
        }
        double[][] covariance = scatter.shrunken();
        Cholesky.decompose(covariance);
        return new Whitening(inverse(covariance));
    }

    private static Whitening identity(int d) {
        float[][] rows = new float[d][];
        for (int i = 0; i < d; i++) {
            rows[i] = new float[i + 1];
            rows[i][i] = 1;
        }
        return new Whitening(rows);
    }

    /** The inverse of a lower triangle. */
    private static float[][] inverse(double[][] lower) {
        int d = lower.length;
        double[][] inverse = new double[d][];
        for (int i = 0; i < d; i++) {
            double[] row = new double[i + 1];
            for (int k = 0; k < i; k++) {
                for (int j = 0; j <= k; j++) {
                    row[j] -= lower[i][k] * inverse[k][j];
                }
            }
            for (int j = 0; j < i; j++) {
                row[j] /= lower[i][i];
            }
            row[i] = 1 / lower[i][i];
            inverse[i] = row;
        }
        float[][] rows = new float[d][];
        for (int i = 0; i < d; i++) {
            rows[i] = new float[i + 1];
            for (int j = 0; j <= i; j++) {
                rows[i][j] = (float) inverse[i][j];
            }
        }
        return rows;
    }

    float[] apply(float[] sound) {
        float[] white = new float[rows.length];
        for (int i = 0; i < white.length; i++) {
            float[] row = rows[i];
            float sum = 0;
            for (int j = 0; j <= i; j++) {
                sum += row[j] * sound[j];
            }
            white[i] = sum;
        }
        return white;
    }
}
