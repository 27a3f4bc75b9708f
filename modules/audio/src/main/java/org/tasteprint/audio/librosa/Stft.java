package org.tasteprint.audio.librosa;

import org.tasteprint.audio.spectrum.DoubleRealFft;
import org.tasteprint.audio.spectrum.Hann;

/**
 * Short-time Fourier transforms: 2048 samples with a periodic Hann window, frame {@code t} centred on sample {@code t · hop},
 * silence beyond the ends. As in librosa, samples and spectra are rounded to single precision and the transform between them is
 * not: the tuning counts peaks, and a peak that moves by a rounding error may be counted elsewhere.
 */
final class Stft implements AutoCloseable {
    static final int WINDOW_SAMPLES = 2048;
    static final int BINS = WINDOW_SAMPLES / 2 + 1;

    private static final float[] WINDOW = Hann.periodic(WINDOW_SAMPLES);

    private final float[] samples;
    private final DoubleRealFft fft = new DoubleRealFft(WINDOW_SAMPLES);
    private final float[] windowed = new float[WINDOW_SAMPLES];
    private final double[] frame = new double[WINDOW_SAMPLES];
    private final double[] spectrum = new double[2 * BINS];
    private final double[] power = new double[BINS];

    Stft(float[] samples) {
        this.samples = samples;
    }

    /** How many frames {@code samples} have: one where there is a single sample, none where there is none. */
    static int frames(int samples, int hopSamples) {
        return samples == 0 ? 0 : 1 + samples / hopSamples;
    }

    /** Writes the magnitudes {@code float[1025]} around the sample {@code centre}. */
    void magnitudes(int centre, float[] magnitudes) {
        cut(samples, centre, windowed);
        for (int i = 0; i < WINDOW_SAMPLES; i++) {
            frame[i] = windowed[i];
        }
        fft.transform(frame, spectrum);
        for (int bin = 0; bin < BINS; bin++) {
            double re = (float) spectrum[2 * bin];
            double im = (float) spectrum[2 * bin + 1];
            power[bin] = re * re + im * im;
        }
        for (int bin = 0; bin < BINS; bin++) {
            magnitudes[bin] = (float) Math.sqrt(power[bin]);
        }
    }

    /** Writes the windowed samples around the sample {@code centre}, {@code float[2048]}. */
    static void cut(float[] samples, int centre, float[] frame) {
        Silence.cut(samples, centre - WINDOW_SAMPLES / 2, frame);
        for (int i = 0; i < WINDOW_SAMPLES; i++) {
            frame[i] *= WINDOW[i];
        }
    }

    @Override
    public void close() {
        fft.close();
    }
}
