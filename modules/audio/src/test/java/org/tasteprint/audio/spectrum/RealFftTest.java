package org.tasteprint.audio.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tasteprint.audio.Signals;

class RealFftTest {
    @ParameterizedTest
    @ValueSource(ints = {4, 8, 64, 512, 1024, 2048, 4096})
    void isTheFourierTransform(int size) {
        float[] samples = Signals.noise(size + 3, size);
        double[] expected = slowly(samples, 3, size);
        float[] spectrum = new float[size + 2];
        double[] precise = new double[size + 2];
        double[] frame = new double[size];
        for (int i = 0; i < size; i++) {
            frame[i] = samples[3 + i];
        }
        try (RealFft fft = new RealFft(size); DoubleRealFft doubleFft = new DoubleRealFft(size)) {
            fft.transform(samples, 3, spectrum);
            doubleFft.transform(frame, precise);
        }
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) spectrum[i]).as("cell %d", i).isCloseTo(expected[i], within(2e-6 * Math.sqrt(size)));
            assertThat(precise[i]).as("cell %d", i).isCloseTo(expected[i], within(1e-12 * size));
        }
    }

    @Test
    void powerIsTheSquareOfTheMagnitude() {
        float[] frame = {1, 0, -1, 0, 1, 0, -1, 0};
        float[] power = new float[5];
        try (RealFft fft = new RealFft(8)) {
            fft.power(frame, power);
        }
        assertThat(power).containsExactly(0, 0, 16, 0, 0);
    }

    @Test
    void theInverseGivesTheSamplesBack() {
        float[] samples = Signals.noise(2048, 5);
        float[] spectrum = new float[2050];
        float[] back = new float[2048];
        try (RealFft fft = new RealFft(2048); InverseRealFft inverse = new InverseRealFft(2048)) {
            fft.transform(samples, 0, spectrum);
            inverse.transform(spectrum, back);
        }
        for (int i = 0; i < samples.length; i++) {
            assertThat(back[i]).isCloseTo(samples[i], within(1e-6f));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-8, 0, 2, 12, 1000})
    void sizesThatAreNoPowersOfTwoAreRefused(int size) {
        assertThatThrownBy(() -> new RealFft(size))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("size must be a power of two from 4; size=" + size);
    }

    /** Term by term, in double precision. */
    private static double[] slowly(float[] samples, int from, int size) {
        double[] spectrum = new double[size + 2];
        for (int bin = 0; bin <= size / 2; bin++) {
            for (int i = 0; i < size; i++) {
                double turn = -2 * Math.PI * ((long) bin * i % size) / size;
                spectrum[2 * bin] += samples[from + i] * Math.cos(turn);
                spectrum[2 * bin + 1] += samples[from + i] * Math.sin(turn);
            }
        }
        return spectrum;
    }
}
