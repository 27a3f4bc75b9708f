package org.tasteprint.taste.measure;

import java.util.Arrays;

/** How often what a listener likes scores above what they do not. */
public final class PairAccuracy {
    private PairAccuracy() {}

    /**
     * The share of pairs that are in the right order, ties counted half; this is the area under the ROC curve.
     *
     * @param scores  one an item
     * @param better  items that should score high, at least one
     * @param worse   items that should score low, at least one
     */
    public static double of(double[] scores, int[] better, int[] worse) {
        double[] high = Arrays.stream(better).mapToDouble(item -> scores[item]).sorted().toArray();
        double[] low = Arrays.stream(worse).mapToDouble(item -> scores[item]).sorted().toArray();
        int below = 0;
        int upTo = 0;
        double right = 0;
        for (double score : high) {
            while (below < low.length && low[below] < score) {
                below++;
            }
            while (upTo < low.length && low[upTo] <= score) {
                upTo++;
            }
            right += (below + upTo) / 2.0;
        }
        return right / ((double) high.length * low.length);
    }
}
