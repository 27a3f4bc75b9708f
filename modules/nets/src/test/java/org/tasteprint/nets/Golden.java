package org.tasteprint.nets;

import static org.assertj.core.api.Assertions.assertThat;

import org.tasteprint.nets.format.Npy;

/** What reference implementations computed of short excerpts of music. */
public final class Golden {
    private Golden() {}

    /** An array of {@code golden/networks}; the test is skipped where there is none. */
    public static Tensor array(String name) {
        return Npy.read(SharedData.path("golden/networks/%s.npy".formatted(name)));
    }

    /** The first {@code count} patches of an excerpt's log-mel, {@code hopFrames} apart. */
    public static Patches patches(String excerpt, int hopFrames, int count) {
        return new Patches(array(excerpt + "_16k_12s.musicnn_logmel").values(), hopFrames, count);
    }

    /** The reference is computed in float64: values above 1 are held to a relative difference. */
    public static void assertNear(float[] computed, String name, double tolerance) {
        float[] expected = array(name).values();
        assertThat(computed).as(name).hasSameSizeAs(expected);
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            worst = Math.max(worst, Math.abs(computed[i] - expected[i]) / Math.max(1, Math.abs(expected[i])));
        }
        assertThat(worst).as("largest difference from " + name).isLessThan(tolerance);
    }
}
