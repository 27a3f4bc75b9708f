package org.tasteprint.taste.tower;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.nets.Tensor;
import org.tasteprint.taste.table.ComputedRows;
import org.tasteprint.taste.table.MappedRows;
import org.tasteprint.taste.table.Numbered;
import org.tasteprint.taste.table.SortedIds;
import org.tasteprint.taste.table.VectorTable;

/**
 * One row a track: the means of a tower's input features, one feature after the other. Tracks that lack one are left out. Rows lie in
 * mapped files, 4 bytes a number; in the heap are the ids.
 */
public final class Summaries {
    private final List<Part> parts;
    private final SortedIds trackIds;

    /**
     * The means of one feature.
     *
     * @param tracks by the number of their row
     */
    private record Part(String feature, Numbered tracks, VectorTable rows) {}

    private Summaries(List<Part> parts) {
        this.parts = parts;
        trackIds = SortedIds.of(parts.getFirst().tracks().names().stream()
                .filter(id -> parts.stream().allMatch(part -> part.tracks().find(id) >= 0))
                .toList());
        if (trackIds.isEmpty()) {
            throw new TasteprintException(
                    Kind.NOT_FOUND,
                    "no track has all of the features %s: run ./tasteprint extract first"
                            .formatted(parts.stream().map(Part::feature).toList()));
        }
    }

    /**
     * Reads the means of the tracks that have every input, one track after the other.
     *
     * @throws TasteprintException {@code NOT_FOUND} when no track has
     */
    public static Summaries read(FeatureStore store, TasteSettings settings, Collection<String> trackIds) {
        List<Part> parts = new ArrayList<>();
        for (String feature : settings.tower().inputs()) {
            Numbered tracks = new Numbered();
            MappedRows[] rows = new MappedRows[1];
            store.forEachMean(feature, settings.hop(), trackIds, (id, mean) -> {
                if (rows[0] == null) {
                    rows[0] = new MappedRows(mean.length * Float.BYTES);
                }
                tracks.of(id);
                rows[0].add(to -> {
                    to.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(mean);
                    to.position(to.position() + mean.length * Float.BYTES);
                });
            });
            MemorySegment memory = rows[0].mapped();
            parts.add(new Part(
                    feature, tracks, new VectorTable(memory, tracks.size(), (int) (memory.byteSize() / Float.BYTES / tracks.size()))));
        }
        return new Summaries(parts);
    }

    /** Joins matrices of one row a track. */
    public static Summaries joined(List<FeatureMatrix> parts) {
        return new Summaries(parts.stream()
                .map(part -> new Part(
                        part.feature(),
                        new Numbered(part.trackIds()),
                        VectorTable.of(new Tensor(new long[] {part.rows(), part.dimensions()}, part.values()))))
                .toList());
    }

    /** The tracks that have every feature. */
    public Set<String> trackIds() {
        return trackIds;
    }

    /** The rows of tracks, in their order, read when they are asked for; {@code null} for a track that has none. */
    public List<float[]> of(List<String> ids) {
        int[][] places = parts.stream()
                .map(part -> ids.stream().mapToInt(id -> trackIds.contains(id) ? part.tracks().find(id) : -1).toArray())
                .toArray(int[][]::new);
        return ComputedRows.of(ids.size(), track -> places[0][track] < 0 ? null : row(places, track));
    }

    private float[] row(int[][] places, int track) {
        float[] row = parts.getFirst().rows().row(places[0][track]);
        int at = row.length;
        row = places.length == 1 ? row : Arrays.copyOf(row, width());
        for (int part = 1; part < places.length; part++) {
            float[] rest = parts.get(part).rows().row(places[part][track]);
            System.arraycopy(rest, 0, row, at, rest.length);
            at += rest.length;
        }
        return row;
    }

    /** Length of a row. */
    public int width() {
        return parts.stream().mapToInt(part -> part.rows().width()).sum();
    }
}
