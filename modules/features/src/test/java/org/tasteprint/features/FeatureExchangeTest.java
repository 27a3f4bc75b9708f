package org.tasteprint.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tasteprint.features.FeatureStoreTest.rows;
import static org.tasteprint.features.Hop.THREE_SECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.catalog.Rejection;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.format.Npy;

class FeatureExchangeTest {
    @TempDir
    Path folder;

    private FeatureStore store;
    private Path dataset;

    @BeforeEach
    void open() throws IOException {
        store = new FeatureStore(folder.resolve("store"));
        dataset = folder.resolve("dataset");
        Files.createDirectories(dataset.resolve("features"));
    }

    private void dataset(String csv, int dimensions, float... values) throws IOException {
        Npy.write(dataset.resolve("features/f.npy"), new Tensor(new long[] {values.length / dimensions, dimensions}, values));
        Files.writeString(dataset.resolve("features/f.csv"), csv);
    }

    private ImportedFeature importFor(String... trackIds) {
        List<ImportedFeature> imported =
                FeatureExchange.importFrom(dataset, store, Set.of(trackIds), Progress.SILENT);
        assertThat(imported).hasSize(1);
        return imported.getFirst();
    }

    @Test
    void exportsWhatItImportsAndImportsWhatItExports() {
        store.write(THREE_SECONDS, rows("f", "b, \"quoted\"", 1, 2, 3, 4));
        store.write(THREE_SECONDS, rows("f", "ä", 5, 6));
        Exported exported = FeatureExchange.export(
                store, "f", THREE_SECONDS, List.of("ä", "missing", "b, \"quoted\""), Granularity.SEGMENT, folder.resolve("out"));
        assertThat(exported.rows()).isEqualTo(3);
        assertThat(exported.tracks()).isEqualTo(2);
        assertThat(exported.missing()).isEqualTo(1);
        assertThat(exported.npy()).isEqualTo(folder.resolve("out/features/f.npy"));
        assertThat(exported.csv()).hasContent("""
                track_id,segment
                ä,0
                "b, ""quoted""\",0
                "b, ""quoted""\",1
                """);

        FeatureStore other = new FeatureStore(folder.resolve("other"));
        List<ImportedFeature> imported = FeatureExchange.importFrom(
                folder.resolve("out"), other, Set.of("ä", "b, \"quoted\""), Progress.SILENT);
        assertThat(imported).containsExactly(new ImportedFeature("f", 2, 2, 2, List.of()));
        assertThat(other.load("f", THREE_SECONDS, List.of("ä", "b, \"quoted\"")).values()).containsExactly(5, 6, 1, 2, 3, 4);
    }

    @Test
    void exportsOneMeanATrack() {
        store.write(THREE_SECONDS, rows("f", "a", 1, 2, 3, 6));
        store.write(THREE_SECONDS, rows("f", "b", 5, 5));
        Exported exported = FeatureExchange.export(
                store, "f", THREE_SECONDS, List.of("a", "b"), Granularity.TRACK, folder.resolve("out"));
        assertThat(Npy.read(exported.npy())).isEqualTo(new Tensor(new long[] {2, 2}, new float[] {2, 4, 5, 5}));
        assertThat(exported.csv()).hasContent("track_id\na\nb\n");
    }

