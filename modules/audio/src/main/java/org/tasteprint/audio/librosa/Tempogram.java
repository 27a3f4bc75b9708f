package org.tasteprint.audio.librosa;

import org.tasteprint.audio.spectrum.Hann;

/** How strongly each moment repeats itself (Grosche, Müller and Kurth, "Cyclic tempogram", 2010, as librosa has it). */
final class Tempogram {
    private static final int WINDOW_FRAMES = 128;

    /** Frames from a rise in level to the frame that it is ascribed to: one for the difference, one for half a window. */
    private static final int LATENCY_FRAMES = 1 + Stft.WINDOW_SAMPLES / (2 * LibrosaFeatures.HOP_SAMPLES);

    private Tempogram() {}

    /**
     * Onset strength: how much louder than the frame before the bands are, those that got softer counting as 0.
     *
     * @param decibels {@code float[bands][frames]}
     * @return {@code float[frames]}
     */
    static float[] onsetStrength(float[][] decibels) {
        int frames = decibels[0].length;
        double[] sums = new double[frames];
        for (float[] band : decibels) {
            for (int frame = 1; frame <= frames - LATENCY_FRAMES; frame++) {
                sums[frame] += Math.max(0, band[frame] - band[frame - 1]);
            }
        }
        float[] strength = new float[frames];
        for (int frame = LATENCY_FRAMES; frame < frames; frame++) {
            strength[frame] = (float) (sums[frame - LATENCY_FRAMES + 1] / decibels.length);
        }
        return strength;
    }

    /**
     * The autocorrelation of the 128 frames around each, under a Hann window; beyond its ends the strength goes down to 0 in a
     * straight line. The largest of each frame is 1.
     *
     * @param strength {@code float[frames]}
     * @return {@code float[128][frames]}, a row for each lag from 0
     */
    static float[][] of(float[] strength) {
        float[] padded = padded(strength);
        float[] window = Hann.periodic(WINDOW_FRAMES);
        float[] products = new float[padded.length];
        float[] shifted = new float[strength.length];
        float[][] correlations = new float[WINDOW_FRAMES][strength.length];
        for (int lag = 0; lag < WINDOW_FRAMES; lag++) {
            for (int i = 0; i < padded.length - lag; i++) {
                products[i] = padded[i] * padded[i + lag];
            }
            for (int i = 0; i < WINDOW_FRAMES - lag; i++) {
                System.arraycopy(products, i, shifted, 0, shifted.length);
                addScaled(window[i] * window[i + lag], shifted, correlations[lag]);
            }
        }
        return FrameNorm.MAXIMUM.normalised(correlations);
    }

    private static float[] padded(float[] strength) {
        int margin = WINDOW_FRAMES / 2;
        float[] padded = new float[strength.length + 2 * margin];
        System.arraycopy(strength, 0, padded, margin, strength.length);
        for (int i = 0; i < margin; i++) {
            padded[i] = strength[0] * i / margin;
            padded[padded.length - 1 - i] = strength[strength.length - 1] * i / margin;
        }
        return padded;
    }

    /** C2 vectorises this only where both arrays have the same index, which is why the products are shifted by copying. */
    private static void addScaled(float weight, float[] products, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * products[i];
        }
    }
}
