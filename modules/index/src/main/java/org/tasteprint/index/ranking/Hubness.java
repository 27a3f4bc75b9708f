package org.tasteprint.index.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;
import org.tasteprint.core.Progress;
import org.tasteprint.index.query.Attributes;
import org.tasteprint.index.ranking.MutualProximity.Surroundings;

/**
 * How unequally points come up among each other's k nearest (k-occurrence; Radovanović, Nanopoulos and Ivanović 2010): with the cosine,
 * and with mutual proximity. Skewness is the third standardised moment; 0 where everybody comes up about equally often, above 1.4
 * where there are hubs (Schnitzer and others 2012).
 *
 * @param points            how many took part
 * @param k                 neighbours of each
 * @param skewness          of the occurrences by cosine
 * @param skewnessReduced   of the occurrences by mutual proximity
 * @param most              how often the most frequent point comes up by cosine
 * @param mostReduced       the same by mutual proximity
 * @param neverShare        share of points that never come up by cosine, in 0..1
 * @param neverShareReduced the same by mutual proximity
 */
public record Hubness(
        int points,
        int k,
        double skewness,
        double skewnessReduced,
        int most,
        int mostReduced,
        double neverShare,
        double neverShareReduced) {
    /** Candidates that mutual proximity ranks, as a query does. */
    private static final int CANDIDATES = 100;

    /**
     * Measures points against each other, every pair of them.
     *
     * @param units     float[points][dimensions], each of length 1
     * @param k         at least 1
     * @param proximity of the space that the points belong to
     */
    public static Hubness of(float[][] units, int k, MutualProximity proximity, Progress progress) {
        Surroundings[] around = IntStream.range(0, units.length)
                .parallel()
                .mapToObj(i -> proximity.of(units[i]))
                .toArray(Surroundings[]::new);
        int[][] byCosine = new int[units.length][];
        int[][] byProximity = new int[units.length][];
        try (Progress.Task task = progress.begin("counting occurrences", "points", units.length)) {
            IntStream.range(0, units.length).parallel().forEach(i -> {
                List<Candidate> candidates = nearest(units, i, Math.max(k, CANDIDATES));
                byCosine[i] = first(candidates, k);
                candidates.replaceAll(candidate -> candidate.relevant(MutualProximity.of(
                        candidate.similarity(), around[i], around[Integer.parseInt(candidate.id())])));
                candidates.sort(Comparator.comparingDouble(Candidate::relevance).reversed());
                byProximity[i] = first(candidates, k);
                task.advance(1);
            });
        }
        int[] occurrences = count(byCosine);
        int[] reduced = count(byProximity);
        return new Hubness(
                units.length,
                k,
                skewness(occurrences),
                skewness(reduced),
                Arrays.stream(occurrences).max().orElse(0),
                Arrays.stream(reduced).max().orElse(0),
                neverShare(occurrences),
                neverShare(reduced));
    }

    private static List<Candidate> nearest(float[][] units, int of, int most) {
        record Pair(int other, float similarity) {}
        PriorityQueue<Pair> best = new PriorityQueue<>(Comparator.comparingDouble(Pair::similarity));
        for (int i = 0; i < units.length; i++) {
            if (i == of) {
                continue;
            }
            float similarity = VectorUtil.dotProduct(units[of], units[i]);
            if (best.size() < most || similarity > best.peek().similarity()) {
                best.add(new Pair(i, similarity));
                if (best.size() > most) {
                    best.remove();
                }
            }
        }
        List<Candidate> nearest = new ArrayList<>();
        best.stream()
                .sorted(Comparator.comparingDouble(Pair::similarity).reversed())
                .forEach(pair -> nearest.add(new Candidate(
                        Integer.toString(pair.other()),
                        pair.similarity(),
                        pair.similarity(),
                        units[pair.other()],
                        Attributes.NONE)));
        return nearest;
    }

    private static int[] first(List<Candidate> candidates, int k) {
        return candidates.stream().limit(k).mapToInt(candidate -> Integer.parseInt(candidate.id())).toArray();
    }

    private static int[] count(int[][] neighbours) {
        int[] occurrences = new int[neighbours.length];
        for (int[] of : neighbours) {
            for (int neighbour : of) {
                occurrences[neighbour]++;
            }
        }
        return occurrences;
    }

    private static double skewness(int[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double second = Arrays.stream(values).mapToDouble(v -> Math.pow(v - mean, 2)).average().orElse(0);
        double third = Arrays.stream(values).mapToDouble(v -> Math.pow(v - mean, 3)).average().orElse(0);
        return second == 0 ? 0 : third / Math.pow(second, 1.5);
    }

    private static double neverShare(int[] occurrences) {
        return Arrays.stream(occurrences).filter(count -> count == 0).count() / (double) Math.max(1, occurrences.length);
    }
}
