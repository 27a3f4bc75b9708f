package org.tasteprint.core;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Measures of how well scores put relevant items before the others. */
public final class RankedScores {
    private RankedScores() {}

    /**
     * Area under the ROC curve: the probability that a relevant item scores above another, ties counted half.
     *
     * @return in 0..1, or NaN when all items are relevant or none is
     */
    public static double rocAuc(double[] scores, boolean[] relevant) {
        Integer[] order = ascending(scores);
        double rankSum = 0;
        long positives = 0;
        for (int start = 0; start < order.length; ) {
            int end = start;
            while (end < order.length && scores[order[end]] == scores[order[start]]) {
                end++;
            }
            double rank = (start + 1 + end) / 2.0;
            for (int i = start; i < end; i++) {
                if (relevant[order[i]]) {
                    rankSum += rank;
                    positives++;
                }
            }
            start = end;
        }
        long negatives = order.length - positives;
        return (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
    }

    /**
     * Average precision, the area under the precision-recall curve as a step function; items of one score enter together.
     *
     * @return in 0..1, or NaN when no item is relevant
     */
    public static double averagePrecision(double[] scores, boolean[] relevant) {
        Integer[] order = ascending(scores);
        long total = IntStream.range(0, relevant.length).filter(i -> relevant[i]).count();
        double sum = 0;
        long hits = 0;
        long seen = 0;
        for (int end = order.length; end > 0; ) {
            int start = end;
            long hitsBefore = hits;
            while (start > 0 && scores[order[start - 1]] == scores[order[end - 1]]) {
                start--;
                hits += relevant[order[start]] ? 1 : 0;
            }
            seen += end - start;
            sum += (double) (hits - hitsBefore) * hits / seen;
            end = start;
        }
        return sum / total;
    }

    private static Integer[] ascending(double[] scores) {
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
        return order;
    }
}
