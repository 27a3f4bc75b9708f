package org.tasteprint.taste.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/** The best of many items, and how many of the wanted ones are among them. */
public final class TopItems {
    private TopItems() {}

    /** The {@code k} items with the highest scores, best first; of equal scores the first item. */
    public static int[] of(double[] scores, int k) {
        Comparator<Integer> worstFirst = Comparator.<Integer>comparingDouble(item -> scores[item]).thenComparing(Comparator.reverseOrder());
        PriorityQueue<Integer> best = new PriorityQueue<>(k + 1, worstFirst);
        for (int item = 0; item < scores.length; item++) {
            if (best.size() < k) {
                best.add(item);
            } else if (scores[item] > scores[best.peek()]) {
                best.poll();
                best.add(item);
            }
        }
        int[] top = new int[best.size()];
        for (int i = top.length - 1; i >= 0; i--) {
            top[i] = best.poll();
        }
        return top;
    }

    /** The share of the wanted items that are among the first {@code k}. */
    public static double recall(int[] top, int[] wanted, int k) {
        return Arrays.stream(top).limit(k).filter(item -> contains(wanted, item)).count() / (double) wanted.length;
    }

    /** Normalised discounted cumulative gain at {@code k} with gain 1 for a wanted item (Järvelin and Kekäläinen 2002). */
    public static double ndcg(int[] top, int[] wanted, int k) {
        double gain = 0;
        for (int rank = 0; rank < Math.min(k, top.length); rank++) {
            gain += contains(wanted, top[rank]) ? discount(rank) : 0;
        }
        double ideal = 0;
        for (int rank = 0; rank < Math.min(k, wanted.length); rank++) {
            ideal += discount(rank);
        }
        return gain / ideal;
    }

    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 2);
    }

    private static boolean contains(int[] items, int item) {
        return Arrays.stream(items).anyMatch(candidate -> candidate == item);
    }
}