    @Test
    void exportingWhatNobodyHasWritesNothing() {
        assertThatThrownBy(() -> FeatureExchange.export(
                        store, "f", THREE_SECONDS, List.of("a"), Granularity.TRACK, folder.resolve("out")))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("stored for none of 1 tracks");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void ordersTheRowsOfATrackBySegmentWhereverTheyAre() throws IOException {
        dataset("track_id,segment\na,10\nb,0\na,2\na,11\n", 1, 1, 2, 3, 4);
        assertThat(importFor("a", "b")).isEqualTo(new ImportedFeature("f", 1, 2, 2, List.of()));
        assertThat(store.load("f", THREE_SECONDS, List.of("a", "b")).values()).containsExactly(3, 1, 4, 2);
    }

    @Test
    void importingAgainChangesNothingAndOtherTracksStay() throws IOException {
        dataset("track_id\na\nb\n", 2, 1, 2, 3, 4);
        assertThat(importFor("a", "b").changed()).isEqualTo(2);
        assertThat(importFor("a", "b").changed()).isZero();
        dataset("track_id\nb\nc\n", 2, 9, 9, 5, 6);
        assertThat(importFor("a", "b", "c").changed()).isEqualTo(2);
        assertThat(store.load("f", THREE_SECONDS, List.of("a", "b", "c")).values()).containsExactly(1, 2, 9, 9, 5, 6);
    }

    @Test
    void readsABomWindowsLineEndsAndQuotes() throws IOException {
        dataset("\uFEFFtrack_id,segment\r\n\"a,b\",0\r\n\"a,b\",1\r\n", 1, 1, 2);
        assertThat(importFor("a,b").rejected()).isEmpty();
        assertThat(store.load("f", THREE_SECONDS, List.of("a,b")).values()).containsExactly(1, 2);
    }

    @Test
    void leavesOutWhatItCannotUseAndSaysSo() throws IOException {
        dataset("track_id,segment\na,0\n,0\nb,first\nx,0\ny,0\nc,0\n", 1, 1, 2, 3, 4, 5, Float.NaN);
        ImportedFeature imported = importFor("a", "b", "c");
        assertThat(imported.tracks()).isEqualTo(1);
        assertThat(imported.rejected()).containsExactlyInAnyOrder(
                new Rejection("features/f.csv", 3, "the track_id is empty"),
                new Rejection("features/f.csv", 4, "the segment of track b is no number"),
                new Rejection("features/f.csv", 0, "2 of its tracks are not in the catalogue, the first is 'x'"),
                new Rejection("features/f.npy", 0,
                        "row 5 (line 7 of features/f.csv) has a value that is no finite number; track c is left out"));
        assertThat(store.has("f", THREE_SECONDS, "a")).isTrue();
        assertThat(store.has("f", THREE_SECONDS, "c")).isFalse();
    }

    @Test
    void refusesFilesThatDoNotBelongTogether() throws IOException {
        dataset("track_id\na\n", 2, 1, 2, 3, 4);
        assertThat(importFor("a").rejected()).singleElement().satisfies(rejection ->
                assertThat(rejection.reason())
                        .isEqualTo("features/f.npy has 2 rows of 2 numbers but features/f.csv has 1 records:"
                                + " they do not belong together"));
        assertThat(store.has("f", THREE_SECONDS, "a")).isFalse();
    }

    @Test
    void refusesHalfAPairAndColumnsThatAreMissing() throws IOException {
        dataset("song\na\n", 1, 1);
        assertThat(importFor("a").rejected().getFirst().reason()).contains("f.csv has no column 'track_id'");
        Files.delete(dataset.resolve("features/f.csv"));
        assertThat(importFor("a").rejected().getFirst().reason()).contains("f.csv is missing");
        Files.delete(dataset.resolve("features/f.npy"));
        Files.writeString(dataset.resolve("features/f.csv"), "track_id\na\n");
        assertThat(importFor("a").rejected().getFirst().reason()).contains("f.npy: no such file");
    }

    @Test
    void takesDoublePrecisionAndRefusesIntegers() throws IOException {
        Files.writeString(dataset.resolve("features/f.csv"), "track_id\na\n");
        writeArray("<f8", new byte[] {0, 0, 0, 0, 0, 0, (byte) 0xF8, 0x3F});
        assertThat(importFor("a").rejected()).isEmpty();
        assertThat(store.load("f", THREE_SECONDS, List.of("a")).values()).containsExactly(1.5f);
        writeArray("<i8", new byte[8]);
        assertThat(importFor("a").rejected().getFirst().reason())
                .contains("f.npy").contains("'<i8'").contains("save it as float32");
    }

    private void writeArray(String type, byte[] values) throws IOException {
        String header = "{'descr': '%s', 'fortran_order': False, 'shape': (1, 1), }".formatted(type);
        byte[] padded = (header + " ".repeat(117 - header.length()) + "\n").getBytes();
        try (var out = Files.newOutputStream(dataset.resolve("features/f.npy"))) {
            out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) padded.length, 0});
            out.write(padded);
            out.write(values);
        }
    }

    @Test
    void aFolderWithoutFeaturesHasNone() throws IOException {
        Files.delete(dataset.resolve("features"));
        assertThat(FeatureExchange.importFrom(dataset, store, Set.of(), Progress.SILENT)).isEmpty();
    }

    @Test
    void importedFeaturesHaveNoHop() throws IOException {
        dataset("track_id\na\n", 1, 1);
        importFor("a");
        FeatureMatrix matrix = store.read("f", Hop.ONE_SECOND, "a").orElseThrow();
        assertThat(matrix.values()).isEqualTo(store.read("f", THREE_SECONDS, "a").orElseThrow().values());
    }
}
