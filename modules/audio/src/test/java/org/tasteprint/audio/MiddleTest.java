package org.tasteprint.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MiddleTest {
    private static final Duration LENGTH = Duration.ofSeconds(7);

    @TempDir
    Path folder;

    private static float[] cut(float[] whole, int wanted) {
        int first = (whole.length - wanted) / 2;
        return Arrays.copyOfRange(whole, first, first + wanted);
    }

    private static double difference(float[] actual, float[] expected) {
        double worst = actual.length == expected.length ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(actual.length, expected.length); i++) {
            worst = Math.max(worst, Math.abs(actual[i] - expected[i]));
        }
        return worst;
    }

    /** Whether the middle was found without decoding the whole file. */
    private static boolean seeks(Path file, int rate) {
        try (Container container = Container.open(file, AudioFile.TIME_LIMIT)) {
            return MiddleReader.read(container, rate, new Excerpt.Middle(LENGTH), new SampleBuffer()).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource({"16000,16000", "44100,16000", "22050,16000", "8000,22050", "44100,12000", "11111,16000", "96000,22050"})
    void isWhatAWholeDecodeHasInItsMiddle(int from, int to) throws IOException {
        Path file = Signals.writeWav(folder.resolve("noise.wav"), from, Signals.pcm16(Signals.noise(10 * from + 777, 3)));
        float[] whole = AudioFile.decode(file, to).samples();
        assertThat(seeks(file, to)).isTrue();
        assertThat(difference(AudioFile.decodeMiddle(file, to, LENGTH).samples(), cut(whole, 7 * to))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp3", "ogg", "opus", "m4a", "flac"})
    void isFoundInEveryUsualFormat(String extension) throws IOException {
        Path file;
        try (Stream<Path> files = Files.walk(SharedData.folder("emotify/audio"))) {
            file = files.filter(path -> path.toString().endsWith("." + extension)).sorted().findFirst().orElseThrow();
        }
        for (int rate : List.of(16_000, 22_050)) {
            float[] whole = AudioFile.decode(file, rate).samples();
            float[] middle = AudioFile.decodeMiddle(file, rate, LENGTH).samples();
            assertThat(seeks(file, rate)).isTrue();
            assertThat(difference(middle, cut(whole, 7 * rate))).isLessThan(extension.equals("m4a") ? 0.005 : 1e-6);
        }
    }

    /** Where the container's times and the decoder disagree on the length: samples that the middle is beside itself. */
    private static final Map<String, Integer> BESIDE = Map.of(
            "audiowaveform__test_data_test_file_stereo.mp3", -1,
            "lofty__lofty_tests_files_assets_minimal_m4a_codec_aac.m4a", 31);

    @Test
    void everyOddFileHasTheMiddleOfItsWhole() throws IOException {
        List<String> others = new ArrayList<>();
        try (Stream<Path> files = Files.list(SharedData.folder("oddaudio"))) {
            for (Path file : files.sorted().toList()) {
                float[] whole;
                int rate;
                try (Container container = Container.open(file, AudioFile.TIME_LIMIT)) {
                    rate = Math.clamp(container.audio().codecpar().sample_rate(), 1_000, 192_000);
                    whole = AudioFile.decode(file, rate).samples();
                } catch (AudioException e) {
                    continue;
                }
                float[] middle = AudioFile.decodeMiddle(file, rate, Duration.ofMillis(700)).samples();
                int wanted = Math.min(whole.length, (int) Math.round(0.7 * rate));
                int beside = BESIDE.getOrDefault(file.getFileName().toString(), 0);
                int first = (whole.length - wanted) / 2 - beside;
                if (difference(middle, Arrays.copyOfRange(whole, first, first + wanted)) > 0.005) {
                    others.add(file.getFileName().toString());
                }
            }
        }
        assertThat(others).isEmpty();
    }

    @Test
    void aFileThatIsNoLongerComesWhole() throws IOException {
        Path file = Signals.writeWav(folder.resolve("short.wav"), 16_000, Signals.pcm16(Signals.noise(80_000, 3)));
        assertThat(AudioFile.decodeMiddle(file, 16_000, LENGTH).samples()).isEqualTo(AudioFile.decode(file, 16_000).samples());
    }

    @Test
    void theMiddleOfAThreeHourMixComesAtOnce() throws IOException {
        Path mix = Signals.writeSparseWav(folder.resolve("mix.wav"), 44_100, 3 * 3600 * 44_100);
        long started = System.nanoTime();
        assertThat(AudioFile.decodeMiddle(mix, 16_000, LENGTH).samples()).hasSize(112_000);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(1));
    }
}
