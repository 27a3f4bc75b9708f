package org.tasteprint.genre.classifier;

/**
 * {@code sum += a x} over vectors of floats, as BLAS has it. Loops without branches or dependencies, which the JVM compiles to vector
 * instructions; the same on every machine, whatever their width.
 */
final class Axpy {
    private Axpy() {}

    /** Adds {@code a x} to the first {@code length} values of {@code sum}. */
    static void add(float[] sum, int length, float a, float[] x) {
        for (int i = 0; i < length; i++) {
            sum[i] += a * x[i];
        }
    }

    /** Adds four vectors at once: the sum is read and written a quarter as often. */
    private static void add(float[] sum, int length, float a, float[] x, float b, float[] y, float c, float[] z, float d, float[] w) {
        for (int i = 0; i < length; i++) {
            sum[i] += a * x[i] + b * y[i] + c * z[i] + d * w[i];
        }
    }

    /**
     * Adds {@code Σ factors[k] vectors[k]}.
     *
     * @param length of the vectors, or how much of them counts
     */
    static void add(float[] sum, int length, float[] factors, float[][] vectors) {
        int k = 0;
        for (; k + 3 < factors.length; k += 4) {
            add(sum, length, factors[k], vectors[k], factors[k + 1], vectors[k + 1], factors[k + 2], vectors[k + 2], factors[k + 3], vectors[k + 3]);
        }
        for (; k < factors.length; k++) {
            add(sum, length, factors[k], vectors[k]);
        }
    }
}
