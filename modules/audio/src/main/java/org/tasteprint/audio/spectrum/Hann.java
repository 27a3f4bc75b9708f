package org.tasteprint.audio.spectrum;

/** Hann windows. */
public final class Hann {
    private Hann() {}

    /** One period of a raised cosine, {@code float[size]}, beginning at 0: what spectra are taken with. */
    public static float[] periodic(int size) {
        float[] window = new float[size];
        for (int i = 0; i < size; i++) {
            window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / size));
        }
        return window;
    }

    /** The same with 0 at either end, {@code float[size]}: for smoothing. */
    public static float[] symmetric(int size) {
        float[] window = new float[size];
        System.arraycopy(periodic(size - 1), 0, window, 0, size - 1);
        return window;
    }
}
