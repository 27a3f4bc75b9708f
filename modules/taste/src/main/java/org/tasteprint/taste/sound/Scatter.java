package org.tasteprint.taste.sound;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * How sound scatters around the means of groups.
 *
 * @param sums    the lower triangle of Σ x xᵀ over the deviations x from the mean of their group, row i of length i + 1
 * @param degrees of freedom: one fewer than tracks for each group that has any
 */
record Scatter(double[][] sums, int degrees) {
    /** However many tracks there are: a direction in which they hardly differ would count without bounds otherwise. */
    private static final double SHRINKAGE_AT_LEAST = 0.01;

    /**
     * Sums one group after the other.
     *
     * @param sounds float[d], one a track
     * @param heard  tracks whose sound is there
     * @param groups the tracks of each group
     */
    static Scatter withinGroups(List<float[]> sounds, BitSet heard, int[][] groups, int d) {
        double[][] sums = new double[d][];
        Arrays.setAll(sums, i -> new double[i + 1]);
        double[] deviation = new double[d];
        int degrees = 0;
        for (int[] group : groups) {
            int[] tracks = Arrays.stream(group).filter(heard::get).toArray();
            if (tracks.length < 2) {
                continue;
            }
            double[] sum = sum(sounds, tracks, d);
            for (int track : tracks) {
                float[] sound = sounds.get(track);
                for (int i = 0; i < d; i++) {
                    deviation[i] = sound[i] - sum[i] / tracks.length;
                    double[] row = sums[i];
                    for (int j = 0; j <= i; j++) {
                        row[j] += deviation[i] * deviation[j];
                    }
                }
            }
            degrees += tracks.length - 1;
        }
        return new Scatter(sums, degrees);
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

    /** Sum of the diagonal; 0 where no group has two tracks that differ. */
    double trace() {
        double trace = 0;
        for (int i = 0; i < sums.length; i++) {
            trace += sums[i][i];
        }
        return trace;
    }

    /**
     * The part of the covariance that is better taken from a multiple of the identity, in 0..1: oracle approximating shrinkage (Chen,
     * Wiesel, Eldar and Hero 2010, "Shrinkage algorithms for MMSE covariance estimation"). The fewer tracks for d dimensions, the more.
     */
    double shrinkage() {
        double d = sums.length;
        double squares = 0;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < i; j++) {
                squares += 2 * sums[i][j] * sums[i][j];
            }
            squares += sums[i][i] * sums[i][i];
        }
        double square = trace() * trace();
        double dispersion = (degrees + 1 - 2 / d) * (squares - square / d);
        return dispersion <= 0 ? 1 : Math.min(1, ((1 - 2 / d) * squares + square) / dispersion);
    }

    /** The lower triangle of the covariance of deviations, shrunken and scaled to a mean variance of 1. */
    double[][] shrunken() {
        double shrinkage = Math.max(SHRINKAGE_AT_LEAST, shrinkage());
        double scale = (1 - shrinkage) * sums.length / trace();
        double[][] covariance = new double[sums.length][];
        for (int i = 0; i < covariance.length; i++) {
            covariance[i] = Arrays.stream(sums[i]).map(sum -> scale * sum).toArray();
            covariance[i][i] += shrinkage;
        }
        return covariance;
    }
}
