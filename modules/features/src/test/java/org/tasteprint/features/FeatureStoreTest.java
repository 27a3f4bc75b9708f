package org.tasteprint.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tasteprint.features.Hop.ONE_SECOND;
import static org.tasteprint.features.Hop.THREE_SECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.TasteprintException;

class FeatureStoreTest {
    @TempDir
    Path folder;

    private FeatureStore store;

    @BeforeEach
    void open() {
        store = new FeatureStore(folder.resolve("features"));
    }

    static FeatureMatrix rows(String feature, String track, float... values) {
        return new FeatureMatrix(feature, 2, Collections.nCopies(values.length / 2, track), values);
    }

    @Test
    void givesBackWhatWasWrittenUnderItsHop() {
        store.write(THREE_SECONDS, rows("f", "t", 1, 2, 3, 4));
        assertThat(new FeatureStore(folder.resolve("features")).read("f", THREE_SECONDS, "t")).get()
                .satisfies(matrix -> {
                    assertThat(matrix.feature()).isEqualTo("f");
                    assertThat(matrix.trackIds()).containsExactly("t", "t");
                    assertThat(matrix.values()).containsExactly(1, 2, 3, 4);
                });
        assertThat(store.has("f", ONE_SECOND, "t")).isFalse();
        assertThat(store.read("f", THREE_SECONDS, "other")).isEmpty();
        assertThat(store.read("g", THREE_SECONDS, "t")).isEmpty();
    }

    @Test
    void framesAndWholeTracksAreTheSameWhateverTheHop() {
        store.write(Rows.FRAMES, THREE_SECONDS, rows("frames", "t", 1, 2));
        store.write(Rows.TRACK, ONE_SECOND, rows("averages", "t", 3, 4));
        assertThat(store.load("frames", ONE_SECOND, List.of("t")).values()).containsExactly(1, 2);
        assertThat(store.load("averages", THREE_SECONDS, List.of("t")).values()).containsExactly(3, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "a", "A", "..", "/etc/passwd", "a/b", "a\\b", "a%2fb", "%61", "Björk – 北京 🎵", " ",
        "con", "x:y*?\"<>|", "a\nb", ".hidden"
    })
    void keepsTracksOfAnyNameApart(String id) throws IOException {
        List<String> others = List.of("a", "A", "a/b", "a%2Fb", "a b", "%41", "..");
        others.forEach(other -> store.write(ONE_SECOND, rows("f", other, 0, 0)));
        store.write(ONE_SECOND, rows("f", id, 7, 8));
        assertThat(store.read("f", ONE_SECOND, id).orElseThrow().values()).containsExactly(7, 8);
        others.stream().filter(other -> !other.equals(id)).forEach(other ->
                assertThat(store.read("f", ONE_SECOND, other).orElseThrow().values()).containsExactly(0, 0));
        List<String> names = npyFiles().stream().map(file -> file.getFileName().toString().toLowerCase()).toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(npyFiles()).allMatch(file -> file.startsWith(folder.resolve("features/f@1s")));
    }

    @Test
    void keepsTracksWithLongNamesApart() {
        String prefix = "Ω".repeat(300);
        store.write(ONE_SECOND, rows("f", prefix + "1", 1, 1));
        store.write(ONE_SECOND, rows("f", prefix + "2", 2, 2));
        assertThat(store.read("f", ONE_SECOND, prefix + "1").orElseThrow().values()).containsExactly(1, 1);
        assertThat(store.read("f", ONE_SECOND, prefix + "2").orElseThrow().values()).containsExactly(2, 2);
    }

    @Test
    void spreadsTracksOverFolders() throws IOException {
        IntStream.range(0, 400).forEach(i -> store.write(ONE_SECOND, rows("f", "track-" + i, 0, 0)));
        assertThat(npyFiles().stream().map(Path::getParent).distinct()).hasSizeGreaterThan(150);
    }

    @Test
    void prefersWhatADatasetBrought() {
        store.write(THREE_SECONDS, rows("f", "t", 1, 1));
        store.writeImported(rows("f", "t", 2, 2));
        store.write(THREE_SECONDS, rows("f", "u", 3, 3));
        assertThat(store.load("f", THREE_SECONDS, List.of("t", "u")).values()).containsExactly(2, 2, 3, 3);
    }

