package org.tasteprint.taste.listener;

/**
 * Item-based nearest neighbours: an item scores by the sum of its cosines with the items of the history, where an item is the
 * set of its listeners (Sarwar et al. 2001).
 */
public final class ItemKnn {
    private final SparseRows listeners;
    private final SparseRows items;
    private final double[] inverseRoot;

    public ItemKnn(SparseRows histories) {
        listeners = histories;
        items = histories.transposed();
        inverseRoot = new double[items.rows()];
        for (int item = 0; item < inverseRoot.length; item++) {
            inverseRoot[item] = items.size(item) == 0 ? 0 : 1 / Math.sqrt(items.size(item));
        }
    }

    /** The score of every item for who has these items. */
    public double[] scores(int[] history) {
        double[] scores = new double[items.rows()];
        for (int item : history) {
            for (int v = items.start(item); v < items.start(item + 1); v++) {
                int other = items.column(v);
                for (int j = listeners.start(other); j < listeners.start(other + 1); j++) {
                    scores[listeners.column(j)] += inverseRoot[item];
                }
            }
        }
        for (int item = 0; item < scores.length; item++) {
            scores[item] *= inverseRoot[item];
        }
        return scores;
    }
}
