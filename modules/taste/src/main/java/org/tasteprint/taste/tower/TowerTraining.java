package org.tasteprint.taste.tower;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.optimizer.Adam;
import java.util.Map;
import java.util.SplittableRandom;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.Towers;
import org.tasteprint.nets.Training;

/**
 * A Siamese tower in training: both tracks of a triple go through the same weights, in one batch.
 *
 * <p>The engine collects gradients for one training at a time in a process. Native memory: the weights with their gradients and
 * Adam's moments, and the intermediates of one batch, which are freed after each step.
 */
public final class TowerTraining implements AutoCloseable {
    private static final int HIDDEN = 128;
    private static final float DROPOUT = 0.2f;

    private final TasteSettings settings;
    private final TowerInput input;
    private final SplittableRandom random;
    private final Block tower;
    private final Training training;

    public TowerTraining(TasteSettings settings, TowerInput input, long seed) {
        this.settings = settings;
        this.input = input;
        this.random = new SplittableRandom(seed);
        tower = untrained(settings);
        training = new Training(tower, input.batch(2 * settings.batch()), seed, settings.weightDecay());
    }

    /** The tower of these settings, without weights. */
    static Block untrained(TasteSettings settings) {
        return switch (settings.tower()) {
            case Tower.Conv _ -> Towers.conv(settings.personalDimensions());
            case Tower.Features _ -> Towers.dense(HIDDEN, settings.personalDimensions(), DROPOUT);
        };
    }

    /**
     * Takes {@code steps} steps.
     *
     * @param users float[users][personal dimensions]
     * @return the mean loss
     */
    public double epoch(TripleSampler sampler, float[][] users, int steps) {
        int n = settings.batch();
        int[] user = new int[n];
        int[] liked = new int[n];
        int[] disliked = new int[n];
        float[] examples = new float[2 * n * input.width()];
        float[] anchors = new float[n * settings.personalDimensions()];
        double sum = 0;
        for (int step = 0; step < steps; step++) {
            sampler.draw(user, liked, disliked);
            for (int i = 0; i < n; i++) {
                System.arraycopy(users[user[i]], 0, anchors, i * settings.personalDimensions(), settings.personalDimensions());
                input.draw(liked[i], random, examples, i * input.width());
                input.draw(disliked[i], random, examples, (n + i) * input.width());
            }
            sum += step(anchors, examples);
        }
        return sum / steps;
    }

    private double step(float[] anchors, float[] examples) {
        int n = settings.batch();
        return training.step(settings.learningRate(), (scope, network) -> {
            NDArray users = scope.create(anchors, new Shape(n, settings.personalDimensions()));
            NDArray tracks = network.apply(scope.create(examples, input.batch(2 * n)));
            return MarginLoss.of(
                    users, tracks.get(new NDIndex("0:{}", n)), tracks.get(new NDIndex("{}:", n)), settings.margin());
        });
    }

    /** The personal parts of tracks as the tower is now. */
    public float[][] embed(TowerInput ofTracks, int[] tracks) {
        try (TowerInference inference = new TowerInference(tower)) {
            return inference.embed(ofTracks, tracks);
        }
    }

    public Map<String, Tensor> parameters() {
        return training.parameters();
    }

    @Override
    public void close() {
        training.close();
    }
}
