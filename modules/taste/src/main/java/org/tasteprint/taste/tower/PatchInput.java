package org.tasteprint.taste.tower;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.tasteprint.core.FeatureMatrix;

/**
 * Log-mel patches of 187 frames (3 seconds) by 96 bands. A track's spectrogram is read when it is needed and not kept; one
 * shorter than a patch is followed by silence, which log-mel writes as 0.
 *
 * @param spectrogram gives the frames of a track: one row a frame
 */
public record PatchInput(IntFunction<FeatureMatrix> spectrogram) implements TowerInput {
    static final int FRAMES = 187;
    public static final int BANDS = 96;
    /** So many patches, spread evenly, stand for a track however long it is. */
    private static final int PATCHES_AT_MOST = 12;

    /** Patches of spectrograms that are in memory; the frames of a track follow one another. */
    public static PatchInput of(FeatureMatrix frames, List<String> trackIds) {
        Map<String, Integer> first = new HashMap<>();
        Map<String, Integer> count = new HashMap<>();
        for (int row = 0; row < frames.rows(); row++) {
            first.putIfAbsent(frames.trackIds().get(row), row);
            count.merge(frames.trackIds().get(row), 1, Integer::sum);
        }
        return new PatchInput(track -> {
            String id = trackIds.get(track);
            int from = first.get(id) * frames.dimensions();
            int to = from + count.get(id) * frames.dimensions();
            return new FeatureMatrix(
                    frames.feature(),
                    frames.dimensions(),
                    Collections.nCopies(count.get(id), id),
                    Arrays.copyOfRange(frames.values(), from, to));
        });
    }

    @Override
    public Shape batch(int examples) {
        return new Shape(examples, 1, FRAMES, BANDS);
    }

    @Override
    public int width() {
        return FRAMES * BANDS;
    }

    @Override
    public void draw(int track, RandomGenerator random, float[] into, int offset) {
        FeatureMatrix frames = spectrogram.apply(track);
        copy(frames, random.nextInt(starts(frames)), into, offset);
    }

    @Override
    public float[][] all(int track) {
        FeatureMatrix frames = spectrogram.apply(track);
        int patches = Math.clamp(frames.rows() / FRAMES, 1, PATCHES_AT_MOST);
        float[][] all = new float[patches][width()];
        for (int p = 0; p < patches; p++) {
            copy(frames, (int) ((long) (starts(frames) - 1) * p / Math.max(1, patches - 1)), all[p], 0);
        }
        return all;
    }

    /** At how many frames a patch may start. */
    private static int starts(FeatureMatrix frames) {
        return Math.max(1, frames.rows() - FRAMES + 1);
    }

    private void copy(FeatureMatrix frames, int start, float[] into, int offset) {
        if (frames.dimensions() != BANDS) {
            throw new IllegalArgumentException(
                    "a log-mel frame must have %d bands; it has %d".formatted(BANDS, frames.dimensions()));
        }
        int length = Math.min(width(), frames.values().length - start * BANDS);
        System.arraycopy(frames.values(), start * BANDS, into, offset, length);
        Arrays.fill(into, offset + length, offset + width(), 0);
    }
}
