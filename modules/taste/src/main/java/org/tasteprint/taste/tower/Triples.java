package org.tasteprint.taste.tower;

import java.util.List;
import java.util.random.RandomGenerator;

/** The arrays of a batch of triples, filled anew at every step. */
final class Triples {
    private final TowerInput input;
    private final RandomGenerator random;
    private final int[] user;
    private final int[] liked;
    private final int[] disliked;
    private final float[] anchors;
    private final float[] examples;

    /** @param random draws the part of each track that is heard */
    Triples(TasteSettings settings, TowerInput input, RandomGenerator random) {
        this.input = input;
        this.random = random;
        int n = settings.batch();
        user = new int[n];
        liked = new int[n];
        disliked = new int[n];
        anchors = new float[n * settings.personalDimensions()];
        examples = new float[2 * n * input.width()];
    }

    /** @param users the direction of each, of the personal dimensions */
    void draw(TripleSampler sampler, List<float[]> users) {
        sampler.draw(user, liked, disliked);
        int n = user.length;
        int dimensions = anchors.length / n;
        for (int i = 0; i < n; i++) {
            System.arraycopy(users.get(user[i]), 0, anchors, i * dimensions, dimensions);
            input.draw(liked[i], random, examples, i * input.width());
            input.draw(disliked[i], random, examples, (n + i) * input.width());
        }
    }

    /** float[n][personal dimensions]: the users. */
    float[] anchors() {
        return anchors;
    }

    /** float[2n][width]: what is heard of the liked tracks, then of the others. */
    float[] examples() {
        return examples;
    }

    /** See {@link TripleSampler#correction}. */
    float[] correction(TripleSampler sampler) {
        return sampler.correction(user, liked, disliked);
    }
}
