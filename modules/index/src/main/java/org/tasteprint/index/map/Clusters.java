package org.tasteprint.index.map;

import smile.clustering.CentroidClustering;
import smile.clustering.Clustering;
import smile.clustering.KMeans;
import smile.math.MathEx;

/** Groups of points that lie together: k-means (with seeds chosen by k-means++) on vectors of length 1. */
public final class Clusters {
    private static final int MOST_ITERATIONS = 50;
    private static final int MOST_BY_DEFAULT = 40;
    private final CentroidClustering<float[], float[]> clustering;

    private Clusters(CentroidClustering<float[], float[]> clustering) {
        this.clustering = clustering;
    }

    /**
     * Finds clusters; the same ones for the same points, count and seed.
     *
     * @param units float[points][dimensions], each of length 1
     * @param count how many clusters, at least 2; at most one for two points
     */
    public static Clusters of(float[][] units, int count, long seed) {
        if (count < 2 || count > units.length / 2) {
            throw new IllegalArgumentException(
                    "count must be in 2..%d for %d points; count=%d".formatted(units.length / 2, units.length, count));
        }
        MathEx.setSeed(seed);
        return new Clusters(KMeans.fit(units, new Clustering.Options(count, MOST_ITERATIONS)));
    }

    /** A number of clusters that a person can still take in: the root of half the points (Mardia, Kent and Bibby 1979), at most 40. */
    public static int usualCount(int points) {
        return Math.clamp(Math.round(Math.sqrt(points / 2.0)), 2, MOST_BY_DEFAULT);
    }

    /** How many there are. */
    public int count() {
        return clustering.k();
    }

    /** The cluster that a point of the space belongs to, from 0. */
    public int of(float[] unit) {
        return clustering.predict(unit);
    }
}
