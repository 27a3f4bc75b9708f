package org.tasteprint.nets;

import java.util.Map;

/**
 * A network over 3-second log-mel patches that gives several kinds of activations.
 *
 * <p>Safe for use by several threads, though one at a time is as fast: the patches of a call are shared out among all cores.
 */
public interface PatchNetwork extends AutoCloseable {
    /** Frames of a patch: 3 seconds at 16 kHz and a hop of 256 samples. */
    int PATCH_FRAMES = 187;

    /** Mel bands of a frame. */
    int BANDS = 96;

    /**
     * Runs the network.
     *
     * @param patches float[n][187][96] log-mel, as the audio front end gives it; longer arrays are allowed
     * @param n       how many, at least 0
     * @return float[n][dimensions] by the output's name, for example {@code taggram}; the same names in every call
     */
    Map<String, float[]> activations(float[] patches, int n);

    /** Waits for what is under way, then frees the weights. */
    @Override
    void close();

    /** @throws IllegalArgumentException when {@code patches} does not hold {@code n} patches */
    static void requirePatches(float[] patches, int n) {
        if (n < 0 || (long) n * PATCH_FRAMES * BANDS > patches.length) {
            throw new IllegalArgumentException("patches hold %d values, not %d patches of %d×%d"
                    .formatted(patches.length, n, PATCH_FRAMES, BANDS));
        }
    }
}
