package org.tasteprint.taste.listener;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A sparse matrix of preferences, row after row: entries of row r are at {@code starts[r]} to {@code starts[r + 1]}.
 *
 * @param columns    number of columns
 * @param starts     int[rows + 1]
 * @param column     column of each entry
 * @param preference what is to be predicted: 1 liked or played, 0 indifferent, -1 disliked
 * @param confidence how much more an entry counts than one that is not there, at least 0
 */
public record SparseRows(int columns, int[] starts, int[] column, float[] preference, float[] confidence) {
    /** One entry of a row. */
    public record Entry(int column, float preference, float confidence) {}

    public static SparseRows of(int columns, List<List<Entry>> rows) {
        Builder builder = new Builder();
        rows.forEach(builder::row);
        return builder.build(columns);
    }

    /** Takes rows one after the other; in the heap are 12 bytes an entry, and while they grow half as much again. */
    public static final class Builder {
        private int[] starts = new int[1024];
        private int[] column = new int[4096];
        private float[] preference = new float[4096];
        private float[] confidence = new float[4096];
        private int rows;

        public void row(List<Entry> entries) {
            int at = starts[rows];
            if (at + entries.size() > column.length) {
                int length = Math.max(at + entries.size(), column.length + (column.length >> 1));
                column = Arrays.copyOf(column, length);
                preference = Arrays.copyOf(preference, length);
                confidence = Arrays.copyOf(confidence, length);
            }
            for (Entry entry : entries) {
                column[at] = entry.column();
                preference[at] = entry.preference();
                confidence[at++] = entry.confidence();
            }
            if (++rows == starts.length) {
                starts = Arrays.copyOf(starts, 2 * rows);
            }
            starts[rows] = at;
        }

        public SparseRows build(int columns) {
            int size = starts[rows];
            return new SparseRows(
                    columns,
                    Arrays.copyOf(starts, rows + 1),
                    Arrays.copyOf(column, size),
                    Arrays.copyOf(preference, size),
                    Arrays.copyOf(confidence, size));
        }
    }

    public int rows() {
        return starts.length - 1;
    }

    public int size(int row) {
        return starts[row + 1] - starts[row];
    }

    /** The entries of a row. */
    public List<Entry> row(int row) {
        List<Entry> entries = new ArrayList<>(size(row));
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            entries.add(new Entry(column[i], preference[i], confidence[i]));
        }
        return entries;
    }

    /** The same entries, columns as rows; entries of a new row are ordered by their old row. */
    public SparseRows transposed() {
        int[] newStarts = new int[columns + 1];
        for (int c : column) {
            newStarts[c + 1]++;
        }
        for (int c = 0; c < columns; c++) {
            newStarts[c + 1] += newStarts[c];
        }
        int[] next = newStarts.clone();
        SparseRows turned =
                new SparseRows(rows(), newStarts, new int[column.length], new float[column.length], new float[column.length]);
        for (int row = 0; row < rows(); row++) {
            for (int i = starts[row]; i < starts[row + 1]; i++) {
                turned.put(next[column[i]]++, row, preference[i], confidence[i]);
            }
        }
        return turned;
    }

    /** The same columns, and of each row the entries that {@code keep} names by position. */
    public SparseRows only(BitSet keep) {
        List<List<Entry>> rows = new ArrayList<>(rows());
        for (int row = 0; row < rows(); row++) {
            List<Entry> kept = new ArrayList<>();
            for (int i = starts[row]; i < starts[row + 1]; i++) {
                if (keep.get(i)) {
                    kept.add(new Entry(column[i], preference[i], confidence[i]));
                }
            }
            rows.add(kept);
        }
        return of(columns, rows);
    }

    private void put(int at, int toColumn, float withPreference, float withConfidence) {
        column[at] = toColumn;
        preference[at] = withPreference;
        confidence[at] = withConfidence;
    }
}
