package org.tasteprint.audio.librosa;

import java.util.Arrays;
import org.tasteprint.audio.spectrum.DoubleRealFft;

/**
 * The filters of one octave of a constant-Q transform, as the spectra of windowed phasors ({@code librosa.filters.wavelet}).
 * They are made for the top octave; the same serve the octaves below, once the sound is at half, a quarter… of the rate.
 */
final class ConstantQFilters {
    static final int BINS_PER_OCTAVE = 36;
    /** Samples of a frame: the least power of two that holds the longest filter. */
    static final int WINDOW_SAMPLES = 1024;

    /** The share of a filter's spectrum that is left out, the smallest cells first. */
    private static final double SPARSITY = 0.01;

    private static final int SPECTRUM_BINS = WINDOW_SAMPLES / 2 + 1;
    private static final double C1_HZ = 440 * Math.pow(2, -45 / 12.0);

    /** First spectrum bin of each filter. */
    private final int[] firstBin = new int[BINS_PER_OCTAVE];
    /** float[36][…][2]: real and imaginary parts from the first bin on. */
    private final float[][] weights = new float[BINS_PER_OCTAVE][];

    private final double[] lengths = new double[BINS_PER_OCTAVE];
    private int lowestBin = SPECTRUM_BINS;
    private int endBin;

    /**
     * @param octaves that the transform has, up from C1
     * @param tuning  by how much every filter is moved, in bins
     */
    ConstantQFilters(int octaves, double tuning) {
        double ratio = Math.pow(2, 2.0 / BINS_PER_OCTAVE);
        double quality = (ratio + 1) / (ratio - 1);
        try (DoubleRealFft fft = new DoubleRealFft(WINDOW_SAMPLES)) {
            for (int filter = 0; filter < BINS_PER_OCTAVE; filter++) {
                double octave = octaves - 1 + (filter + tuning) / BINS_PER_OCTAVE;
                double hz = C1_HZ * Math.pow(2, octave);
                lengths[filter] = quality * LibrosaFeatures.SAMPLE_RATE_HZ / hz;
                keep(filter, spectrum(hz, lengths[filter], fft));
            }
        }
    }

    /** Length of a filter in samples of the full rate: a real number. */
    double length(int filter) {
        return lengths[filter];
    }

    /** The first bin that any filter looks at. */
    int lowestBin() {
        return lowestBin;
    }

    /** The bin after the last that any filter looks at. */
    int endBin() {
        return endBin;
    }

    /**
     * Filters many spectra at once.
     *
     * @param re     {@code float[endBin - lowestBin][frames]} real parts of the spectra
     * @param im     their imaginary parts
     * @param answer {@code float[2][frames]} gets the real and imaginary parts of the filter's answers
     */
    void apply(int filter, float[][] re, float[][] im, int frames, float[][] answer) {
        Arrays.fill(answer[0], 0, frames, 0);
        Arrays.fill(answer[1], 0, frames, 0);
        int first = firstBin[filter] - lowestBin;
        float[] cells = weights[filter];
        for (int i = 0; i < cells.length / 2; i++) {
            addProduct(cells[2 * i], cells[2 * i + 1], re[first + i], im[first + i], answer[0], answer[1], frames);
        }
    }

    private static void addProduct(
            float wr, float wi, float[] re, float[] im, float[] sumRe, float[] sumIm, int frames) {
        for (int frame = 0; frame < frames; frame++) {
            sumRe[frame] += wr * re[frame] - wi * im[frame];
            sumIm[frame] += wr * im[frame] + wi * re[frame];
        }
    }

    private void keep(int filter, float[] spectrum) {
        float threshold = threshold(spectrum);
        int first = SPECTRUM_BINS;
        int end = 0;
        for (int bin = 0; bin < SPECTRUM_BINS; bin++) {
            if (magnitude(spectrum, bin) < threshold) {
                spectrum[2 * bin] = 0;
                spectrum[2 * bin + 1] = 0;
            } else {
                first = Math.min(first, bin);
                end = bin + 1;
            }
        }
        firstBin[filter] = first;
        weights[filter] = Arrays.copyOfRange(spectrum, 2 * first, 2 * end);
        lowestBin = Math.min(lowestBin, first);
        endBin = Math.max(endBin, end);
    }

    /** The least magnitude that is kept: those below it add up to less than the share to leave out. */
    private static float threshold(float[] spectrum) {
        float[] sorted = new float[SPECTRUM_BINS];
        double total = 0;
        for (int bin = 0; bin < SPECTRUM_BINS; bin++) {
            sorted[bin] = magnitude(spectrum, bin);
            total += sorted[bin];
        }
        Arrays.sort(sorted);
        double sum = 0;
        int next = 0;
        while (sum + sorted[next] < SPARSITY * total) {
            sum += sorted[next++];
        }
        return sorted[next];
    }

    private static float magnitude(float[] spectrum, int bin) {
        return (float) Math.hypot(spectrum[2 * bin], spectrum[2 * bin + 1]);
    }

    /** float[513][2]: the phasor's bins from 0 to half the rate, scaled so that sums over a spectrum are those over samples. */
    private static float[] spectrum(double hz, double length, DoubleRealFft fft) {
        int first = (int) Math.floor(-length / 2);
        int samples = (int) Math.floor(length / 2) - first;
        // The sum of a periodic Hann window is half its length.
        double scale = length / WINDOW_SAMPLES / (samples / 2.0);
        double[] cosine = new double[WINDOW_SAMPLES];
        double[] sine = new double[WINDOW_SAMPLES];
        int start = (WINDOW_SAMPLES - samples) / 2;
        for (int i = 0; i < samples; i++) {
            double phase = 2 * Math.PI * hz * (first + i) / LibrosaFeatures.SAMPLE_RATE_HZ;
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / samples);
            cosine[start + i] = scale * window * Math.cos(phase);
            sine[start + i] = scale * window * Math.sin(phase);
        }
        double[] ofCosine = new double[2 * SPECTRUM_BINS];
        double[] ofSine = new double[2 * SPECTRUM_BINS];
        fft.transform(cosine, ofCosine);
        fft.transform(sine, ofSine);
        float[] spectrum = new float[2 * SPECTRUM_BINS];
        for (int bin = 0; bin < SPECTRUM_BINS; bin++) {
            spectrum[2 * bin] = (float) (ofCosine[2 * bin] - ofSine[2 * bin + 1]);
            spectrum[2 * bin + 1] = (float) (ofCosine[2 * bin + 1] + ofSine[2 * bin]);
        }
        return spectrum;
    }
}
