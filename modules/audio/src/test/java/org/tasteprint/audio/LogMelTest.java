package org.tasteprint.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogMelTest {
    @ParameterizedTest
    @ValueSource(strings = {"brahms", "fishin", "vibeace"})
    void agreesWithTheReferenceToOneUnitOfHalfPrecision(String excerpt) throws IOException {
        Path folder = SharedData.folder("golden/networks");
        float[] expected = SharedData.npy(folder.resolve(excerpt + "_16k_12s.musicnn_logmel.npy"));

        Spectrogram logMel = LogMel.of(AudioFile.decode(folder.resolve(excerpt + "_16k_12s.wav"), LogMel.SAMPLE_RATE_HZ));

        assertThat(logMel.frames()).isEqualTo(751);
        assertThat(logMel.values()).hasSameSizeAs(expected);
        double largest = 0;
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            double difference = Math.abs(logMel.values()[i] - expected[i]);
            largest = Math.max(largest, difference);
            sum += difference;
        }
        assertThat(largest).isLessThan(4.5e-4);
        assertThat(sum / expected.length).isLessThan(5e-7);
    }

    @Test
    void aToneIsLoudestInTheBandAroundIt() {
        // The 20th of 96 bands up to 45.245 mel is centred on 19 / 97 of it, that is 622 Hz.
        Spectrogram logMel = LogMel.of(new Pcm(Signals.sine(622, 16_000, 16_000), 16_000));
        assertThat(logMel.frames()).isEqualTo(63);
        float[] middle = Arrays.copyOfRange(logMel.values(), 30 * 96, 31 * 96);
        int loudest = 0;
        for (int band = 0; band < 96; band++) {
            loudest = middle[band] > middle[loudest] ? band : loudest;
        }
        assertThat(loudest).isEqualTo(19);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100, 255, 256, 257, 511, 512, 513})
    void clipsTooShortForOneMirrorAreMirroredAgain(int samples) {
        float[] constant = new float[samples];
        Arrays.fill(constant, 0.5f);
        Spectrogram logMel = LogMel.of(new Pcm(constant, 16_000));
        Spectrogram endless = LogMel.of(new Pcm(filled(4096, 0.5f), 16_000));
        assertThat(logMel.frames()).isEqualTo(1 + samples / 256);
        assertThat(Arrays.copyOf(logMel.values(), 96)).isEqualTo(Arrays.copyOf(endless.values(), 96));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 511, 512, 513, 16_383, 16_384, 16_385, 100_001})
    void soundThatArrivesInBlocksGivesTheSameFrames(int samples) {
        float[] noise = Signals.noise(samples, samples);
        float[] whole = LogMel.of(new Pcm(noise, 16_000)).values();
        for (int block : new int[] {1, 333, 4096, 50_000}) {
            List<float[]> frames = new ArrayList<>();
            try (LogMelStream stream = new LogMelStream(frame -> frames.add(frame.clone()))) {
                for (int from = 0; from < samples; from += block) {
                    stream.accept(noise, from, Math.min(block, samples - from));
                }
                stream.finish();
            }
            assertThat(frames).hasSize(1 + samples / 256);
            for (int t = 0; t < frames.size(); t++) {
                assertThat(frames.get(t)).isEqualTo(Arrays.copyOfRange(whole, t * 96, (t + 1) * 96));
            }
        }
    }

    @Test
    void theEndsAreMirrored() {
        float[] noise = Signals.noise(1000, 3);
        float[] mirrored = new float[256 + 1000 + 256];
        for (int i = 0; i < mirrored.length; i++) {
            int at = Math.abs(i - 256);
            mirrored[i] = noise[at < 1000 ? at : 2 * 999 - at];
        }
        float[] frames = LogMel.of(new Pcm(noise, 16_000)).values();
        float[] inner = LogMel.of(new Pcm(mirrored, 16_000)).values();
        assertThat(frames).isEqualTo(Arrays.copyOfRange(inner, 96, 96 + frames.length));
    }

    @Test
    void noSoundHasNoFramesAndSilenceIsZero() {
        assertThat(LogMel.of(new Pcm(new float[0], 16_000)).frames()).isZero();
        assertThat(LogMel.of(new Pcm(new float[16_000], 16_000)).values()).containsOnly(0);
    }

    @Test
    void soundFarBeyondFullScaleStaysFinite() {
        float[] absurd = filled(2000, 1e30f);
        absurd[1000] = -1e30f;
        for (float value : LogMel.of(new Pcm(absurd, 16_000)).values()) {
            assertThat(value).isFinite();
        }
    }

    @Test
    void anotherSampleRateIsRefused() {
        assertThatThrownBy(() -> LogMel.of(new Pcm(new float[100], 44_100)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sampleRateHz must be 16000; sampleRateHz=44100");
    }

    private static float[] filled(int samples, float value) {
        float[] filled = new float[samples];
        Arrays.fill(filled, value);
        return filled;
    }
}
