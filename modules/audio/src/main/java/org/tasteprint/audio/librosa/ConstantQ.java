package org.tasteprint.audio.librosa;

import org.tasteprint.audio.spectrum.RealFft;

/**
 * The magnitudes of a constant-Q transform of seven octaves from C1 in 36 bins each ({@code librosa.cqt}; Schörkhuber and
 * Klapuri, "Constant-Q transform toolbox for music processing", 2010). The filters of the top octave serve all: for every
 * octave further down the sound is brought to half its rate.
 */
final class ConstantQ {
    static final int OCTAVES = 7;
    static final int BINS = OCTAVES * ConstantQFilters.BINS_PER_OCTAVE;

    private static final int WINDOW = ConstantQFilters.WINDOW_SAMPLES;
    private static final int BLOCK = 128;

    private final ConstantQFilters filters;
    private final float[][] magnitudes;
    private final float[][] re;
    private final float[][] im;
    private final float[][] answer = new float[2][BLOCK];
    private final float[] frame = new float[WINDOW];
    private final float[] spectrum = new float[WINDOW + 2];

    private ConstantQ(double tuning, int frames) {
        filters = new ConstantQFilters(OCTAVES, tuning);
        magnitudes = new float[BINS][frames];
        re = new float[filters.endBin() - filters.lowestBin()][BLOCK];
        im = new float[filters.endBin() - filters.lowestBin()][BLOCK];
    }

    /**
     * Transforms sound.
     *
     * @param tuning of the music, in bins, as {@link Tuning} estimates it
     * @return {@code float[252][frames]}, the lowest bin first
     */
    static float[][] magnitudes(float[] samples, double tuning) {
        ConstantQ transform = new ConstantQ(tuning, Stft.frames(samples.length, LibrosaFeatures.HOP_SAMPLES));
        try (RealFft fft = new RealFft(WINDOW); HalfBand halfBand = new HalfBand()) {
            float[] sound = samples;
            for (int octave = OCTAVES - 1; octave >= 0; octave--) {
                transform.octave(octave, sound, fft);
                sound = octave == 0 ? sound : halfBand.decimate(sound);
            }
        }
        return transform.magnitudes;
    }

    private void octave(int octave, float[] sound, RealFft fft) {
        int halvings = OCTAVES - 1 - octave;
        int hop = LibrosaFeatures.HOP_SAMPLES >> halvings;
        int frames = magnitudes[0].length;
        for (int from = 0; from < frames; from += BLOCK) {
            int count = Math.min(BLOCK, frames - from);
            for (int i = 0; i < count; i++) {
                Silence.cut(sound, (from + i) * hop - WINDOW / 2, frame);
                fft.transform(frame, 0, spectrum);
                place(i);
            }
            for (int filter = 0; filter < ConstantQFilters.BINS_PER_OCTAVE; filter++) {
                filters.apply(filter, re, im, count, answer);
                // The octave's filters are longer by the halvings; sound and filters are each to be scaled by the square root of that.
                double scale = Math.sqrt((1 << halvings) / filters.length(filter));
                write((float) scale, count, magnitudes[octave * ConstantQFilters.BINS_PER_OCTAVE + filter], from);
            }
        }
    }

    private void place(int frame) {
        int lowest = filters.lowestBin();
        for (int i = 0; i < re.length; i++) {
            re[i][frame] = spectrum[2 * (lowest + i)];
            im[i][frame] = spectrum[2 * (lowest + i) + 1];
        }
    }

    private void write(float scale, int count, float[] row, int from) {
        float[] real = answer[0];
        float[] imaginary = answer[1];
        for (int i = 0; i < count; i++) {
            row[from + i] = scale * (float) Math.sqrt(real[i] * real[i] + imaginary[i] * imaginary[i]);
        }
    }
}
