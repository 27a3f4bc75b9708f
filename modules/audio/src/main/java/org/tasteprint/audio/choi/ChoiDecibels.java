package org.tasteprint.audio.choi;

import org.tasteprint.audio.Pcm;
import org.tasteprint.audio.Spectrogram;
import org.tasteprint.audio.spectrum.DoubleRealFft;
import org.tasteprint.audio.spectrum.FilterBank;
import org.tasteprint.audio.spectrum.Hann;
import org.tasteprint.audio.spectrum.MelFilters;

/**
 * Mel spectrograms in decibels as the networks of Choi and colleagues take them: 12 kHz; STFT of 512 samples every 256, periodic Hann
 * window; power; 96 Slaney mel bands up to 6 kHz. The taggers and the transfer-learning network differ in the rest. Safe for use by
 * many threads.
 */
public final class ChoiDecibels {
    public static final int SAMPLE_RATE_HZ = 12_000;
    public static final int BANDS = 96;

    /** Length of the taggers' excerpts: 29.12 seconds. */
    public static final int TAGGER_SAMPLES = 349_440;

    /** Frames of the taggers' excerpts. */
    public static final int TAGGER_FRAMES = 1366;

    /** Length of the transfer-learning network's excerpts: 29 seconds. */
    public static final int CONVNET_SAMPLES = 348_000;

    /** The shortest excerpt that the transfer-learning network can use: 6.8 seconds, 320 frames. */
    public static final int CONVNET_LEAST_SAMPLES = 81_920;

    private static final int FRAME = 512;
    private static final int HOP = 256;
    private static final double LEAST = 1e-10;
    private static final float RANGE_DECIBELS = 80;
    private static final float[] WINDOW = Hann.periodic(FRAME);
    private static final FilterBank FILTERS =
            MelFilters.slaney(BANDS, SAMPLE_RATE_HZ / 2.0, FRAME / 2 + 1, SAMPLE_RATE_HZ);

    private ChoiDecibels() {}

    /**
     * For the taggers (Choi et al. 2016, "Automatic tagging using deep convolutional neural networks"): frame {@code t} is centred
     * on sample {@code 256 t}, the ends are mirrored; the mel power is squared once more, as it was in training, so that the 80
     * decibels below the maximum that are kept are 40 of power.
     *
     * @return {@code float[1366][96]}
     * @throws IllegalArgumentException when the sound is not {@link #TAGGER_SAMPLES} at {@link #SAMPLE_RATE_HZ}
     */
    public static Spectrogram forTaggers(Pcm excerpt) {
        float[] samples = requireRate(excerpt).samples();
        if (samples.length != TAGGER_SAMPLES) {
            throw new IllegalArgumentException(
                    "an excerpt must have %d samples; samples=%d".formatted(TAGGER_SAMPLES, samples.length));
        }
        float[] padded = new float[samples.length + FRAME];
        int last = samples.length - 1;
        for (int i = 0; i < padded.length; i++) {
            int at = Math.abs(i - FRAME / 2);
            padded[i] = samples[at <= last ? at : 2 * last - at];
        }
        float[] mel = mel(padded, TAGGER_FRAMES);
        float[] decibels = new float[mel.length];
        float loudest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < mel.length; i++) {
            decibels[i] = (float) (10 * Math.log10(Math.max((double) mel[i] * mel[i], LEAST)));
            loudest = Math.max(loudest, decibels[i]);
        }
        for (int i = 0; i < decibels.length; i++) {
            decibels[i] = Math.max(decibels[i], loudest - RANGE_DECIBELS);
        }
        return new Spectrogram(TAGGER_FRAMES, BANDS, decibels);
    }

    /**
     * For the transfer-learning network (Choi et al. 2017, "Transfer learning for music classification and regression tasks"; kapre's
     * layers): as many frames as hops, begun or whole, zeros shared out before and after; decibels below the loudest cell, no
     * lower than -80.
     *
     * @return {@code float[ceil(samples / 256)][96]}
     * @throws IllegalArgumentException when the sound is shorter than {@link #CONVNET_LEAST_SAMPLES} or not at {@link #SAMPLE_RATE_HZ}
     */
    public static Spectrogram forConvNet(Pcm excerpt) {
        float[] samples = requireRate(excerpt).samples();
        if (samples.length < CONVNET_LEAST_SAMPLES) {
            throw new IllegalArgumentException(
                    "an excerpt must have at least %d samples; samples=%d".formatted(CONVNET_LEAST_SAMPLES, samples.length));
        }
        int frames = Math.ceilDiv(samples.length, HOP);
        int zeros = Math.max(0, (frames - 1) * HOP + FRAME - samples.length);
        float[] padded = new float[samples.length + zeros];
        System.arraycopy(samples, 0, padded, zeros / 2, samples.length);
        float[] mel = mel(padded, frames);
        float[] decibels = new float[mel.length];
        float loudest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < mel.length; i++) {
            decibels[i] = (float) (10 * Math.log10(Math.max(mel[i], LEAST)));
            loudest = Math.max(loudest, decibels[i]);
        }
        for (int i = 0; i < decibels.length; i++) {
            decibels[i] = Math.max(decibels[i] - loudest, -RANGE_DECIBELS);
        }
        return new Spectrogram(frames, BANDS, decibels);
    }

    private static Pcm requireRate(Pcm excerpt) {
        if (excerpt.sampleRateHz() != SAMPLE_RATE_HZ) {
            throw new IllegalArgumentException(
                    "sampleRateHz must be %d; sampleRateHz=%d".formatted(SAMPLE_RATE_HZ, excerpt.sampleRateHz()));
        }
        return excerpt;
    }

    /** Mel power {@code float[frames][96]} of the frames that begin at samples 0, 256… In double precision: cells 80 dB down count. */
    private static float[] mel(float[] padded, int frames) {
        float[] mel = new float[frames * BANDS];
        double[] frame = new double[FRAME];
        double[] spectrum = new double[FRAME + 2];
        float[] power = new float[FILTERS.bins()];
        float[] sums = new float[BANDS];
        try (DoubleRealFft fft = new DoubleRealFft(FRAME)) {
            for (int t = 0; t < frames; t++) {
                for (int i = 0; i < FRAME; i++) {
                    frame[i] = (double) padded[t * HOP + i] * WINDOW[i];
                }
                fft.transform(frame, spectrum);
                for (int bin = 0; bin < power.length; bin++) {
                    double re = spectrum[2 * bin];
                    double im = spectrum[2 * bin + 1];
                    power[bin] = (float) (re * re + im * im);
                }
                FILTERS.apply(power, sums);
                System.arraycopy(sums, 0, mel, t * BANDS, BANDS);
            }
        }
        return mel;
    }
}
