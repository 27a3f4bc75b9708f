package org.tasteprint.genre.classifier;

import java.util.Arrays;

/** Turns scores into probabilities. */
public final class Softmax {
    private Softmax() {}

    /** Returns double[scores]: positive, summing to 1, in the proportions of {@code exp(score)}. */
    public static double[] of(double[] scores) {
        // The largest is taken off first, so that no exponential overflows.
        double largest = Arrays.stream(scores).max().orElseThrow();
        double[] probability = Arrays.stream(scores).map(score -> Math.exp(score - largest)).toArray();
        double sum = Arrays.stream(probability).sum();
        Arrays.setAll(probability, label -> probability[label] / sum);
        return probability;
    }
}
