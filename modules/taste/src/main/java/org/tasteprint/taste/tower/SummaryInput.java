package org.tasteprint.taste.tower;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Standardised means of features: one example a track.
 *
 * @param rows  one a track; {@code null} for a track that is not asked for
 * @param width length of a row
 */
public record SummaryInput(List<float[]> rows, int width) implements TowerInput {
    @Override
    public Shape batch(int examples) {
        return new Shape(examples, width);
    }

    @Override
    public void draw(int track, RandomGenerator random, float[] into, int offset) {
        System.arraycopy(rows.get(track), 0, into, offset, width);
    }

    @Override
    public float[][] all(int track) {
        return new float[][] {rows.get(track)};
    }
}
