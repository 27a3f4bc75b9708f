package org.tasteprint.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tasteprint.features.Hop.THREE_SECONDS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.audio.AudioFile;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.nets.format.Npy;

class ChoiFamilyTest {
    private static final Set<String> FEATURES = Set.of(
            "choi160", "choi160-taggram", "choi-cnn", "choi-cnn-taggram", "choi-cnn-layer4", "choi-crnn", "choi-crnn-taggram");

    @TempDir
    Path folder;

    @Test
    void agreesWithTheReferenceFromTheSoundOn() throws IOException {
        Path golden = TestData.shared("golden/networks");
        try (FeatureExtractor extractor = new FeatureExtractor(TestData.registryWithWeights(folder))) {
            Map<String, FeatureMatrix> features =
                    extractor.extract(golden.resolve("vibeace_12k_29.12s.wav"), "t", FEATURES, THREE_SECONDS);

            assertNear(features.get("choi-cnn"), golden, "vibeace_12k_29.12s.cnn_recommended.features256");
            assertNear(features.get("choi-cnn-taggram"), golden, "vibeace_12k_29.12s.cnn_recommended.tags");
            assertNear(features.get("choi-crnn"), golden, "vibeace_12k_29.12s.crnn_recommended.gru2_last");
            assertNear(features.get("choi-crnn-taggram"), golden, "vibeace_12k_29.12s.crnn_recommended.tags");
            assertNear(features.get("choi160"), golden, "vibeace_12k_first29s.choi160_keras2.features160");
            assertNear(features.get("choi160-taggram"), golden, "vibeace_12k_first29s.choi160_keras2.tags50");
        }
    }

    @Test
    void longerSoundGivesARowForEveryExcerpt() throws IOException {
        Path golden = TestData.shared("golden/networks");
        float[] once = AudioFile.decode(golden.resolve("brahms_12k_29.12s.wav"), 12_000).samples();
        float[] more = Arrays.copyOf(once, 2 * once.length + 12_345);
        System.arraycopy(once, 0, more, once.length, once.length);
        Path file = folder.resolve("twice.wav");
        TestData.wav(file, 12_000, more);
        try (FeatureExtractor extractor = new FeatureExtractor(TestData.registryWithWeights(folder))) {
            Map<String, FeatureMatrix> features =
                    extractor.extract(file, "t", Set.of("choi-cnn", "choi160-taggram"), THREE_SECONDS);

            FeatureMatrix cnn = features.get("choi-cnn");
            assertThat(cnn.rows()).isEqualTo(2);
            assertThat(cnn.row(1)).containsExactly(cnn.row(0), within(1e-4f));
            assertThat(features.get("choi160-taggram").rows()).isEqualTo(2);
            assertThat(extractor.rows("choi-cnn").every(THREE_SECONDS)).isEqualTo("excerpts");
        }
    }

    @Test
    void saysHowMuchSoundEachNeeds() throws IOException {
        Path short5 = TestData.tone(folder.resolve("five.wav"), 5, 0.5);
        Path short2 = TestData.tone(folder.resolve("two.wav"), 2, 0.5);
        Path silent = TestData.tone(folder.resolve("silent.wav"), 8, 0);
        try (FeatureExtractor extractor = new FeatureExtractor(TestData.registryWithWeights(folder))) {
            assertThat(extractor.extract(short5, "t", Set.of("choi-crnn"), THREE_SECONDS).get("choi-crnn").dimensions())
                    .isEqualTo(32);
            assertThatThrownBy(() -> extractor.extract(short5, "t", Set.of("choi160"), THREE_SECONDS))
                    .isInstanceOf(TasteprintException.class)
                    .hasMessageContaining("five.wav is 5.0 s long; at least 7 s are needed");
            assertThatThrownBy(() -> extractor.extract(short2, "t", Set.of("choi-cnn"), THREE_SECONDS))
                    .hasMessageContaining("at least 3 s");
            assertThatThrownBy(() -> extractor.extract(silent, "t", Set.of("choi160"), THREE_SECONDS))
                    .hasMessageContaining("is silent");
        }
    }

    private static void assertNear(FeatureMatrix feature, Path golden, String name) {
        float[] expected = Npy.read(golden.resolve(name + ".npy")).values();
        assertThat(feature.values()).as(name).containsExactly(expected, within(1e-4f));
    }
}
