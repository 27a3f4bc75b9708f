package org.tasteprint.taste.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tasteprint.core.Interval;

/**
 * Figures of several systems on the same questions, kept by listener: a listener's figures of several folds are one unit of the
 * bootstrap. System 0 is ours, the others are what it is compared with.
 */
final class Comparison {
    private final List<String> systems;
    private final long seed;
    private final Map<String, double[]> sums = new TreeMap<>();

    /** @param seed of the bootstrap */
    Comparison(List<String> systems, long seed) {
        this.systems = List.copyOf(systems);
        this.seed = seed;
    }

    /**
     * One listener's figures.
     *
     * @param weight  how much they count: the number of pairs, or 1
     * @param figures one a system
     */
    void add(String user, double weight, double... figures) {
        double[] sum = sums.computeIfAbsent(user, id -> new double[systems.size() + 1]);
        for (int i = 0; i < figures.length; i++) {
            sum[i] += weight * figures[i];
        }
        sum[systems.size()] += weight;
    }

    boolean isEmpty() {
        return sums.isEmpty();
    }

    int users() {
        return sums.size();
    }

    double weight() {
        return Arrays.stream(weights()).sum();
    }

    double mean(int system) {
        return sums.values().stream().mapToDouble(sum -> sum[system]).sum() / weight();
    }

    Interval interval(int system) {
        return Interval.bootstrap(values(system), weights(), seed);
    }

    /** Interval of our figure minus the system's, listener by listener. */
    Interval lead(int system) {
        double[] ours = values(0);
        double[] theirs = values(system);
        for (int i = 0; i < ours.length; i++) {
            ours[i] -= theirs[i];
        }
        return Interval.bootstrap(ours, weights(), seed);
    }

    /** Writes the means of the systems but ours, and their intervals under {@code part.name}. */
    void report(String part, Map<String, Double> means, Map<String, Interval> intervals, Map<String, Interval> leads) {
        for (int system = 1; system < systems.size() && !isEmpty(); system++) {
            means.put(systems.get(system), mean(system));
            intervals.put(part + "." + systems.get(system), interval(system));
            leads.put(part + "." + systems.get(system), lead(system));
        }
    }

    private double[] values(int system) {
        return sums.values().stream().mapToDouble(sum -> sum[system] / sum[systems.size()]).toArray();
    }

    private double[] weights() {
        return sums.values().stream().mapToDouble(sum -> sum[systems.size()]).toArray();
    }
}
