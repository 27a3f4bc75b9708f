package org.tasteprint.taste.sound;

import java.util.Arrays;
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
    /** Part of the covariance that is replaced by its mean variance: there are far fewer tracks than pairs of dimensions. */
    private static final double SHRINKAGE = 0.3;

    /**
     * Learns from tracks.
     *
     * @param sounds  standardised, one a track
     * @param heard   tracks whose sound is there, at least one
     * @param artists the tracks of each artist
     */
    static Whitening of(List<float[]> sounds, BitSet heard, int[][] artists) {
        int d = sounds.get(heard.nextSetBit(0)).length;
        double[][] covariance = covariance(sounds, heard, artists, d);
        double trace = 0;
        for (int i = 0; i < d; i++) {
            trace += covariance[i][i];
        }
        if (trace == 0) {
            return identity(d); // no artist has two tracks
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] *= (1 - SHRINKAGE) * d / trace;
            }
            covariance[i][i] += SHRINKAGE;
        }
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

    /** The lower triangle of the scatter around the means of artists, one artist after the other. */
    private static double[][] covariance(List<float[]> sounds, BitSet heard, int[][] artists, int d) {
        double[][] scatter = new double[d][];
        Arrays.setAll(scatter, i -> new double[i + 1]);
        double[] off = new double[d];
        for (int[] artist : artists) {
            int[] tracks = Arrays.stream(artist).filter(heard::get).toArray();
            double[] sum = tracks.length > 1 ? sum(sounds, tracks, d) : off;
            for (int t = 0; t < tracks.length && tracks.length > 1; t++) {
                float[] sound = sounds.get(tracks[t]);
                for (int i = 0; i < d; i++) {
                    off[i] = sound[i] - sum[i] / tracks.length;
                    double[] row = scatter[i];
                    for (int j = 0; j <= i; j++) {
                        row[j] += off[i] * off[j];
                    }
                }
            }
        }
        return scatter;
    }

    private static double[] sum(List<float[]> sounds, int[] tracks, int d) {
        double[] sum = new double[d];
        for (int track : tracks) {
            float[] sound = sounds.get(track);
            for (int i = 0; i < d; i++) {
                sum[i] += sound[i];
            }
        }
        return sum;
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
