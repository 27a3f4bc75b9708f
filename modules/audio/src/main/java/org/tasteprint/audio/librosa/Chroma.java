package org.tasteprint.audio.librosa;

import org.tasteprint.audio.spectrum.Hann;

/** What becomes of a constant-Q transform: pitch classes, their statistics over time, and tonal centroids. */
final class Chroma {
    static final int CLASSES = 12;

    private static final int BINS_PER_CLASS = ConstantQFilters.BINS_PER_OCTAVE / CLASSES;
    private static final float[] STEPS = {0.4f, 0.2f, 0.1f, 0.05f};
    private static final float STEP_WEIGHT = 0.25f;
    private static final int SMOOTHED_FRAMES = 41;
    private static final double[] TURNS_PER_CLASS = {7 / 6.0, 3 / 2.0, 2 / 3.0};
    private static final double[] RADII = {1, 1, 0.5};

    private Chroma() {}

    /**
     * Sums the bins around each pitch class over all octaves.
     *
     * @param constantQ {@code float[252][frames]}
     * @return {@code float[12][frames]}, C first
     */
    static float[][] fold(float[][] constantQ) {
        float[][] chroma = new float[CLASSES][constantQ[0].length];
        for (int bin = 0; bin < constantQ.length; bin++) {
            float[] row = chroma[(bin + 1) / BINS_PER_CLASS % CLASSES];
            for (int frame = 0; frame < row.length; frame++) {
                row[frame] += constantQ[bin][frame];
            }
        }
        return chroma;
    }

    /**
     * Chroma energy normalised statistics (Müller and Ewert, "Chroma Toolbox", 2011): each class's share of its frame in steps
     * that grow about as loudness does, smoothed over 41 frames.
     *
     * @param chroma {@code float[12][frames]}, not normalised
     */
    static float[][] cens(float[][] chroma) {
        float[][] smoothed = new float[CLASSES][];
        float[][] shares = FrameNorm.SUM.normalised(chroma);
        for (int pitchClass = 0; pitchClass < CLASSES; pitchClass++) {
            smoothed[pitchClass] = smooth(quantised(shares[pitchClass]));
        }
        return FrameNorm.EUCLIDEAN.normalised(smoothed);
    }

    /**
     * Tonal centroids (Harte, Sandler and Gasser, "Detecting harmonic change in musical audio", 2006).
     *
     * @param chroma {@code float[12][frames]}
     * @return {@code float[6][frames]}: x and y on the circles of fifths, minor thirds and major thirds
     */
    static float[][] tonnetz(float[][] chroma) {
        float[][] shares = FrameNorm.SUM.normalised(chroma);
        float[][] centroids = new float[2 * RADII.length][chroma[0].length];
        for (int row = 0; row < centroids.length; row++) {
            for (int pitchClass = 0; pitchClass < CLASSES; pitchClass++) {
                double halfTurns = TURNS_PER_CLASS[row / 2] * pitchClass - (row % 2 == 0 ? 0.5 : 0);
                float weight = (float) (RADII[row / 2] * Math.cos(Math.PI * halfTurns));
                for (int frame = 0; frame < centroids[row].length; frame++) {
                    centroids[row][frame] += weight * shares[pitchClass][frame];
                }
            }
        }
        return centroids;
    }

    private static float[] quantised(float[] shares) {
        float[] levels = new float[shares.length];
        for (int frame = 0; frame < shares.length; frame++) {
            for (float step : STEPS) {
                levels[frame] += shares[frame] > step ? STEP_WEIGHT : 0;
            }
        }
        return levels;
    }

    /** Frames beyond the ends count as 0. */
    private static float[] smooth(float[] levels) {
        float[] window = Hann.symmetric(SMOOTHED_FRAMES + 2);
        int reach = window.length / 2;
        float sum = (SMOOTHED_FRAMES + 1) / 2f;
        float[] padded = new float[levels.length + 2 * reach];
        System.arraycopy(levels, 0, padded, reach, levels.length);
        float[] smoothed = new float[levels.length];
        for (int i = 0; i < window.length; i++) {
            float weight = window[i] / sum;
            for (int frame = 0; frame < smoothed.length; frame++) {
                smoothed[frame] += weight * padded[frame + i];
            }
        }
        return smoothed;
    }
}
