package org.tasteprint.genre.classifier;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tasteprint.nets.Tensor;

/**
 * Lets the nearest training rows vote.
 *
 * @param settings how many vote, what near means, what a vote counts
 * @param rows     double[training rows][columns]
 * @param label    int[training rows]
 * @param worth    double[labels]: what a vote for each label counts, beside its distance
 */
record KnnClassifier(Knn settings, double[][] rows, int[] label, double[] worth) implements SegmentClassifier {
    /** A neighbour at the very place has this distance: its vote is decisive, and stays a number. */
    private static final double LEAST_DISTANCE = 1e-9;

    @Override
    public Decisions decide(double[][] unseen) {
        return decide(Neighbours.of(unseen, rows, settings.metric(), Math.min(settings.k(), rows.length)));
    }

    /** @param neighbours at least as many as vote */
    Decisions decide(Neighbours neighbours) {
        double[][] probability = new double[neighbours.index().length][worth.length];
        for (int row = 0; row < probability.length; row++) {
            double sum = 0;
            for (int n = 0; n < Math.min(settings.k(), neighbours.index()[row].length); n++) {
                int vote = label[neighbours.index()[row][n]];
                double weight = worth[vote] * switch (settings.weights()) {
                    case UNIFORM -> 1;
                    case DISTANCE -> 1 / Math.max(LEAST_DISTANCE, neighbours.distance()[row][n]);
                };
                probability[row][vote] += weight;
                sum += weight;
            }
            for (int l = 0; l < worth.length; l++) {
                probability[row][l] /= sum;
            }
        }
        return Decisions.ofProbabilities(probability);
    }

    @Override
    public Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("rows", Tensors.of(rows));
        tensors.put("labels", Tensors.of(label));
        tensors.put("worth", Tensors.of(worth));
        return tensors;
    }

    static KnnClassifier of(Knn settings, Map<String, Tensor> tensors) {
        return new KnnClassifier(
                settings,
                Tensors.rows(tensors.get("rows")),
                Tensors.integers(tensors.get("labels")),
                Tensors.row(tensors.get("worth")));
    }
}
