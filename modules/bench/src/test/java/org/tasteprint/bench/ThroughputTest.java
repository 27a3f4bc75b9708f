package org.tasteprint.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.audio.AudioFile;
import org.tasteprint.audio.synth.Sound;
import org.tasteprint.core.TasteprintException;

class ThroughputTest {
    @Test
    void measuresTheFrontEnd() {
        Figure figure = Throughput.logMel(Duration.ofMillis(500));
        assertThat(figure.name()).isEqualTo("logmel");
        assertThat(figure.threads()).isEqualTo(1);
        assertThat(figure.value()).as("seconds of sound a second").isGreaterThan(10);
    }

    @Test
    void measuresAStepOfTheSiameseTower() {
        Figure figure = Throughput.siamese(Duration.ofMillis(100));
        assertThat(figure.unit()).isEqualTo("ms/step");
        assertThat(figure.value()).isBetween(10.0, 60_000.0);
    }

    @Test
    void measuresEveryFeature() {
        List<Figure> figures = Throughput.features(Duration.ofMillis(500));
        assertThat(figures).hasSize(10);
        assertThat(figures.getFirst().name()).isEqualTo("features");
        assertThat(figures).extracting(Figure::name).contains("features mel128", "features tempogram");
        assertThat(figures).allSatisfy(figure -> assertThat(figure.value()).as(figure.name()).isBetween(0.1, 10_000.0));
    }

    @Test
    void makesAnMp3ThatDecodesToItsSound(@TempDir Path folder) {
        float[] chirp = new float[3 * 44_100];
        for (int i = 0; i < chirp.length; i++) {
            chirp[i] = (float) (0.4 * Math.sin(1e-6 * i * i));
        }
        Path file = folder.resolve("clip.mp3");
        Mp3File.write(file, new Sound(44_100, List.of(chirp, chirp)));
        float[] decoded = AudioFile.decode(file, 44_100).samples();
        // There is no header that tells of LAME's delay, so it is not trimmed: half a block of 1152, and the decoder's 529.
        int delay = 576 + 529;
        double product = 0;
        double ours = 0;
        double theirs = 0;
        for (int i = 0; i + delay < Math.min(decoded.length, chirp.length); i++) {
            product += decoded[i + delay] * chirp[i];
            ours += decoded[i + delay] * decoded[i + delay];
            theirs += chirp[i] * chirp[i];
        }
        assertThat(product / Math.sqrt(ours * theirs)).as("correlation").isGreaterThan(0.99);
    }

    @Test
    void measuresTheUserNetwork() {
        assertThat(UserNetwork.measure(5_000)).extracting(Figure::name).contains("users", "users heap");
        assertThat(UserNetwork.measure(5_000).getFirst().value()).isGreaterThan(1_000);
    }

    @Test
    void writesALogInTheProportionsOfARealOne(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("log.tsv");
        ListenLog.write(log, 12_000, 5_000);
        List<String[]> rows = Files.readAllLines(log).stream().map(line -> line.split("\t", -1)).toList();
        assertThat(rows).hasSize(12_000).allSatisfy(row -> assertThat(row).hasSize(6));
        assertThat(rows.stream().map(row -> row[0]).distinct()).hasSize(2);
        assertThat(rows.stream().map(row -> row[0] + row[1]).distinct()).as("dated, each once").hasSize(12_000);
    }

    @Test
    void runsJmh() {
        assertThatThrownBy(() -> MicroBenchmarks.run("NoSuchThing", Optional.empty(), System.err))
                .isInstanceOf(TasteprintException.class)
                .hasMessage("no JMH benchmark matches 'NoSuchThing'; try Librosa, Decode, LogMel or Musicnn");
    }

    @Test
    void measuresMusicnn() {
        Path weights = Path.of(System.getProperty("tasteprint.root"))
                .toAbsolutePath()
                .resolveSibling("shared/data/weights/MSD_musicnn.h5");
        Assumptions.assumeTrue(Files.exists(weights), () -> "skipped: there is no " + weights);
        Figure figure = Throughput.musicnn(weights, Duration.ofMillis(500));
        assertThat(figure.unit()).isEqualTo("patches/s");
        assertThat(figure.value()).isGreaterThan(0.5);
    }
}
