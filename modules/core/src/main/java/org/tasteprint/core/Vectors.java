package org.tasteprint.core;

import java.util.List;

/** Arithmetic on float vectors; sums are kept in double precision. */
public final class Vectors {
    private Vectors() {}

    /** Scalar product of two vectors of one length. */
    public static double dot(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("lengths differ: " + a.length + " and " + b.length);
        }
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    /** Euclidean length. */
    public static double norm(float[] a) {
        return Math.sqrt(dot(a, a));
    }

    /** Cosine of the angle between two vectors, in -1..1; 0 when either is the zero vector. */
    public static double cosine(float[] a, float[] b) {
        double norms = norm(a) * norm(b);
        return norms == 0 ? 0 : dot(a, b) / norms;
    }

    /** The vector of length 1 in the same direction; a zero vector stays zero. */
    public static float[] normalized(float[] a) {
        double norm = norm(a);
        float[] unit = new float[a.length];
        if (norm > 0) {
            for (int i = 0; i < a.length; i++) {
                unit[i] = (float) (a[i] / norm);
            }
        }
        return unit;
    }

    /**
     * The mean of some vectors.
     *
     * @param vectors of one length, at least one
     */
    public static float[] mean(List<float[]> vectors) {
        float[] mean = new float[vectors.getFirst().length];
        for (float[] vector : vectors) {
            for (int d = 0; d < mean.length; d++) {
                mean[d] += vector[d] / vectors.size();
            }
        }
        return mean;
    }
}
