package org.tasteprint.audio.librosa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tasteprint.audio.Signals;

class TuningTest {
    @ParameterizedTest
    @ValueSource(doubles = {-0.45, -0.2, 0, 0.1, 0.3, 0.45})
    void aScaleOutOfTuneSaysByHowMuch(double semitones) {
        double estimate = estimate(12, scale(semitones));
        assertThat(estimate).isCloseTo(semitones, within(0.05));
    }

    @Test
    void finerBinsMeasureFiner() {
        assertThat(estimate(36, scale(0.1))).isCloseTo(0.3, within(0.1));
    }

    @Test
    void silenceIsInTune() {
        assertThat(estimate(12, new float[30_000])).isZero();
    }

    private static double estimate(int binsPerOctave, float[] samples) {
        Tuning tuning = new Tuning();
        float[] magnitudes = new float[Stft.BINS];
        try (Stft stft = new Stft(samples)) {
            for (int centre = 0; centre < samples.length; centre += 512) {
                stft.magnitudes(centre, magnitudes);
                tuning.add(magnitudes);
            }
        }
        return tuning.estimate(binsPerOctave);
    }

    /** Notes from A4 up, half a second each. */
    private static float[] scale(double semitonesSharp) {
        int note = 11_025;
        int[] steps = {0, 2, 4, 5, 7, 9, 11, 12, 14, 16};
        float[] samples = new float[steps.length * note];
        for (int i = 0; i < steps.length; i++) {
            double hz = 440 * Math.pow(2, (steps[i] + semitonesSharp) / 12);
            System.arraycopy(Signals.sine(hz, 22_050, note), 0, samples, i * note, note);
        }
        return samples;
    }
}
