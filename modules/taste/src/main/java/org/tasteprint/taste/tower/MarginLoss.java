package org.tasteprint.taste.tower;

import ai.djl.ndarray.NDArray;

/** The cosine margin loss of Chen and Liang 2020, equation 2: max(0, Δ − cos(u, liked) + cos(u, disliked)). */
final class MarginLoss {
    private static final float TINY = 1e-12f;

    private MarginLoss() {}

    /**
     * The mean loss of a batch.
     *
     * @param users    N×dimensions
     * @param liked    N×dimensions, the tower's output for a track that each user likes
     * @param disliked N×dimensions, for one that they do not
     * @param margin   Δ
     * @return a single number
     */
    static NDArray of(NDArray users, NDArray liked, NDArray disliked, double margin) {
        NDArray u = unit(users);
        NDArray gap = u.mul(unit(disliked).sub(unit(liked))).sum(new int[] {1});
        return gap.add(margin).maximum(0).mean();
    }

    private static NDArray unit(NDArray vectors) {
        return vectors.div(vectors.square().sum(new int[] {1}, true).add(TINY).sqrt());
    }
}
