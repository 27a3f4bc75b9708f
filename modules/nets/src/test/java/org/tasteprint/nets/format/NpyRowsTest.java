package org.tasteprint.nets.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.nets.Tensor;

class NpyRowsTest {
    @TempDir
    Path folder;

    @Test
    void writesInBlocksWhatNpyReadsAtOnce() {
        Path file = folder.resolve("a.npy");
        NpyRows.write(file, 3, 2, List.of(new float[] {1, 2}, new float[] {3, 4, 5, 6}).iterator());
        assertThat(Npy.read(file)).isEqualTo(new Tensor(new long[] {3, 2}, new float[] {1, 2, 3, 4, 5, 6}));
    }

    @Test
    void readsAnyRows() {
        Path file = folder.resolve("a.npy");
        Npy.write(file, new Tensor(new long[] {3, 2}, new float[] {1, 2, 3, 4, 5, 6}));
        try (NpyRows rows = NpyRows.open(file)) {
            assertThat(rows.rows()).isEqualTo(3);
            assertThat(rows.dimensions()).isEqualTo(2);
            assertThat(rows.read(2, 1)).containsExactly(5, 6);
            assertThat(rows.read(0, 2)).containsExactly(1, 2, 3, 4);
            assertThatThrownBy(() -> rows.read(2, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void refusesBlocksThatAreNotTheRowsAnnounced() {
        Path file = folder.resolve("a.npy");
        assertThatThrownBy(() -> NpyRows.write(file, 3, 2, List.of(new float[] {1, 2}).iterator()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 values do not make 3 rows of 2");
        assertThat(file).doesNotExist();
    }

    @Test
    void noticesAMissingTailBeforeAnythingIsRead() throws IOException {
        Path file = folder.resolve("a.npy");
        Npy.write(file, new Tensor(new long[] {3, 2}, new float[6]));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        assertThatThrownBy(() -> NpyRows.open(file))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("a.npy is cut short");
    }
}
