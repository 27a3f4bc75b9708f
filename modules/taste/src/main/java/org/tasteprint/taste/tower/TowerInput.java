package org.tasteprint.taste.tower;

import ai.djl.ndarray.types.Shape;
import java.util.random.RandomGenerator;

/** What a tower hears of each track. Tracks are numbered from 0. */
public interface TowerInput {
    /** Shape of a batch of {@code rows} examples. */
    Shape batch(int rows);

    /** Values in one example. */
    int width();

    /** Writes one example of a track, drawn at random where there are several, to {@code into} from {@code offset} on. */
    void draw(int track, RandomGenerator random, float[] into, int offset);

    /** Examples that together stand for a track: float[examples][width]; the mean of the tower's outputs is its vector. */
    float[][] all(int track);
}
