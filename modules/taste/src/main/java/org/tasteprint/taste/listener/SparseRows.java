package org.tasteprint.taste.listener;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.tasteprint.taste.table.MappedRows;

/**
 * A sparse matrix of preferences, row after row: entries of row r are those from {@link #start start(r)} to {@code start(r + 1)}. They
 * lie in a mapped file, {@value #ENTRY_BYTES} bytes each; in the heap are 4 bytes a row.
 */
public final class SparseRows {
    private static final int ENTRY_BYTES = 12;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;

    private final int columns;
    private final int[] starts;
    private final MemorySegment entries;

    private SparseRows(int columns, int[] starts, MemorySegment entries) {
        this.columns = columns;
        this.starts = starts;
        this.entries = entries;
    }

    /**
     * One entry of a row.
     *
     * @param preference what is to be predicted: 1 liked or played, 0 indifferent, -1 disliked
     * @param confidence how much more the entry counts than one that is not there, at least 0
     */
    public record Entry(int column, float preference, float confidence) {}

    public static SparseRows of(int columns, List<List<Entry>> rows) {
        Builder builder = new Builder();
        rows.forEach(builder::row);
        return builder.build(columns);
    }

    /** Takes rows one after the other, with entries of two thousand million at most. */
    public static final class Builder {
        private final MappedRows entries = new MappedRows(ENTRY_BYTES);
        private int[] starts = new int[1024];
        private int rows;

        public void row(List<Entry> row) {
            for (Entry entry : row) {
                entries.add(to -> to.putInt(entry.column()).putFloat(entry.preference()).putFloat(entry.confidence()));
            }
            if (++rows == starts.length) {
                starts = Arrays.copyOf(starts, 2 * rows);
            }
            starts[rows] = entries.rows();
        }

        public SparseRows build(int columns) {
            return new SparseRows(columns, Arrays.copyOf(starts, rows + 1), entries.mapped());
        }
    }

    public int rows() {
        return starts.length - 1;
    }

    /** Number of columns, with or without an entry. */
    public int columns() {
        return columns;
    }

    /** Number of entries of all rows. */
    public int entries() {
        return starts[rows()];
    }

    public int size(int row) {
        return starts[row + 1] - starts[row];
    }

    /** The number of the first entry of a row; of the row after the last, how many entries there are. */
    public int start(int row) {
        return starts[row];
    }

    /** The column of an entry. */
    public int column(int entry) {
        return entries.get(INT, (long) entry * ENTRY_BYTES);
    }

    /** See {@link Entry}. */
    public float preference(int entry) {
        return entries.get(FLOAT, (long) entry * ENTRY_BYTES + 4);
    }

    /** See {@link Entry}. */
    public float confidence(int entry) {
        return entries.get(FLOAT, (long) entry * ENTRY_BYTES + 8);
    }

    /** The columns of a row's entries. */
    public int[] columnsOf(int row) {
        int[] found = new int[size(row)];
        Arrays.setAll(found, i -> column(starts[row] + i));
        return found;
    }

    /** The entries of a row. */
    public List<Entry> row(int row) {
        List<Entry> found = new ArrayList<>(size(row));
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            found.add(entry(i));
        }
        return found;
    }

    private Entry entry(int i) {
        return new Entry(column(i), preference(i), confidence(i));
    }

    /** The same entries, columns as rows; entries of a new row are ordered by their old row. */
    public SparseRows transposed() {
        int[] next = new int[columns + 1];
        for (int i = 0; i < entries(); i++) {
            next[column(i) + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] newStarts = next.clone();
        MemorySegment turned = MappedRows.zeros(Math.max(1, (long) entries() * ENTRY_BYTES));
        for (int row = 0; row < rows(); row++) {
            for (int i = starts[row]; i < starts[row + 1]; i++) {
                long to = (long) next[column(i)]++ * ENTRY_BYTES;
                turned.set(INT, to, row);
                turned.set(FLOAT, to + 4, preference(i));
                turned.set(FLOAT, to + 8, confidence(i));
            }
        }
        return new SparseRows(rows(), newStarts, turned);
    }

    /** The same columns, and of each row the entries that {@code keep} names by number. */
    public SparseRows only(BitSet keep) {
        Builder kept = new Builder();
        for (int row = 0; row < rows(); row++) {
            List<Entry> entriesOfRow = new ArrayList<>();
            for (int i = starts[row]; i < starts[row + 1]; i++) {
                if (keep.get(i)) {
                    entriesOfRow.add(entry(i));
                }
            }
            kept.row(entriesOfRow);
        }
        return kept.build(columns);
    }
}
