package org.tasteprint.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What FFmpeg's command line made of 120 files that decoders find hard, beside what we make of them. */
class OddAudioTest {
    /** Where we differ from FFmpeg's command line, of which the verdicts are version 5.1's. */
    private static final Map<String, String> DIFFERENT = Map.of(
            "lofty__lofty_tests_files_assets_hound_nonstandard-02.wav", "two samples long, which the manifest rounds to 0 s",
            "mutagen__tests_data_52-too-short-block-size.flac", "FFmpeg 8 finds 3 frames in what is left of it, 5.1 found 4");

    private record Verdict(String file, double seconds, boolean failed) {
        /** From a line of the manifest: columns 9 and 10 come before any that is quoted, but for the container's. */
        static Verdict parse(String line) {
            String[] columns = line.replaceAll("\"[^\"]*\"", "").split(",", -1);
            return new Verdict(columns[0], Double.parseDouble(columns[8]), columns[9].equals("fail"));
        }
    }

    @Test
    void everyFileDecodesAsFfmpegDoesOrSaysWhyNot() throws IOException {
        Path folder = SharedData.folder("oddaudio");
        List<String> lines = Files.readAllLines(folder.resolve("manifest.csv"));
        List<String> different = new ArrayList<>();
        Map<String, Integer> outcomes = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            Verdict verdict = Verdict.parse(line);
            double seconds = 0;
            String outcome = "decoded";
            try {
                seconds = AudioFile.decode(folder.resolve(verdict.file()), 16_000).samples().length / 16_000.0;
            } catch (AudioException e) {
                outcome = e.fault().name();
                assertThat(e.getMessage().lines()).hasSize(1);
            }
            outcomes.merge(outcome, 1, Integer::sum);
            // The manifest rounds to a millisecond.
            boolean same = outcome.equals("decoded")
                    ? !verdict.failed() && Math.abs(seconds - verdict.seconds()) <= 0.001 + 0.01 * verdict.seconds()
                    : verdict.failed();
            if (!same) {
                different.add(verdict.file());
            }
        }
        assertThat(different).containsExactlyInAnyOrderElementsOf(DIFFERENT.keySet());
        assertThat(outcomes).containsEntry("decoded", 85);
    }
}
