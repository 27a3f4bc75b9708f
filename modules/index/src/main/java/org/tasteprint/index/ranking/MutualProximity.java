package org.tasteprint.index.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.util.VectorUtil;
import smile.math.special.Erf;

/**
 * How near two points are to each other, judged from both sides: the probability that a random point is less similar to either than
 * they are to one another. A hub is similar to everything, so that being similar to it means little. After Schnitzer, Flexer,
 * Schedl and Widmer, "Local and global scaling reduce hubs in space" (JMLR 2012), with similarities taken for normally distributed and
 * their moments estimated on a sample of the points (Feldbauer, Leodolter, Plant and Flexer 2018).
 */
public final class MutualProximity {
    /** Points that the similarities of a point are estimated on; more change little. */
    public static final int SAMPLE = 256;

    private final float[][] sample;

    /**
     * The similarities of one point to all.
     *
     * @param mean      of the cosines
     * @param deviation standard deviation of the cosines
     */
    public record Surroundings(double mean, double deviation) {}

    /** @param sample float[points][dimensions], each of length 1, not empty */
    public MutualProximity(float[][] sample) {
        this.sample = sample;
    }

    /** What a point sees of the space. */
    public Surroundings of(float[] unit) {
        double sum = 0;
        double squares = 0;
        for (float[] other : sample) {
            double similarity = VectorUtil.dotProduct(unit, other);
            sum += similarity;
            squares += similarity * similarity;
        }
        double mean = sum / sample.length;
        return new Surroundings(mean, Math.sqrt(Math.max(squares / sample.length - mean * mean, 1e-12)));
    }

    /**
     * Logarithm of the mutual proximity's odds, to a constant: grows with nearness, and still tells points apart where the
     * probability itself rounds to 1.
     */
    public static double of(double similarity, Surroundings one, Surroundings other) {
        double beyondOne = beyond((similarity - one.mean()) / one.deviation());
        double beyondOther = beyond((similarity - other.mean()) / other.deviation());
        return -Math.log(beyondOne + beyondOther - beyondOne * beyondOther);
    }

    /** The share of a normal distribution beyond z standard deviations. */
    private static double beyond(double z) {
        return Math.max(Erf.erfc(z / Math.sqrt(2)) / 2, Double.MIN_NORMAL);
    }

    /**
     * Candidates ranked by their mutual proximity to a query. Their relevance keeps the range that their similarities have, so that
     * it can be weighed against similarities.
     *
     * @param query      float[dimensions] of length 1
     * @param candidates with their vectors
     */
    public List<Candidate> ranked(float[] query, List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return candidates;
        }
        Surroundings around = of(query);
        double[] proximity = candidates.stream()
                .mapToDouble(candidate -> of(candidate.similarity(), around, of(candidate.unit())))
                .toArray();
        Range from = Range.of(proximity);
        Range to = Range.of(candidates.stream().mapToDouble(Candidate::similarity).toArray());
        List<Candidate> ranked = new ArrayList<>();
        for (int i = 0; i < proximity.length; i++) {
            ranked.add(candidates.get(i).relevant(to.at(from.share(proximity[i]))));
        }
        ranked.sort(Comparator.comparingDouble(Candidate::relevance).reversed().thenComparing(Candidate::id));
        return ranked;
    }

    private record Range(double low, double high) {
        static Range of(double[] values) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double value : values) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            return new Range(low, high);
        }

        double share(double value) {
            return high == low ? 0 : (value - low) / (high - low);
        }

        double at(double share) {
            return low + share * (high - low);
        }
    }
}
