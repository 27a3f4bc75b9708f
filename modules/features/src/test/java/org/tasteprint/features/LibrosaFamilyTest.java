package org.tasteprint.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tasteprint.features.Hop.ONE_SECOND;
import static org.tasteprint.features.Hop.THREE_SECONDS;
import static org.tasteprint.features.TestData.track;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.audio.AudioFile;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;

class LibrosaFamilyTest {
    private static final Set<String> ALL = Set.of(
            "mel128", "mfcc", "mfcc-delta", "mfcc-delta2", "chroma-cens", "chroma-cqt", "chroma-stft", "tonnetz", "tempogram",
            "averaged");

    @TempDir
    Path folder;

    private final FeatureExtractor extractor = new FeatureExtractor(List.of(new LibrosaFamily()), AudioFile::stream);

    @Test
    void aRowIsAFrameAndTheAverageIsOneRowOfTheirMeans() throws IOException {
        Path audio = TestData.tone(folder.resolve("tone.wav"), 5, 0.5);
        Map<String, FeatureMatrix> features = extractor.extract(audio, "t", ALL, THREE_SECONDS);
        assertThat(extractor.supported()).isEqualTo(ALL);
        assertThat(features).containsOnlyKeys(ALL);
        int frames = 1 + 5 * 22_050 / 1024;
        for (String feature : ALL) {
            assertThat(features.get(feature).rows()).as(feature).isEqualTo(feature.equals("averaged") ? 1 : frames);
        }
        FeatureMatrix averaged = features.get("averaged");
        assertThat(averaged.dimensions()).isEqualTo(358);
        float[] chroma = features.get("chroma-stft").meanPerTrack().values();
        int before = 128 + 3 * 20 + 2 * 12;
        for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
            assertThat(averaged.values()[before + pitchClass]).isCloseTo(chroma[pitchClass], within(1e-6f));
        }
        assertThat(features.get("chroma-stft").row(50)[9]).as("440 Hz is an A").isEqualTo(1);
    }

    @Test
    void theHopOfSegmentsChangesNothing() throws IOException {
        Path audio = TestData.tone(folder.resolve("tone.wav"), 4, 0.5);
        FeatureStore store = new FeatureStore(folder.resolve("store"));
        Extraction extraction = new Extraction(store, extractor);
        assertThat(extraction.run(List.of(track("t", audio)), Set.of("mfcc", "averaged"), ONE_SECOND, Progress.SILENT)
                        .extracted())
                .isEqualTo(1);
        assertThat(extraction.run(List.of(track("t", audio)), Set.of("mfcc", "averaged"), THREE_SECONDS, Progress.SILENT)
                        .cached())
                .isEqualTo(1);
        Exported frames = FeatureExchange.export(
                store, "mfcc", THREE_SECONDS, List.of("t"), Granularity.SEGMENT, folder.resolve("out"));
        assertThat(frames.rows()).isEqualTo(1 + 4 * 22_050 / 1024);
        assertThat(frames.dimensions()).isEqualTo(20);
        Exported tracks =
                FeatureExchange.export(store, "mfcc", THREE_SECONDS, List.of("t"), Granularity.TRACK, folder.resolve("out"));
        assertThat(tracks.rows()).isEqualTo(1);
    }

    @Test
    void ofLongSoundTheMiddleIsTaken() throws IOException {
        Path audio = TestData.tone(folder.resolve("long.wav"), 20, 0.5);
        FeatureExtractor patient = new FeatureExtractor(List.of(new LibrosaFamily(Duration.ofSeconds(60))), AudioFile::stream);
        FeatureExtractor hasty = new FeatureExtractor(List.of(new LibrosaFamily(Duration.ofSeconds(4))), AudioFile::stream);
        FeatureMatrix whole = patient.extract(audio, "t", Set.of("mel128"), THREE_SECONDS).get("mel128");
        FeatureMatrix middle = hasty.extract(audio, "t", Set.of("mel128"), THREE_SECONDS).get("mel128");
        assertThat(whole.rows()).isEqualTo(1 + 20 * 22_050 / 1024);
        assertThat(middle.rows()).isEqualTo(1 + 4 * 22_050 / 1024);
    }

    @Test
    void soundOfLessThanASecondAndSilenceAreRefused() throws IOException {
        Path brief = TestData.tone(folder.resolve("brief.wav"), 0.9, 0.5);
        assertThatThrownBy(() -> extractor.extract(brief, "t", Set.of("mfcc"), THREE_SECONDS))
                .isInstanceOf(TasteprintException.class)
                .hasMessage(brief + " is 0.9 s long; at least 1 s are needed");
        Path silent = TestData.tone(folder.resolve("silent.wav"), 4, 0);
        assertThatThrownBy(() -> extractor.extract(silent, "t", Set.of("averaged"), THREE_SECONDS))
                .isInstanceOf(TasteprintException.class)
                .hasMessageStartingWith(silent + " is silent");
    }
}
