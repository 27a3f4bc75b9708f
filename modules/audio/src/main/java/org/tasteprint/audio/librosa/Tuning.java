package org.tasteprint.audio.librosa;

import java.util.Arrays;

/**
 * Estimates by how much the music is out of tune ({@code librosa.estimate_tuning}): spectral peaks between 150 and 4000 Hz are
 * located by parabolic interpolation, and the most frequent deviation of the stronger half from equal temperament, in
 * hundredths, is taken. Roundings are librosa's, because a peak beside a hundredth's edge counts on one side or the other.
 */
final class Tuning {
    private static final double LOWEST_HZ = 150;
    private static final double HIGHEST_HZ = 4000;
    private static final float THRESHOLD = 0.1f;
    private static final float A0_HZ = 27.5f;
    private static final int CELLS = 100;

    private static final int FIRST_BIN = (int) Math.ceil(LOWEST_HZ / binHz());
    private static final int END_BIN = (int) Math.ceil(HIGHEST_HZ / binHz());

    private float[] pitchesHz = new float[4096];
    private float[] strengths = new float[4096];
    private int peaks;

    /**
     * Collects the peaks of one spectrum.
     *
     * @param spectrum {@code float[1025]}: magnitudes, or their squares where librosa takes those
     */
    void add(float[] spectrum) {
        float largest = 0;
        for (float value : spectrum) {
            largest = Math.max(largest, value);
        }
        float least = THRESHOLD * largest;
        for (int bin = FIRST_BIN; bin < END_BIN; bin++) {
            float here = spectrum[bin];
            if (here > least && here >= above(spectrum[bin + 1], least) && here > above(spectrum[bin - 1], least)) {
                addPeak(spectrum, bin);
            }
        }
    }

    private static float above(float value, float least) {
        return value > least ? value : 0;
    }

    private void addPeak(float[] spectrum, int bin) {
        float before = spectrum[bin - 1];
        float after = spectrum[bin + 1];
        double curvature = (after + before) - 2.0 * spectrum[bin];
        float slope = (after - before) / 2;
        float shift = Math.abs(slope) >= Math.abs(curvature) ? 0 : (float) (-slope / curvature);
        if (peaks == pitchesHz.length) {
            pitchesHz = Arrays.copyOf(pitchesHz, 2 * peaks);
            strengths = Arrays.copyOf(strengths, 2 * peaks);
        }
        pitchesHz[peaks] = (float) (((double) bin + shift) * LibrosaFeatures.SAMPLE_RATE_HZ / Stft.WINDOW_SAMPLES);
        strengths[peaks] = spectrum[bin] + 0.5f * slope * shift;
        peaks++;
    }

    /** The deviation in fractions of a bin, from -0.5 to 0.49; 0 when there are no peaks. */
    double estimate(int binsPerOctave) {
        if (peaks == 0) {
            return 0;
        }
        float median = median();
        int[] histogram = new int[CELLS];
        for (int peak = 0; peak < peaks; peak++) {
            if (strengths[peak] >= median) {
                histogram[cell(deviation(pitchesHz[peak], binsPerOctave))]++;
            }
        }
        int fullest = 0;
        for (int cell = 1; cell < CELLS; cell++) {
            fullest = histogram[cell] > histogram[fullest] ? cell : fullest;
        }
        return edge(fullest);
    }

    private float median() {
        float[] sorted = Arrays.copyOf(strengths, peaks);
        Arrays.sort(sorted);
        float upper = sorted[peaks / 2];
        return peaks % 2 == 1 ? upper : (sorted[peaks / 2 - 1] + upper) / 2;
    }

    /** From -0.5 to below 0.5. */
    private static float deviation(float pitchHz, int binsPerOctave) {
        float octaves = (float) (Math.log(pitchHz / A0_HZ) / Math.log(2));
        float bins = binsPerOctave * octaves;
        float residue = bins - (float) Math.floor(bins);
        return residue >= 0.5f ? residue - 1 : residue;
    }

    /** The cell whose edges the deviation lies between; which of two neighbours is decided by the edges themselves. */
    private static int cell(float deviation) {
        int cell = Math.clamp((int) ((deviation + 0.5) * CELLS), 0, CELLS - 1);
        if (deviation < edge(cell)) {
            return cell - 1;
        }
        return cell < CELLS - 1 && deviation >= edge(cell + 1) ? cell + 1 : cell;
    }

    private static double edge(int cell) {
        return cell * (1.0 / CELLS) - 0.5;
    }

    private static double binHz() {
        return (double) LibrosaFeatures.SAMPLE_RATE_HZ / Stft.WINDOW_SAMPLES;
    }
}
