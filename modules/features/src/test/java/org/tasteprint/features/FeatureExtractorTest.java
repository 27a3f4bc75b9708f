package org.tasteprint.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tasteprint.features.FeatureNames.LOG_MEL;
import static org.tasteprint.features.FeatureNames.LOG_MEL_STATS;
import static org.tasteprint.features.FeatureNames.MEAN;
import static org.tasteprint.features.FeatureNames.MUSICNN_MSD;
import static org.tasteprint.features.FeatureNames.MUSICNN_MTT;
import static org.tasteprint.features.FeatureNames.PENULTIMATE;
import static org.tasteprint.features.FeatureNames.TAGGRAM;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tasteprint.audio.Excerpt;
import org.tasteprint.audio.LogMel;
import org.tasteprint.audio.Spectrogram;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.format.Npy;
import org.tasteprint.nets.musicnn.Musicnn;

class FeatureExtractorTest {
    private static final Map<String, String> GOLDEN_NETWORKS = Map.of(MUSICNN_MSD, "MSD_musicnn", MUSICNN_MTT, "MTT_musicnn");
    private static final Map<String, String> GOLDEN_OUTPUTS =
            Map.of("", "max_pool", MEAN, "mean_pool", PENULTIMATE, "penultimate", TAGGRAM, "taggram");

    @TempDir
    Path models;

    @ParameterizedTest
    @ValueSource(strings = {"brahms", "vibeace", "fishin"})
    void computesTheLogMelOfTheReference(String name) throws IOException {
        Path golden = TestData.shared("golden/networks");
        try (FeatureExtractor extractor = new FeatureExtractor(TestData.registry(models))) {
            FeatureMatrix logMel = extractor
                    .extract(golden.resolve(name + "_16k_12s.wav"), name, Set.of(LOG_MEL), Hop.THREE_SECONDS)
                    .get(LOG_MEL);
            assertClose(logMel, golden.resolve(name + "_16k_12s.musicnn_logmel.npy"), 1e-3);
        }
    }

    @ParameterizedTest
    @CsvSource({"brahms,THREE_SECONDS", "vibeace,ONE_SECOND", "fishin,THREE_SECONDS"})
    void computesTheFeaturesOfTheReferenceFromTheSoundAlone(String name, Hop hop) throws IOException {
        Path golden = TestData.shared("golden/networks");
        Set<String> features = new HashSet<>();
        GOLDEN_NETWORKS.keySet().forEach(network -> GOLDEN_OUTPUTS.keySet().forEach(output -> features.add(network + output)));
        try (FeatureExtractor extractor = new FeatureExtractor(TestData.registryWithWeights(models))) {
            Map<String, FeatureMatrix> results =
                    extractor.extract(golden.resolve(name + "_16k_12s.wav"), name, features, hop);
            assertThat(results.keySet()).isEqualTo(features);
            GOLDEN_NETWORKS.forEach((network, goldenNetwork) -> GOLDEN_OUTPUTS.forEach((output, goldenOutput) -> assertClose(
                    results.get(network + output),
                    golden.resolve("%s_16k_12s.%s.hop%d.%s.npy".formatted(name, goldenNetwork, hop.frames(), goldenOutput)),
                    output.equals(TAGGRAM) ? 1e-4 : 1e-3)));
        }
    }

    @ParameterizedTest
    @CsvSource({"brahms,ONE_SECOND", "vibeace,THREE_SECONDS", "fishin,ONE_SECOND"})
    void computesTheVggsFeaturesOfTheReferenceFromTheSoundAlone(String name, Hop hop) throws IOException {
        Path golden = TestData.shared("golden/networks");
        try (FeatureExtractor extractor = new FeatureExtractor(TestData.registryWithWeights(models))) {
            Map<String, FeatureMatrix> results = extractor.extract(
                    golden.resolve(name + "_16k_12s.wav"), name, Set.of("vgg-msd", "vgg-msd-taggram", "vgg-mtt-taggram"), hop);
            String reference = "%s_16k_12s.%s_vgg.hop%d.%s.npy";
            assertClose(results.get("vgg-msd"), golden.resolve(reference.formatted(name, "MSD", hop.frames(), "pool5")), 1e-3);
            assertClose(
                    results.get("vgg-msd-taggram"),
                    golden.resolve(reference.formatted(name, "MSD", hop.frames(), "taggram")),
                    1e-4);
            assertClose(
                    results.get("vgg-mtt-taggram"),
                    golden.resolve(reference.formatted(name, "MTT", hop.frames(), "taggram")),
                    1e-4);
        }
    }

    /** Differences count in units of the value where it is larger than 1: activations reach 140. */
    private static void assertClose(FeatureMatrix actual, Path golden, double tolerance) {
        Tensor expected = Npy.read(golden);
        assertThat(new long[] {actual.rows(), actual.dimensions()}).as(golden.toString()).isEqualTo(expected.shape());
        double worst = 0;
        for (int i = 0; i < actual.values().length; i++) {
            double difference = Math.abs(actual.values()[i] - expected.values()[i]);
            worst = Math.max(worst, difference / Math.max(1, Math.abs(expected.values()[i])));
        }
        assertThat(worst).as(golden.toString()).isLessThan(tolerance);
    }

