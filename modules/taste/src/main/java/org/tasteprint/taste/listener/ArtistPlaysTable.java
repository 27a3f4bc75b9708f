package org.tasteprint.taste.listener;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.core.ArtistPlays;
import org.tasteprint.taste.table.MappedRows;
import org.tasteprint.taste.table.Numbered;

/** The artist-level plays of a catalogue, {@value #ROW_BYTES} bytes each in a mapped file, as in {@link InteractionTable}. */
final class ArtistPlaysTable extends AbstractList<ArtistPlays> implements RandomAccess {
    private static final int ROW_BYTES = 16;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

    private final MemorySegment memory;
    private final int size;
    private final List<String> users;
    private final List<String> artists;

    private ArtistPlaysTable(MemorySegment memory, int size, List<String> users, List<String> artists) {
        this.memory = memory;
        this.size = size;
        this.users = users;
        this.artists = artists;
    }

    static ArtistPlaysTable of(Catalog catalog) {
        MappedRows rows = new MappedRows(ROW_BYTES);
        Numbered users = new Numbered();
        Numbered artists = new Numbered();
        catalog.streamArtistPlays(one ->
                rows.add(row -> row.putInt(users.of(one.userId())).putInt(artists.of(one.artist())).putLong(one.plays())));
        return new ArtistPlaysTable(rows.mapped(), rows.rows(), users.names(), artists.names());
    }

    @Override
    public ArtistPlays get(int index) {
        long at = (long) Objects.checkIndex(index, size) * ROW_BYTES;
        return new ArtistPlays(users.get(memory.get(INT, at)), artists.get(memory.get(INT, at + 4)), memory.get(LONG, at + 8));
    }

    @Override
    public int size() {
        return size;
    }
}
