package org.tasteprint.audio.librosa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tasteprint.audio.Pcm;
import org.tasteprint.audio.Signals;
import org.tasteprint.audio.Spectrogram;

class LibrosaFeaturesTest {
    private static final int A = 9;

    @ParameterizedTest
    @EnumSource(names = {"CHROMA_CENS", "CHROMA_CQT", "CHROMA_STFT"})
    void concertPitchIsAnA(LibrosaFeature chroma) {
        float[] middle = frame(compute(chroma, Signals.sine(440, 22_050, 110_250)), 50);
        for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
            if (pitchClass != A) {
                assertThat(middle[pitchClass]).as("class %d", pitchClass).isLessThan(0.25f * middle[A]);
            }
        }
    }

    @Test
    void aToneIsLoudestInItsMelBand() {
        // 128 bands up to 49.9 mel are 0.387 mel apart: the 39th is the nearest to 1 kHz, which is 15 mel.
        float[] middle = frame(compute(LibrosaFeature.MEL, Signals.sine(1000, 22_050, 44_100)), 20);
        int loudest = 0;
        for (int band = 0; band < 128; band++) {
            loudest = middle[band] > middle[loudest] ? band : loudest;
        }
        assertThat(loudest).isEqualTo(38);
    }

    @Test
    void aPulseComesBackAfterItsPeriodInTheTempogram() {
        float[] pulses = new float[30 * 22_050];
        for (int i = 5000; i < pulses.length; i += 16 * 1024) {
            System.arraycopy(Signals.noise(1000, i), 0, pulses, i, Math.min(1000, pulses.length - i));
        }
        float[] middle = frame(compute(LibrosaFeature.TEMPOGRAM, pulses), 300);
        assertThat(middle[0]).isEqualTo(1);
        assertThat(middle[16]).isGreaterThan(0.7f);
        assertThat(middle[32]).isGreaterThan(0.4f);
        assertThat(middle[8]).isLessThan(0.1f);
        assertThat(middle[24]).isLessThan(0.1f);
    }

    @Test
    void silenceIsTheSameAllTheWay() {
        Map<LibrosaFeature, Spectrogram> features = all(new float[50_000]);
        assertThat(features.get(LibrosaFeature.MFCC).values()[0]).isCloseTo((float) (-100 * Math.sqrt(128)), within(1e-2f));
        features.forEach((feature, values) -> {
            for (int frame = 1; frame < values.frames(); frame++) {
                assertThat(frame(values, frame)).as(feature.label()).isEqualTo(frame(values, 0));
            }
        });
        for (LibrosaFeature chroma : Set.of(LibrosaFeature.CHROMA_CENS, LibrosaFeature.CHROMA_CQT, LibrosaFeature.TEMPOGRAM)) {
            assertThat(features.get(chroma).values()).as(chroma.label()).containsOnly(0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 500, 1023, 1024, 1025, 2047, 2048, 8191, 8192, 9216, 12_345})
    void shortSoundsHaveEveryFeatureInEveryFrame(int samples) {
        all(Signals.noise(samples, samples)).forEach((feature, values) -> {
            assertThat(values.frames()).as(feature.label()).isEqualTo(1 + samples / 1024);
            assertThat(values.bands()).as(feature.label()).isEqualTo(feature.rows());
            assertFinite(feature, values);
        });
    }

    @Test
    void soundThatFadesToNothingStaysFinite() {
        float[] fading = Signals.noise(200_000, 9);
        for (int i = 0; i < fading.length; i++) {
            fading[i] = i < 150_000 ? (float) (fading[i] * Math.exp(-i / 1500.0)) : 0;
        }
        all(fading).forEach(LibrosaFeaturesTest::assertFinite);
    }

    @Test
    void deltasAreSlopesAlsoOfFewFrames() {
        float[][] line = {{0, 2, 4, 6}, {1, 1, 1, 1}};
        assertThat(Cepstrum.delta(line, 1)[0]).containsExactly(new float[] {2, 2, 2, 2}, within(1e-6f));
        assertThat(Cepstrum.delta(line, 1)[1]).containsExactly(new float[] {0, 0, 0, 0}, within(1e-6f));
        float[][] parabola = {{0, 1, 4, 9, 16, 25, 36, 49, 64, 81, 100}};
        for (float value : Cepstrum.delta(parabola, 2)[0]) {
            assertThat(value).isCloseTo(2, within(1e-5f));
        }
        assertThat(Cepstrum.delta(new float[][] {{5}}, 1)[0]).containsExactly(0);
        assertThat(Cepstrum.delta(new float[][] {{5, 7}}, 2)[0]).containsExactly(0, 0);
    }

    @Test
    void onlyWhatIsWantedIsComputedAndEqualsWhatAllGives() {
        float[] sound = Signals.noise(60_000, 4);
        Map<LibrosaFeature, Spectrogram> together = all(sound);
        for (LibrosaFeature feature : LibrosaFeature.values()) {
            Map<LibrosaFeature, Spectrogram> alone = LibrosaFeatures.of(new Pcm(sound, 22_050), EnumSet.of(feature));
            assertThat(alone).containsOnlyKeys(feature);
            assertThat(alone.get(feature).values()).as(feature.label()).isEqualTo(together.get(feature).values());
        }
    }

    @Test
    void noSoundHasNoFramesAndNoAverage() {
        all(new float[0]).forEach((feature, values) -> assertThat(values.frames()).isZero());
        assertThatThrownBy(() -> LibrosaFeatures.averaged(all(new float[0])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("features has no frames of mel128");
    }

    @Test
    void anotherSampleRateIsRefused() {
        assertThatThrownBy(() -> LibrosaFeatures.of(new Pcm(new float[100], 44_100), EnumSet.of(LibrosaFeature.MEL)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sampleRateHz must be 22050; sampleRateHz=44100");
    }

    private static Map<LibrosaFeature, Spectrogram> all(float[] samples) {
        return LibrosaFeatures.of(new Pcm(samples, 22_050), EnumSet.allOf(LibrosaFeature.class));
    }

    private static Spectrogram compute(LibrosaFeature feature, float[] samples) {
        return LibrosaFeatures.of(new Pcm(samples, 22_050), EnumSet.of(feature)).get(feature);
    }

    private static float[] frame(Spectrogram values, int frame) {
        return Arrays.copyOfRange(values.values(), frame * values.bands(), (frame + 1) * values.bands());
    }

    private static void assertFinite(LibrosaFeature feature, Spectrogram values) {
        for (float value : values.values()) {
            assertThat(value).as(feature.label()).isFinite();
        }
    }
}
