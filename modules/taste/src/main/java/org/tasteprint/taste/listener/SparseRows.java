package org.tasteprint.taste.listener;

import java.util.ArrayList;
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
        int[] starts = new int[rows.size() + 1];
        for (int row = 0; row < rows.size(); row++) {
            starts[row + 1] = starts[row] + rows.get(row).size();
        }
        int size = starts[rows.size()];
        SparseRows sparse = new SparseRows(columns, starts, new int[size], new float[size], new float[size]);
        int at = 0;
        for (List<Entry> row : rows) {
            for (Entry entry : row) {
                sparse.put(at++, entry.column(), entry.preference(), entry.confidence());
            }
        }
        return sparse;
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
