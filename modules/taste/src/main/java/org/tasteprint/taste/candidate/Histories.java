package org.tasteprint.taste.candidate;

import org.tasteprint.taste.listener.SparseRows;

/**
 * Listening histories as the candidate model reads them: for each listener their items and how much each says of them. Listeners
 * and items are numbered from 0. Safe for use by several threads.
 */
public interface Histories {
    int listeners();

    /** Items that there are, with or without a listener. */
    int items();

    /** Items in a listener's history. */
    int size(int listener);

    /**
     * Reads a history.
     *
     * @param items   receives the items, from position 0
     * @param weights receives their weights: above 0, more for what was played often and lately; 0 for what the listener skips,
     *                which is neither learned from nor recommended; below 0 for what they dislike
     * @return how many there are
     */
    int read(int listener, int[] items, float[] weights);

    /** The number of entries of all histories. */
    default long entries() {
        long entries = 0;
        for (int listener = 0; listener < listeners(); listener++) {
            entries += size(listener);
        }
        return entries;
    }

    /** The longest history. */
    default int longest() {
        int longest = 0;
        for (int listener = 0; listener < listeners(); listener++) {
            longest = Math.max(longest, size(listener));
        }
        return longest;
    }

    /** Histories that a matrix holds; an entry weighs its confidence, with the sign of its preference. */
    static Histories of(SparseRows rows) {
        return new Histories() {
            @Override
            public int listeners() {
                return rows.rows();
            }

            @Override
            public int items() {
                return rows.columns();
            }

            @Override
            public int size(int listener) {
                return rows.size(listener);
            }

            @Override
            public int read(int listener, int[] items, float[] weights) {
                int start = rows.start(listener);
                int size = rows.size(listener);
                for (int i = 0; i < size; i++) {
                    items[i] = rows.column(start + i);
                    weights[i] = Math.signum(rows.preference(start + i)) * rows.confidence(start + i);
                }
                return size;
            }
        };
    }
}
