package org.tasteprint.audio.librosa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tasteprint.audio.Signals;

/** The figures are those of libsoxr at quality HQ. */
class HalfBandTest {
    private static final int RATE_HZ = 22_050;

    @ParameterizedTest
    @ValueSource(doubles = {20, 440, 3000, 5000})
    void whatFitsPassesInPlaceAndUnchanged(double hz) {
        float[] halved = halve(Signals.sine(hz, RATE_HZ, 30_001));
        float[] expected = Signals.sine(hz, RATE_HZ / 2, 15_001);
        assertThat(halved).hasSameSizeAs(expected);
        for (int i = 200; i < 14_800; i++) {
            assertThat(halved[i]).as("sample %d", i).isCloseTo(expected[i], within(1e-6f));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {5550, 6000, 8000, 11_000})
    void whatDoesNotFitIsTakenAwayBy115Decibels(double hz) {
        float[] halved = halve(Signals.sine(hz, RATE_HZ, 30_000));
        for (int i = 200; i < 14_800; i++) {
            assertThat(Math.abs(halved[i])).as("sample %d", i).isLessThan(0.5f * 1.8e-6f);
        }
    }

    /** libsoxr's answer to an impulse, sample by sample around it. */
    @Test
    void anImpulseBecomesTheFilter() {
        float[] impulse = new float[2000];
        impulse[1000] = 1;
        float[] halved = halve(impulse);
        assertThat(halved[500]).isCloseTo(0.47843587f, within(3e-8f));
        for (int i = 1; i < 97; i++) {
            assertThat(halved[500 + i]).isCloseTo(halved[500 - i], within(3e-8f));
        }
        assertThat(halved[500 + 98]).isCloseTo(0, within(3e-8f));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 388, 3707, 3708, 3709, 8192, 100_001})
    void oddAndShortSoundsKeepTheirLastSample(int samples) {
        assertThat(halve(Signals.noise(samples, 1))).hasSize((samples + 1) / 2);
    }

    /** What a block boundary would show as. */
    @Test
    void aLongSoundIsOneSound() {
        float[] sound = Signals.noise(20_000, 3);
        float[] whole = halve(sound);
        float[] part = new float[9000];
        System.arraycopy(sound, 5000, part, 0, 9000);
        float[] ofPart = halve(part);
        for (int i = 100; i < 4400; i++) {
            assertThat(ofPart[i]).isCloseTo(whole[2500 + i], within(1e-6f));
        }
    }

    private static float[] halve(float[] sound) {
        try (HalfBand halfBand = new HalfBand()) {
            return halfBand.decimate(sound);
        }
    }
}