    @Test
    void givesSeveralThreadsTheSameAnswer() throws Exception {
        Path golden = TestData.shared("golden/networks");
        Path file = golden.resolve("brahms_16k_12s.wav");
        try (FeatureExtractor extractor = new FeatureExtractor(TestData.registryWithWeights(models));
                ExecutorService threads = Executors.newFixedThreadPool(3)) {
            Callable<float[]> taggram = () -> extractor
                    .extract(file, "t", Set.of(MUSICNN_MTT + TAGGRAM), Hop.THREE_SECONDS)
                    .get(MUSICNN_MTT + TAGGRAM)
                    .values();
            float[] alone = taggram.call();
            for (Future<float[]> together : threads.invokeAll(List.of(taggram, taggram, taggram))) {
                assertThat(together.get()).containsExactly(alone, Offset.offset(1e-5f));
            }
        }
    }

    @Test
    void aLongTrackCutIntoPiecesGivesTheSame() {
        Tensor logMel = Npy.read(TestData.shared("golden/networks").resolve("vibeace_16k_12s.musicnn_logmel.npy"));
        Segments segments =
                new Segments(new Spectrogram((int) logMel.shape()[0], LogMel.BANDS, logMel.values()), Hop.THREE_SECONDS);
        try (Musicnn musicnn = Musicnn.load(TestData.shared("weights").resolve("MTT_musicnn.h5"))) {
            Map<String, float[]> whole = new Network(musicnn, 64).analyse(segments);
            Map<String, float[]> pieces = new Network(musicnn, 3).analyse(segments);
            assertThat(pieces.get(Musicnn.TAGGRAM)).hasSize(4 * 50);
            assertThat(pieces).allSatisfy((output, values) ->
                    assertThat(values).containsExactly(whole.get(output), Offset.offset(1e-4f)));
        }
    }

    @Test
    void listensToTheMiddleOnly(@TempDir Path folder) throws IOException {
        Path file = TestData.tone(folder.resolve("long.wav"), 61, 0.5);
        Excerpt middle = new Excerpt.Middle(Duration.ofMillis(6_984)); // begins with frame 1688
        try (FeatureExtractor extractor = new FeatureExtractor(TestData.registry(models))) {
            FeatureMatrix all = extractor.extract(file, "t", Set.of(LOG_MEL), Hop.THREE_SECONDS).get(LOG_MEL);
            FeatureMatrix some = extractor.extract(file, middle, "t", Set.of(LOG_MEL), Hop.THREE_SECONDS).get(LOG_MEL);
            assertThat(some.rows()).isEqualTo(437);
            for (int row = 1; row < 436; row++) { // the ends are mirrored
                assertThat(some.row(row)).isEqualTo(all.row(1688 + row));
            }
        }
    }

    @Test
    void knowsWhatItCanCompute() throws IOException {
        try (FeatureExtractor extractor = new FeatureExtractor(TestData.registry(models))) {
            assertThat(extractor.supported()).containsExactlyInAnyOrder(
                    LOG_MEL, LOG_MEL_STATS,
                    "musicnn-msd", "musicnn-msd-mean", "musicnn-msd-penultimate", "musicnn-msd-taggram",
                    "musicnn-rendered", "musicnn-rendered-mean", "musicnn-rendered-penultimate", "musicnn-rendered-taggram",
                    "musicnn-mtt", "musicnn-mtt-mean", "musicnn-mtt-penultimate", "musicnn-mtt-taggram",
                    "musicnn-msd-big", "musicnn-msd-big-mean", "musicnn-msd-big-penultimate", "musicnn-msd-big-taggram",
                    "vgg-msd", "vgg-msd-taggram", "vgg-mtt", "vgg-mtt-taggram",
                    "choi160", "choi160-taggram", "choi-cnn", "choi-cnn-taggram", "choi-cnn-layer4", "choi-crnn", "choi-crnn-taggram",
                    "mel128", "mfcc", "mfcc-delta", "mfcc-delta2", "chroma-cens", "chroma-cqt", "chroma-stft", "tonnetz",
                    "tempogram", "averaged");
        }
    }

    @Test
    void soundFarBeyondFullScaleStillGivesNumbers(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("float.wav");
        TestData.floatWav(file, 4 * 16_000, Float.MAX_VALUE);
        try (FeatureExtractor extractor = new FeatureExtractor(TestData.registry(models))) {
            float[] statistics = extractor
                    .extract(file, "t", Set.of(LOG_MEL_STATS), Hop.THREE_SECONDS)
                    .get(LOG_MEL_STATS)
                    .values();
            for (float value : statistics) {
                assertThat(value).isFinite();
            }
        }
    }
}
