package org.tasteprint.audio.synth;

import java.util.function.IntToDoubleFunction;

/**
 * One period of a waveform, kept with fewer and fewer harmonics so that a note never has one above half the sample rate:
 * that is what keeps high notes free of aliasing.
 */
final class Wavetable {
    /** Samples in a period; a phase is a 32-bit fraction of a period, so that it wraps by itself. */
    static final int LENGTH = 2048;

    private static final int INDEX_SHIFT = 32 - 11;
    private static final int FRACTION_MASK = (1 << INDEX_SHIFT) - 1;
    private static final float FRACTION_SCALE = 1f / (1 << INDEX_SHIFT);
    private static final double PHASES = 4294967296.0;
    private static final float[] SINE_PERIOD = sinePeriod();
    private static final int[] HARMONICS = {1, 2, 3, 4, 6, 8, 11, 16, 23, 32, 45, 64, 91, 128, 181, 256};

    static final Wavetable SINE = new Wavetable(h -> h == 1 ? 1 : 0);
    static final Wavetable SAW = new Wavetable(h -> 1.0 / h);
    static final Wavetable SQUARE = new Wavetable(h -> h % 2 == 1 ? 1.0 / h : 0);
    static final Wavetable TRIANGLE =
            new Wavetable(h -> h % 2 == 1 ? (h % 4 == 1 ? 1.0 : -1.0) / ((double) h * h) : 0);
    /** A pulse that is high for a quarter of its period. */
    static final Wavetable PULSE = new Wavetable(h -> StrictMath.sin(Math.PI * h / 4) / h);
    /** Drawbars 8', 4', 2 2/3', 2' of an electric organ. */
    static final Wavetable ORGAN = new Wavetable(h -> switch (h) {
        case 1 -> 1;
        case 2 -> 0.7;
        case 3 -> 0.45;
        case 4 -> 0.3;
        case 6 -> 0.12;
        case 8 -> 0.1;
        default -> 0;
    });
    /** A blown tube: the fundamental and little above. */
    static final Wavetable FLUTE = new Wavetable(h -> switch (h) {
        case 1 -> 1;
        case 2 -> 0.32;
        case 3 -> 0.16;
        case 4 -> 0.05;
        case 5 -> 0.03;
        default -> 0;
    });

    /** float[HARMONICS.length][LENGTH + 1]: the last sample repeats the first, for interpolation. */
    private final float[][] periods = new float[HARMONICS.length][LENGTH + 1];

    /** @param amplitude of the sine with the given number, 1 being the fundamental */
    private Wavetable(IntToDoubleFunction amplitude) {
        float[] sum = new float[LENGTH];
        int harmonic = 0;
        for (int table = 0; table < HARMONICS.length; table++) {
            while (harmonic < HARMONICS[table]) {
                add(++harmonic, (float) amplitude.applyAsDouble(harmonic), sum);
            }
            System.arraycopy(sum, 0, periods[table], 0, LENGTH);
        }
        float scale = 1 / peak(periods[HARMONICS.length - 1]);
        for (float[] period : periods) {
            for (int i = 0; i < LENGTH; i++) {
                period[i] *= scale;
            }
            period[LENGTH] = period[0];
        }
    }

    /**
     * The period to play at a frequency.
     *
     * @return float[LENGTH + 1], not to be changed
     */
    float[] period(double frequencyHz, int sampleRateHz) {
        double room = sampleRateHz / 2.0 / frequencyHz;
        int table = 0;
        while (table + 1 < HARMONICS.length && HARMONICS[table + 1] <= room) {
            table++;
        }
        return periods[table];
    }

    /** What a phase grows by with every sample. */
    static int phaseStep(double frequencyHz, int sampleRateHz) {
        return (int) (long) (frequencyHz / sampleRateHz * PHASES);
    }

    /** The waveform at a phase, interpolated. */
    static float at(float[] period, int phase) {
        int index = phase >>> INDEX_SHIFT;
        float fraction = (phase & FRACTION_MASK) * FRACTION_SCALE;
        return period[index] + fraction * (period[index + 1] - period[index]);
    }

    private static void add(int harmonic, float amplitude, float[] sum) {
        if (amplitude == 0) {
            return;
        }
        for (int i = 0; i < LENGTH; i++) {
            sum[i] += amplitude * SINE_PERIOD[harmonic * i & LENGTH - 1];
        }
    }

    private static float peak(float[] values) {
        float peak = 0;
        for (float value : values) {
            peak = Math.max(peak, Math.abs(value));
        }
        return peak;
    }

    private static float[] sinePeriod() {
        float[] sine = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            sine[i] = (float) StrictMath.sin(2 * Math.PI * i / LENGTH);
        }
        return sine;
    }
}
