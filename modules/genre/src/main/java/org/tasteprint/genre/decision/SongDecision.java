package org.tasteprint.genre.decision;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.genre.classifier.Election;
import org.tasteprint.genre.classifier.Softmax;

/** How the segments of a song decide about its genre. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SongDecision.Vote.class, name = "vote"),
    @JsonSubTypes.Type(value = SongDecision.Mean.class, name = "mean"),
    @JsonSubTypes.Type(value = SongDecision.Geometric.class, name = "geometric"),
    @JsonSubTypes.Type(value = SongDecision.Threshold.class, name = "threshold"),
    @JsonSubTypes.Type(value = SongDecision.Neighbours.class, name = "knn")
})
public sealed interface SongDecision {
    /** The vote, as the papers count it. */
    SongDecision DEFAULT = new Vote();

    /** Every way of deciding that needs nothing but a classifier's probabilities, with {@link Threshold#HALF} for thresholding. */
    List<SongDecision> FREE = List.of(new Vote(), new Mean(), new Geometric(), Threshold.HALF);

    /** Decides about one song. */
    Verdict decide(SongSegments segments);

    /** Every parameter by name, as a model's provenance keeps it. */
    Map<String, String> asText();

    /** Whether the probabilities of its verdicts are the means over all segments, for which a classifier may know what they are worth. */
    default boolean saysMeans() {
        return false;
    }

    /** Its name. */
    default String label() {
        return asText().get("decision");
    }

    /**
     * The decision of a name.
     *
     * @param text {@code vote}, {@code mean}, {@code geometric}, {@code threshold} or {@code knn}
     * @throws TasteprintException {@code INVALID_INPUT} for another
     */
    static SongDecision parse(String text) {
        return switch (text) {
            case "vote" -> new Vote();
            case "mean" -> new Mean();
            case "geometric" -> new Geometric();
            case "threshold" -> Threshold.TO_BE_CHOSEN;
            case "knn" -> Neighbours.DEFAULT;
            default -> throw new TasteprintException(
                    Kind.INVALID_INPUT,
                    "decision must be vote, mean, geometric, threshold or knn; decision=%s".formatted(text));
        };
    }

    /** What most segments were taken for; among equals the one of highest mean probability. Its probabilities are the means. */
    record Vote() implements SongDecision {
        @Override
        public Verdict decide(SongSegments segments) {
            return vote(segments, segment -> true);
        }

        @Override
        public boolean saysMeans() {
            return true;
        }

        @Override
        public Map<String, String> asText() {
            return Map.of("decision", "vote");
        }
    }

    /** The label of highest mean probability over the segments. */
    record Mean() implements SongDecision {
        @Override
        public Verdict decide(SongSegments segments) {
            return Verdict.ofProbability(mean(segments.probability()));
        }

        @Override
        public boolean saysMeans() {
            return true;
        }

        @Override
        public Map<String, String> asText() {
            return Map.of("decision", "mean");
        }
    }

    /**
     * The label whose probabilities have the highest product: a segment that excludes a label counts more than one that is
     * undecided. No probability counts as less than a millionth, so that a single segment does not decide alone.
     */
    record Geometric() implements SongDecision {
        private static final double LEAST = 1e-6;

        @Override
        public Verdict decide(SongSegments segments) {
            double[] logarithm = new double[segments.labels()];
            for (double[] row : segments.probability()) {
                for (int label = 0; label < logarithm.length; label++) {
                    logarithm[label] += Math.log(Math.max(LEAST, row[label])) / segments.probability().length;
                }
            }
            return Verdict.ofProbability(Softmax.of(logarithm));
        }

        @Override
        public Map<String, String> asText() {
            return Map.of("decision", "geometric");
        }
    }

    /**
     * The vote of the segments that are sure: those whose label has a higher probability than a threshold; where there is none, of all.
     * Liang and Gu (2019) suspect that it does better than the vote of all, and leave it open how.
     *
     * @param least the threshold, 0 to 1; empty where training is to choose it, see {@link ThresholdSearch}
     */
    record Threshold(OptionalDouble least) implements SongDecision {
        /** Training chooses. */
        public static final Threshold TO_BE_CHOSEN = new Threshold(OptionalDouble.empty());

        /** A segment counts where its label is more probable than all others together. */
        public static final Threshold HALF = new Threshold(OptionalDouble.of(0.5));

        public Threshold {
            if (least.isPresent() && !(least.getAsDouble() >= 0 && least.getAsDouble() <= 1)) {
                throw new IllegalArgumentException("least must be in 0..1; least=" + least.getAsDouble());
            }
        }

        /** @throws IllegalStateException while the threshold is to be chosen */
        @Override
        public Verdict decide(SongSegments segments) {
            double threshold = least.orElseThrow(() -> new IllegalStateException("the threshold has not been chosen"));
            boolean anySure = IntStream.range(0, segments.label().length).anyMatch(i -> isSure(segments, i, threshold));
            return vote(segments, segment -> !anySure || isSure(segments, segment, threshold));
        }

        private static boolean isSure(SongSegments segments, int segment, double threshold) {
            return segments.probability()[segment][segments.label()[segment]] > threshold;
        }

        @Override
        public Map<String, String> asText() {
            return least.isEmpty()
                    ? Map.of("decision", "threshold")
                    : Map.of("decision", "threshold", "threshold", Double.toString(least.getAsDouble()));
        }
    }

    /**
     * The genre of most of the training segments that are nearest to the song's: k neighbours of each segment, all in one count. What
     * Sanfiz and Torra name as future work. The classifier decides about no song then, only about single segments.
     *
     * @param k neighbours of each segment
     */
    record Neighbours(int k) implements SongDecision {
        /** As many as do not follow a single mislabelled song: its own segments are neighbours of each other. */
        public static final Neighbours DEFAULT = new Neighbours(15);

        public Neighbours {
            if (k < 1) {
                throw new IllegalArgumentException("k must be positive; k=" + k);
            }
        }

        /** @throws IllegalArgumentException where nobody looked for neighbours */
        @Override
        public Verdict decide(SongSegments segments) {
            if (segments.neighbours().length == 0) {
                throw new IllegalArgumentException("the neighbours of the segments are not known");
            }
            return Verdict.ofProbability(mean(segments.neighbours()));
        }

        @Override
        public Map<String, String> asText() {
            return Map.of("decision", "knn", "decision_neighbours", Integer.toString(k));
        }
    }

    private static Verdict vote(SongSegments segments, IntPredicate counts) {
        int[] counted = IntStream.range(0, segments.label().length).filter(counts).toArray();
        int[] votes = new int[segments.labels()];
        for (int segment : counted) {
            votes[segments.label()[segment]]++;
        }
        double[] mean = mean(Arrays.stream(counted).mapToObj(i -> segments.probability()[i]).toArray(double[][]::new));
        return new Verdict(Election.winner(votes, mean), mean);
    }

    private static double[] mean(double[][] rows) {
        double[] mean = new double[rows[0].length];
        for (double[] row : rows) {
            for (int label = 0; label < mean.length; label++) {
                mean[label] += row[label] / rows.length;
            }
        }
        return mean;
    }
}
