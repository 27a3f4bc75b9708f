package org.tasteprint.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ThroughputTest {
    @Test
    void measuresTheFrontEnd() {
        Figure figure = Throughput.logMel(Duration.ofMillis(500));
        assertThat(figure.name()).isEqualTo("logmel");
        assertThat(figure.threads()).isEqualTo(1);
        assertThat(figure.value()).as("seconds of sound a second").isGreaterThan(10);
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
