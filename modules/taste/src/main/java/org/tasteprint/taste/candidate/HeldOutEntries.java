package org.tasteprint.taste.candidate;

import java.util.stream.IntStream;

/**
 * Histories without a part of the items of some listeners, by which training is validated. Which these are is told by a hash of
 * listener and item, so nothing is kept of it.
 */
final class HeldOutEntries implements Histories {
    private static final double SHARE = 0.2;

    private final Histories all;
    private final long seed;
    private final int every;

    /** @param judges at most so many listeners, evenly spread, have items held out */
    HeldOutEntries(Histories all, int judges, long seed) {
        this.all = all;
        this.seed = seed;
        every = Math.max(1, (all.listeners() + judges - 1) / judges);
    }

    /** The listeners whose histories are parted. */
    IntStream judges() {
        return IntStream.range(0, all.listeners()).filter(listener -> listener % every == 0);
    }

    /** The items held out of a listener's history. */
    int[] heldOut(int listener) {
        int[] items = new int[all.size(listener)];
        float[] weights = new float[items.length];
        int size = all.read(listener, items, weights);
        return IntStream.range(0, size)
                .filter(i -> weights[i] > 0 && isHeldOut(listener, items[i]))
                .map(i -> items[i])
                .toArray();
    }

    private boolean isHeldOut(int listener, int item) {
        long mixed = (seed * 31 + listener) * 0x9E3779B97F4A7C15L + item;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return listener % every == 0 && (mixed ^ mixed >>> 31) >>> 11 < SHARE * (1L << 53);
    }

    @Override
    public int listeners() {
        return all.listeners();
    }

    @Override
    public int items() {
        return all.items();
    }

    /** An upper bound: held-out items are counted. */
    @Override
    public int size(int listener) {
        return all.size(listener);
    }

    @Override
    public int read(int listener, int[] items, float[] weights) {
        int size = all.read(listener, items, weights);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (weights[i] <= 0 || !isHeldOut(listener, items[i])) {
                items[kept] = items[i];
                weights[kept++] = weights[i];
            }
        }
        return kept;
    }
}
