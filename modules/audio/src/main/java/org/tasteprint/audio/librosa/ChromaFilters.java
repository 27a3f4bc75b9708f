package org.tasteprint.audio.librosa;

import org.tasteprint.audio.spectrum.FilterBank;

/**
 * Twelve filters that gather the bins of an STFT by pitch class, C first ({@code librosa.filters.chroma}; Ellis, "Chroma
 * feature analysis and synthesis", 2007): a bin belongs to the classes around its pitch with Gaussian weights, and most where
 * the ear hears pitch best, around the fifth octave.
 */
final class ChromaFilters {
    private static final int CLASSES = 12;
    private static final int CLASSES_FROM_C_TO_A = 9;
    private static final double CENTRE_OCTAVE = 5;
    private static final double OCTAVE_WIDTH = 2;

    private ChromaFilters() {}

    /** @param tuning of the music against A = 440 Hz, in semitones */
    static FilterBank of(double tuning) {
        int circle = Stft.WINDOW_SAMPLES;
        double[] pitch = new double[circle];
        double lowestHz = 440 * Math.pow(2, tuning / CLASSES) / 16;
        for (int bin = 1; bin < circle; bin++) {
            double hz = (double) bin * LibrosaFeatures.SAMPLE_RATE_HZ / circle;
            pitch[bin] = CLASSES * Math.log(hz / lowestHz) / Math.log(2);
        }
        pitch[0] = pitch[1] - 1.5 * CLASSES;
        float[][] filters = new float[CLASSES][Stft.BINS];
        double[] weights = new double[CLASSES];
        for (int bin = 0; bin < Stft.BINS; bin++) {
            double width = Math.max(pitch[bin + 1] - pitch[bin], 1);
            double squares = 0;
            for (int pitchClass = 0; pitchClass < CLASSES; pitchClass++) {
                double distance = 2 * offset(pitch[bin] - pitchClass) / width;
                weights[pitchClass] = Math.exp(-0.5 * distance * distance);
                squares += weights[pitchClass] * weights[pitchClass];
            }
            double octaves = (pitch[bin] / CLASSES - CENTRE_OCTAVE) / OCTAVE_WIDTH;
            double scale = Math.exp(-0.5 * octaves * octaves) / Math.sqrt(squares);
            for (int pitchClass = 0; pitchClass < CLASSES; pitchClass++) {
                filters[(pitchClass + CLASSES_FROM_C_TO_A) % CLASSES][bin] = (float) (weights[pitchClass] * scale);
            }
        }
        return new FilterBank(filters);
    }

    /** A distance around the circle of pitch classes, from -6 to below 6. */
    private static double offset(double semitones) {
        double turned = (semitones + 10.5 * CLASSES) % CLASSES;
        return (turned < 0 ? turned + CLASSES : turned) - CLASSES / 2.0;
    }
}
