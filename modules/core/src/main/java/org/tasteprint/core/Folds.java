package org.tasteprint.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Cross-validation folds. */
public final class Folds {
    private Folds() {}

    /**
     * Deals items into folds so that a group is never torn apart and the labels spread evenly: groups are shuffled, the
     * largest go first, and each goes to the fold where it leaves the label counts most even.
     *
     * @param labels one a item: the class to spread, or the same text everywhere
     * @param groups one a item: what stays together (an artist), or a text of its own for each item
     * @param folds  how many, at least 2
     * @param seed   decides the shuffle
     * @return int[items]: the fold of each item, in 0..folds-1
     * @throws IllegalArgumentException when there are fewer groups than folds
     */
    public static int[] stratifiedByGroup(List<String> labels, List<String> groups, int folds, long seed) {
        Map<String, Integer> labelIndex = new HashMap<>();
        labels.forEach(label -> labelIndex.putIfAbsent(label, labelIndex.size()));
        Map<String, int[]> countsOfGroup = new LinkedHashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            countsOfGroup.computeIfAbsent(groups.get(i), g -> new int[labelIndex.size()])[labelIndex.get(labels.get(i))]++;
        }
        if (folds < 2 || countsOfGroup.size() < folds) {
            throw new IllegalArgumentException(
                    "folds must be in 2..number of groups; folds=%d, groups=%d".formatted(folds, countsOfGroup.size()));
        }
        List<String> order = new ArrayList<>(countsOfGroup.keySet());
        Collections.shuffle(order, new Random(seed));
        order.sort(Comparator.comparingInt((String g) -> -sum(countsOfGroup.get(g))));
        int[][] countsOfFold = new int[folds][labelIndex.size()];
        Map<String, Integer> foldOfGroup = new HashMap<>();
        for (String group : order) {
            int fold = mostEven(countsOfFold, countsOfGroup.get(group));
            foldOfGroup.put(group, fold);
            add(countsOfFold[fold], countsOfGroup.get(group));
        }
        return groups.stream().mapToInt(foldOfGroup::get).toArray();
    }

    /** The fold whose growth by {@code group} adds least to the sum of squared label counts. */
    private static int mostEven(int[][] countsOfFold, int[] group) {
        int best = 0;
        double bestCost = Double.POSITIVE_INFINITY;
        for (int fold = 0; fold < countsOfFold.length; fold++) {
            double cost = 0;
            for (int label = 0; label < group.length; label++) {
                cost += (2.0 * countsOfFold[fold][label] + group[label]) * group[label];
            }
            // Among equals the fold with the fewest items: labels alone do not tell an empty fold from a full one.
            cost += 1e-6 * sum(countsOfFold[fold]);
            if (cost < bestCost) {
                bestCost = cost;
                best = fold;
            }
        }
        return best;
    }

    private static void add(int[] to, int[] counts) {
        for (int i = 0; i < counts.length; i++) {
            to[i] += counts[i];
        }
    }

    private static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }
}
