package org.tasteprint.taste.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/**
 * What is recommended in the first ten places, to all listeners taken together.
 *
 * @param coverage   share of the items that anybody is recommended
 * @param percentile mean popularity of what is recommended, as the share of items with fewer listeners, ties counted half; 0.5 is
 *     no bias
 * @param gini       Gini coefficient of how often items are recommended: 0 all alike, near 1 a few for everybody
 */
public record Exposure(
        @JsonProperty("coverage@10") double coverage,
        @JsonProperty("popularity_percentile@10") double percentile,
        @JsonProperty("gini@10") double gini) {
    private static final int PLACES = 10;

    /** @param listeners of each item */
    static Exposure of(int[][] top, double[] listeners) {
        double[] percentiles = percentiles(listeners);
        double[] shown = new double[listeners.length];
        double sum = 0;
        long places = 0;
        for (int[] list : top) {
            for (int place = 0; place < Math.min(PLACES, list.length); place++) {
                shown[list[place]]++;
                sum += percentiles[list[place]];
                places++;
            }
        }
        double covered = Arrays.stream(shown).filter(times -> times > 0).count() / (double) shown.length;
        return new Exposure(covered, places == 0 ? 0 : sum / places, gini(shown));
    }

    private static double[] percentiles(double[] listeners) {
        double[] sorted = listeners.clone();
        Arrays.sort(sorted);
        return Arrays.stream(listeners)
                .map(count -> (first(sorted, count) + first(sorted, Math.nextUp(count))) / 2.0 / sorted.length)
                .toArray();
    }

    /** How many of the sorted values are below one. */
    private static int first(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double gini(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < sorted.length; i++) {
            sum += sorted[i];
            weighted += (i + 1) * sorted[i];
        }
        return sum == 0 ? 0 : 2 * weighted / (sorted.length * sum) - (sorted.length + 1.0) / sorted.length;
    }
}
