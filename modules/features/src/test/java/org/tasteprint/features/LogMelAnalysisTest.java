package org.tasteprint.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tasteprint.features.FeatureNames.LOG_MEL;
import static org.tasteprint.features.FeatureNames.LOG_MEL_STATS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tasteprint.audio.AudioFile;
import org.tasteprint.audio.Excerpt;
import org.tasteprint.audio.LogMel;
import org.tasteprint.audio.Spectrogram;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.TasteprintException;

class LogMelAnalysisTest {
    @TempDir
    Path folder;

    private LogMelAnalysis analysis(Path file, Hop hop) {
        Map<String, LogMelFeatures.Source> wanted =
                Map.of(LOG_MEL, new LogMelFeatures.Source.Frames(), LOG_MEL_STATS, new LogMelFeatures.Source.Statistics());
        return new LogMelAnalysis(new Recording(AudioFile::stream, file, new Excerpt.Whole()), new LogMelFeatures("t", hop, wanted, name -> {
            throw new AssertionError(name);
        }));
    }

    @ParameterizedTest
    @EnumSource(Hop.class)
    void soundOfSeveralBlocksGivesWhatItGivesAsAWhole(Hop hop) throws Exception {
        Path file = TestData.tone(folder.resolve("long.wav"), 2 * 191.5 + 100, 0.5);
        Spectrogram whole = LogMel.of(AudioFile.decode(file, LogMel.SAMPLE_RATE_HZ));
        assertThat(whole.frames()).isGreaterThan(2 * LogMelAnalysis.BLOCK_FRAMES);
        LogMelAnalysis analysis = analysis(file, hop);
        Thread decoder = Thread.startVirtualThread(analysis::prepare);
        Map<String, FeatureMatrix> features = analysis.finish();
        decoder.join();
        assertThat(features.get(LOG_MEL).values()).isEqualTo(whole.values());
        assertThat(features.get(LOG_MEL_STATS).values()).isEqualTo(new Segments(whole, hop).statistics());
    }

    @Test
    void theDecoderWaitsForTheNetworksHoweverLongTheSoundIs() throws Exception {
        Path file = TestData.tone(folder.resolve("long.wav"), 6 * 192, 0.5);
        LogMelAnalysis analysis = analysis(file, Hop.THREE_SECONDS);
        Thread decoder = Thread.ofPlatform().start(() -> FeatureExtractor.prepare(analysis));
        while (decoder.getState() != Thread.State.WAITING) {
            Thread.sleep(5);
        }
        assertThat(decoder.join(Duration.ofMillis(100))).as("ends although nobody takes the frames").isFalse();
        decoder.interrupt();
        assertThat(decoder.join(Duration.ofSeconds(10))).as("ends when it is interrupted").isTrue();
    }

    @Test
    void failsWithWhatIsWrongWithTheFile() throws IOException {
        LogMelAnalysis analysis = analysis(TestData.tone(folder.resolve("short.wav"), 2.97, 0.5), Hop.ONE_SECOND);
        assertThatThrownBy(analysis::prepare).isInstanceOf(TasteprintException.class);
        assertThatThrownBy(analysis::finish)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(TasteprintException.class)
                .hasMessageEndingWith("short.wav is 2.9 s long; at least 3 s are needed");
        LogMelAnalysis silent = analysis(TestData.tone(folder.resolve("silent.wav"), 4, 0), Hop.ONE_SECOND);
        assertThatThrownBy(silent::prepare).hasMessageContaining("is silent");
    }
}
