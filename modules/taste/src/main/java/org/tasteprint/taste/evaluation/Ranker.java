package org.tasteprint.taste.evaluation;

import org.tasteprint.taste.listener.SparseRows;

/** Ranks all items for a listener who is known by a history alone. Safe for use by several threads. */
@FunctionalInterface
public interface Ranker extends AutoCloseable {
    /**
     * The score of every item, more for what the listener would rather hear.
     *
     * @param items    the history: items by number, each once
     * @param strength how much each says, above 0: the logarithm of 1 + its plays, more for a like
     */
    double[] scores(int[] items, float[] strength);

    /** Frees native memory, where there is any. */
    @Override
    default void close() {}

    /** A way to rank that learns from the histories of many. */
    @FunctionalInterface
    interface System {
        /** @param histories listeners × items */
        Ranker learn(SparseRows histories, long seed);
    }
}
