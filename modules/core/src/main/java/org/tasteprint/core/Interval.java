package org.tasteprint.core;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A 95 % confidence interval.
 *
 * @param low  lower end
 * @param high upper end
 */
public record Interval(double low, double high) {
    private static final double Z = 1.959963984540054;
    private static final int RESAMPLES = 2000;

    /**
     * Wilson's score interval of a proportion (Wilson 1927).
     *
     * @param hits  successes, in 0..n
     * @param n     trials, at least 1
     */
    public static Interval wilson(long hits, long n) {
        if (n < 1 || hits < 0 || hits > n) {
            throw new IllegalArgumentException("hits must be in 0..n and n positive; hits=" + hits + ", n=" + n);
        }
        double p = (double) hits / n;
        double scale = 1 + Z * Z / n;
        double centre = (p + Z * Z / (2 * n)) / scale;
        double half = Z / scale * Math.sqrt(p * (1 - p) / n + Z * Z / (4.0 * n * n));
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }

    /**
     * Percentile bootstrap of a weighted mean: the units (users, say) are drawn with replacement, each with its weight.
     *
     * @param values  a figure per unit, at least one
     * @param weights how much each unit counts: its number of pairs, or 1
     * @param seed    makes the interval repeatable
     */
    public static Interval bootstrap(double[] values, double[] weights, long seed) {
        if (values.length == 0 || values.length != weights.length) {
            throw new IllegalArgumentException(
                    "needs as many weights as values, at least one; %d and %d".formatted(weights.length, values.length));
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] means = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            double sum = 0;
            double weight = 0;
            for (int i = 0; i < values.length; i++) {
                int drawn = random.nextInt(values.length);
                sum += values[drawn] * weights[drawn];
                weight += weights[drawn];
            }
            means[r] = weight == 0 ? 0 : sum / weight;
        }
        Arrays.sort(means);
        return new Interval(means[(int) (0.025 * RESAMPLES)], means[(int) (0.975 * RESAMPLES) - 1]);
    }

    /** Percentile bootstrap of a plain mean over units that count alike. */
    public static Interval bootstrap(double[] values, long seed) {
        double[] weights = new double[values.length];
        Arrays.fill(weights, 1);
        return bootstrap(values, weights, seed);
    }
}
