package org.tasteprint.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tasteprint.features.Hop.ONE_SECOND;
import static org.tasteprint.features.Hop.THREE_SECONDS;
import static org.tasteprint.features.TestData.track;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.audio.AudioFile;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** Several families of features beside one another. */
class FamiliesTest {
    @TempDir
    Path folder;

    /** Features whose value is the length of the file's name; refuses names that begin with {@code bad}. */
    private record Names(String name, Map<String, Rows> rowsOf) implements FeatureFamily {
        @Override
        public Set<String> features() {
            return rowsOf.keySet();
        }

        @Override
        public Rows rows(String feature) {
            return rowsOf.get(feature);
        }

        @Override
        public FeatureFolder.Recipe recipe(String feature) {
            return new FeatureFolder.Recipe(name, 1, "");
        }

        @Override
        public void load(Set<String> features) {}

        @Override
        public Analysis begin(Recording recording, String trackId, Set<String> features, Hop hop) {
            return new WholeAnalysis<>(() -> length(recording.file()), length -> {
                Map<String, FeatureMatrix> results = new HashMap<>();
                for (String feature : features) {
                    int rows = switch (rowsOf.get(feature)) {
                        case SEGMENTS -> hop == ONE_SECOND ? 3 : 1;
                        case FRAMES -> 5;
                        case EXCERPTS -> 2;
                        case TRACK -> 1;
                    };
                    float[] values = new float[rows];
                    Arrays.fill(values, length);
                    results.put(feature, new FeatureMatrix(feature, 1, Collections.nCopies(rows, trackId), values));
                }
                return results;
            });
        }

        private int length(Path audio) {
            String file = audio.getFileName().toString();
            if (file.startsWith("bad")) {
                throw new TasteprintException(Kind.INVALID_INPUT, "the " + name + " cannot read " + file);
            }
            return file.length();
        }

        @Override
        public void close() {}
    }

    private final FeatureExtractor extractor = new FeatureExtractor(List.of(
            new Names("first", Map.of("segments", Rows.SEGMENTS)),
            new Names("second", Map.of("frames", Rows.FRAMES, "whole", Rows.TRACK))), AudioFile::stream);

    @Test
    void givesFeaturesOfSeveralFamiliesTogether() {
        assertThat(extractor.supported()).containsExactly("frames", "segments", "whole");
        Map<String, FeatureMatrix> results =
                extractor.extract(Path.of("four"), "t", Set.of("segments", "frames", "whole"), ONE_SECOND);
        assertThat(results.get("segments").values()).containsExactly(4, 4, 4);
        assertThat(results.get("frames").values()).containsExactly(4, 4, 4, 4, 4);
        assertThat(results.get("whole").values()).containsExactly(4);
        assertThat(extractor.extract(Path.of("four"), "t", Set.of("frames"), ONE_SECOND)).containsOnlyKeys("frames");
    }

    @Test
    void anotherHopIsAnotherExtractionOfSegmentsOnly() {
        FeatureStore store = new FeatureStore(folder);
        Extraction extraction = new Extraction(store, extractor);
        var tracks = List.of(track("a", folder.resolve("a")), track("b", folder.resolve("bad")));
        Set<String> all = Set.of("segments", "frames", "whole");
        ExtractionReport report = extraction.run(tracks, all, ONE_SECOND, Progress.SILENT);
        assertThat(report.extracted()).isEqualTo(1);
        assertThat(report.failed()).containsExactly(new Failure("b", "the first cannot read bad"));
        assertThat(store.read("frames", THREE_SECONDS, "a").orElseThrow().rows()).isEqualTo(5);
        assertThat(store.read("whole", THREE_SECONDS, "a").orElseThrow().rows()).isEqualTo(1);
        assertThat(store.has("segments", THREE_SECONDS, "a")).isFalse();
        assertThat(folder.resolve("frames@frames")).isDirectory();
        assertThat(folder.resolve("whole@track")).isDirectory();
        assertThat(folder.resolve("segments@1s")).isDirectory();
    }

    @Test
    void failsWithWhatTheFrontEndSaid() {
        assertThatThrownBy(() -> extractor.extract(Path.of("bad"), "t", Set.of("whole"), ONE_SECOND))
                .isInstanceOf(TasteprintException.class)
                .hasMessage("the second cannot read bad");
    }
}
