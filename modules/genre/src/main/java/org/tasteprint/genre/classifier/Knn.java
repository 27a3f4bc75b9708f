package org.tasteprint.genre.classifier;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The labels of the nearest training rows vote.
 *
 * @param k      how many of them
 * @param metric what near means
 * @param weights how much a vote counts
 */
public record Knn(int k, Metric metric, VoteWeights weights) implements ClassifierSettings.OfRows {
    /** The usual number of neighbours. */
    public static final Knn DEFAULT = new Knn(5, Metric.EUCLIDEAN, VoteWeights.UNIFORM);

    private static final int[] KS = {1, 3, 5, 9, 15, 25, 45, 75};

    /** How far two rows are apart; columns are standardised before. */
    public enum Metric {
        /** Root of the sum of squared differences. */
        EUCLIDEAN,
        /** 1 less the cosine of the angle between the rows. */
        COSINE,
        /** Sum of absolute differences. */
        MANHATTAN
    }

    /** How much a neighbour's vote counts. */
    public enum VoteWeights {
        /** All alike. */
        UNIFORM,
        /** The reciprocal of its distance. */
        DISTANCE
    }

    public Knn {
        if (k < 1) {
            throw Parameters.invalid("k must be positive; k=" + k);
        }
        requireNonNull(metric, "metric is null");
        requireNonNull(weights, "weights is null");
    }

    @Override
    public List<ClassifierSettings.OfRows> grid() {
        List<ClassifierSettings.OfRows> grid = new ArrayList<>();
        for (Metric distance : Metric.values()) {
            for (VoteWeights vote : VoteWeights.values()) {
                for (int neighbours : KS) {
                    grid.add(new Knn(neighbours, distance, vote));
                }
            }
        }
        return grid;
    }

    @Override
    public Map<String, String> asText() {
        return Map.of(
                "classifier", "knn",
                "k", Integer.toString(k),
                "metric", metric.name().toLowerCase(Locale.ROOT),
                "vote_weights", weights.name().toLowerCase(Locale.ROOT));
    }
}