    @Test
    void writingADerivedFeatureReplacesAllOfIt() {
        store.writeDerived(new FeatureMatrix("taste", 1, List.of("a", "b", "a"), new float[] {1, 2, 3}));
        assertThat(store.load("taste", THREE_SECONDS, List.of("a", "b")).values()).containsExactly(1, 3, 2);
        store.writeDerived(new FeatureMatrix("taste", 1, List.of("b"), new float[] {9}));
        assertThat(store.has("taste", ONE_SECOND, "a")).isFalse();
        assertThat(store.load("taste", THREE_SECONDS, List.of("a", "b")).values()).containsExactly(9);
        store.writeDerived(new FeatureMatrix("taste", 1, List.of(), new float[0]));
        assertThat(store.has("taste", ONE_SECOND, "b")).isFalse();
    }

    @Test
    void loadsRowsOrMeansInTheOrderAskedForAndLeavesOutTheRest() {
        store.write(ONE_SECOND, rows("f", "b", 1, 2, 3, 4));
        store.write(ONE_SECOND, rows("f", "a", 5, 6));
        FeatureMatrix all = store.load("f", ONE_SECOND, List.of("a", "missing", "b"));
        assertThat(all.trackIds()).containsExactly("a", "b", "b");
        assertThat(all.values()).containsExactly(5, 6, 1, 2, 3, 4);
        FeatureMatrix means = store.means("f", ONE_SECOND, List.of("b", "missing", "a"));
        assertThat(means.trackIds()).containsExactly("b", "a");
        assertThat(means.values()).containsExactly(2, 3, 5, 6);
    }

    @Test
    void saysWhatToDoWhenNoTrackHasTheFeature() {
        assertThatThrownBy(() -> store.load("musicnn-msd", ONE_SECOND, List.of("a", "b")))
                .isInstanceOf(TasteprintException.class)
                .hasMessage("feature 'musicnn-msd' (hop 1s) is stored for none of 2 tracks:"
                        + " run ./tasteprint extract --features musicnn-msd --hop 1s");
    }

    @Test
    void refusesRowsOfDifferentLengths() {
        store.writeImported(rows("f", "a", 1, 2));
        store.writeImported(new FeatureMatrix("f", 3, List.of("b"), new float[3]));
        assertThatThrownBy(() -> store.means("f", ONE_SECOND, List.of("a", "b")))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("2 dimensions for track a but 3 for track b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../f", "a/b", "f@3s", ".f", "a b"})
    void refusesNamesThatAreNoFeature(String name) {
        assertThatThrownBy(() -> store.has(name, ONE_SECOND, "t"))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("'%s' is no name of a feature".formatted(name));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 100, 140})
    void takesADamagedFileForAbsent(int length) throws IOException {
        store.write(ONE_SECOND, rows("f", "t", 1, 2, 3, 4));
        store.write(ONE_SECOND, rows("f", "u", 5, 6));
        Path file = npyFiles().stream().filter(f -> f.endsWith("t.npy")).findFirst().orElseThrow();
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
        assertThat(store.has("f", ONE_SECOND, "t")).isFalse();
        assertThat(store.read("f", ONE_SECOND, "t")).isEmpty();
        assertThat(store.load("f", ONE_SECOND, List.of("t", "u")).trackIds()).containsExactly("u");
        store.write(ONE_SECOND, rows("f", "t", 1, 2, 3, 4));
        assertThat(store.has("f", ONE_SECOND, "t")).isTrue();
    }

    @Test
    void aReaderSeesOneWritersRowsOrTheOthersButNeverAMixture() throws Exception {
        float[] first = new float[20_000];
        float[] second = new float[40_000];
        Arrays.fill(first, 1);
        Arrays.fill(second, 2);
        store.write(ONE_SECOND, rows("f", "t", first));
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<?>> writers = Stream.of(first, second)
                    .<Future<?>>map(values -> threads.submit(() ->
                            IntStream.range(0, 100).forEach(i -> store.write(ONE_SECOND, rows("f", "t", values)))))
                    .toList();
            while (!writers.stream().allMatch(Future::isDone)) {
                float[] values = store.read("f", ONE_SECOND, "t").orElseThrow().values();
                assertThat(values[0]).isEqualTo(values[values.length - 1]);
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
    }

    @Test
    void otherWeightsMakeOldResultsVoid() {
        FeatureFolder.Recipe recipe = new FeatureFolder.Recipe("net", 1, "abc");
        store.prepareFor("f", Rows.SEGMENTS, ONE_SECOND, recipe);
        store.write(ONE_SECOND, rows("f", "t", 1, 2));
        store.prepareFor("f", Rows.SEGMENTS, ONE_SECOND, recipe);
        assertThat(store.has("f", ONE_SECOND, "t")).isTrue();
        store.prepareFor("f", Rows.SEGMENTS, ONE_SECOND, new FeatureFolder.Recipe("net", 1, "def"));
        assertThat(store.has("f", ONE_SECOND, "t")).isFalse();
    }

    private List<Path> npyFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".npy")).toList();
        }
    }
}
