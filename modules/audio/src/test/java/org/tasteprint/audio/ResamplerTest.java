package org.tasteprint.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {
    private static final double ROLL_OFF = 0.9475937167399596;
    private static final double BETA = 14.769656459379492;
    private static final int ZERO_CROSSINGS = 64;

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 22_050, 32_000, 44_056})
    void goingDownIsTheWindowedSincOfKaiserBest(int from) {
        float[] noise = Signals.noise(6000, 11);
        assertThat(relativeError(resample(noise, from, 16_000), kaiserBest(noise, from, 16_000))).isLessThan(2e-4);
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 11_025, 12_000})
    void goingUpKeepsATone(int from) {
        float[] expected = Signals.sine(1000, 16_000, 16_000);
        float[] resampled = resample(Signals.sine(1000, from, from), from, 16_000);
        assertThat(resampled).hasSize(16_000);
        for (int i = 400; i < 15_600; i++) {
            assertThat(resampled[i]).isCloseTo(expected[i], offset(2e-4f));
        }
    }

    @Test
    void whatTheNewRateCannotHoldIsRemoved() {
        float[] resampled = resample(Signals.sine(12_000, 44_100, 44_100), 44_100, 16_000);
        for (int i = 200; i < 15_800; i++) {
            assertThat(Math.abs(resampled[i])).isLessThan(1e-5f);
        }
    }

    @ParameterizedTest
    @CsvSource({"44100, 1, 1", "44100, 441, 160", "44100, 442, 161", "48000, 100000, 33334", "8000, 7, 14", "16000, 5, 5"})
    void theLengthIsRoundedUp(int from, int samples, int expected) {
        assertThat(resample(new float[samples], from, 16_000)).hasSize(expected);
    }

    private static float[] resample(float[] samples, int from, int to) {
        SampleBuffer sound = new SampleBuffer();
        try (Resampler resampler = new Resampler(from, to, sound)) {
            resampler.write(samples, 0, samples.length);
            resampler.finish();
        }
        return sound.toArray();
    }

    /** Directly from the definition, sample by sample (resampy 0.2). */
    private static float[] kaiserBest(float[] x, int from, int to) {
        double scale = Math.min(1, (double) to / from);
        float[] y = new float[Math.ceilDiv(x.length * to, from)];
        for (int i = 0; i < y.length; i++) {
            double time = (double) i * from / to;
            double sum = 0;
            for (int n = 0; n < x.length; n++) {
                double t = (time - n) * scale;
                if (Math.abs(t) < ZERO_CROSSINGS) {
                    double u = t / ZERO_CROSSINGS;
                    double a = Math.PI * ROLL_OFF * t;
                    double sinc = a == 0 ? 1 : Math.sin(a) / a;
                    sum += x[n] * ROLL_OFF * sinc * bessel(BETA * Math.sqrt(1 - u * u)) / bessel(BETA) * scale;
                }
            }
            y[i] = (float) sum;
        }
        return y;
    }

    /** The modified Bessel function of order 0, by its power series. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > sum * 1e-17; k++) {
            term *= x * x / (4.0 * k * k);
            sum += term;
        }
        return sum;
    }

    private static double relativeError(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double error = 0;
        double energy = 0;
        for (int i = 0; i < actual.length; i++) {
            error += Math.pow(actual[i] - expected[i], 2);
            energy += Math.pow(expected[i], 2);
        }
        return Math.sqrt(error / energy);
    }
}
