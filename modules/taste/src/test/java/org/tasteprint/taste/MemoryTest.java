package org.tasteprint.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.features.Hop;
import org.tasteprint.taste.listener.ImplicitAls;
import org.tasteprint.taste.listener.SparseRows;
import org.tasteprint.taste.tower.Summaries;
import org.tasteprint.taste.tower.TasteSettings;

/** What grows with tracks, listeners and interactions is not in the heap. Each of these would take more there than is allowed. */
class MemoryTest {
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    /** How much more of the heap is in use while what was made is held. */
    private static <T> long heldBy(Supplier<T> make) {
        long before = used();
        T made = make.get();
        long held = used() - before;
        Reference.reachabilityFence(made);
        return held;
    }

    private static long used() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void theSoundOfTracksIsReadFromAMappedFile() {
        int tracks = 500;
        int width = 8000;
        List<String> ids = IntStream.range(0, tracks).mapToObj("t%04d"::formatted).toList();
        FeatureStore store = new FeatureStore(folder);
        ids.forEach(id -> {
            float[] values = new float[width];
            values[3] = Integer.parseInt(id.substring(1));
            store.write(Hop.THREE_SECONDS, new FeatureMatrix(PlantedListeners.FEATURE, width, Collections.nCopies(1, id), values));
        });
        TasteSettings settings = TasteSettings.of(PlantedListeners.TOWER);
        List<Summaries> kept = new ArrayList<>();

        long held = heldBy(() -> {
            kept.add(Summaries.read(store, settings, ids));
            return kept;
        });

        assertThat((long) tracks * width * Float.BYTES).isGreaterThan(15 * MEGABYTE);
        assertThat(held).isLessThan(3 * MEGABYTE);
        assertThat(kept.getFirst().of(List.of("t0042")).getFirst()[3]).isEqualTo(42);
    }

    @Test
    void historiesAndTheVectorsOfAFactorisationAreOutsideTheHeap() {
        int listeners = 20_000;
        int items = 50;
        int tracks = 1000;
        List<Object> kept = new ArrayList<>();

        long held = heldBy(() -> {
            SparseRows.Builder rows = new SparseRows.Builder();
            SplittableRandom random = new SplittableRandom(1);
            for (int listener = 0; listener < listeners; listener++) {
                rows.row(random.ints(items, 0, tracks).distinct().mapToObj(t -> new SparseRows.Entry(t, 1, 1)).toList());
            }
            SparseRows histories = rows.build(tracks);
            kept.add(histories);
            kept.add(new ImplicitAls(8, 1, 1, 1, 1).factorise(histories));
            return kept;
        });

        // Entries of 12 bytes, forwards and turned, and 32 bytes a listener.
        assertThat(24L * listeners * items).isGreaterThan(20 * MEGABYTE);
        assertThat(held).isLessThan(2 * MEGABYTE);
        assertThat(kept).hasSize(2);
    }
}
