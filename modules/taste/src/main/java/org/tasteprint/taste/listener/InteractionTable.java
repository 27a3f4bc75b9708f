package org.tasteprint.taste.listener;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.RandomAccess;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.taste.table.MappedRows;
import org.tasteprint.taste.table.Numbered;

/**
 * The interactions of a catalogue, {@value #ROW_BYTES} bytes each in a mapped file; in the heap are the ids of listeners and tracks,
 * each once. A row becomes an object when it is asked for.
 */
final class InteractionTable extends AbstractList<Interaction> implements RandomAccess {
    private static final int ROW_BYTES = 40;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

    private final MemorySegment memory;
    private final int size;
    private final List<String> users;
    private final List<String> tracks;

    private InteractionTable(MemorySegment memory, int size, List<String> users, List<String> tracks) {
        this.memory = memory;
        this.size = size;
        this.users = users;
        this.tracks = tracks;
    }

    static InteractionTable of(Catalog catalog) {
        MappedRows rows = new MappedRows(ROW_BYTES);
        Numbered users = new Numbered();
        Numbered tracks = new Numbered();
        catalog.streamInteractions(one -> rows.add(row -> row.putInt(users.of(one.userId()))
                .putInt(tracks.of(one.trackId()))
                .putInt(one.plays())
                .putInt(one.likes())
                .putInt(one.dislikes())
                .putInt(one.skips())
                .putDouble(one.rating().orElse(Double.NaN))
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, one.last()))));
        return new InteractionTable(rows.mapped(), rows.rows(), users.names(), tracks.names());
    }

    @Override
    public Interaction get(int index) {
        long at = (long) Objects.checkIndex(index, size) * ROW_BYTES;
        double rating = memory.get(DOUBLE, at + 24);
        return new Interaction(
                users.get(memory.get(INT, at)),
                tracks.get(memory.get(INT, at + 4)),
                memory.get(INT, at + 8),
                memory.get(INT, at + 12),
                memory.get(INT, at + 16),
                memory.get(INT, at + 20),
                Double.isNaN(rating) ? OptionalDouble.empty() : OptionalDouble.of(rating),
                Instant.EPOCH.plus(memory.get(LONG, at + 32), ChronoUnit.MICROS));
    }

    @Override
    public int size() {
        return size;
    }
}
