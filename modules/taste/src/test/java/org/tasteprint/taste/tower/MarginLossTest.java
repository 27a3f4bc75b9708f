package org.tasteprint.taste.tower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.Test;
import org.tasteprint.nets.PyTorch;

class MarginLossTest {
    private static final float[] EAST = {2, 0};
    private static final float[] NORTH = {0, 5};
    private static final float[] WEST = {-1, 0};

    private static double loss(float[][] users, float[][] liked, float[][] disliked) {
        try (NDManager manager = PyTorch.newManager()) {
            return MarginLoss.of(manager.create(users), manager.create(liked), manager.create(disliked), 0.2)
                    .getFloat();
        }
    }

    @Test
    void agreesWithCasesByHand() {
        // cos liked 1, cos disliked 0: the margin is kept.
        assertThat(loss(new float[][] {EAST}, new float[][] {EAST}, new float[][] {NORTH})).isZero();
        // Both alike: the margin itself.
        assertThat(loss(new float[][] {EAST}, new float[][] {NORTH}, new float[][] {NORTH})).isCloseTo(0.2, within(1e-6));
        // The wrong way round: 0.2 − (−1) + 1.
        assertThat(loss(new float[][] {EAST}, new float[][] {WEST}, new float[][] {EAST})).isCloseTo(2.2, within(1e-6));
        // cos liked 0.6, cos disliked 0.5: 0.2 − 0.6 + 0.5.
        assertThat(loss(
                        new float[][] {EAST},
                        new float[][] {{3, 4}},
                        new float[][] {{1, (float) Math.sqrt(3)}}))
                .isCloseTo(0.1, within(1e-6));
    }

    @Test
    void isTheMeanOfTheBatch() {
        assertThat(loss(new float[][] {EAST, EAST}, new float[][] {EAST, WEST}, new float[][] {NORTH, EAST}))
                .isCloseTo(1.1, within(1e-6));
    }

    @Test
    void standsAVectorOfLengthZero() {
        assertThat(loss(new float[][] {{0, 0}}, new float[][] {EAST}, new float[][] {NORTH})).isCloseTo(0.2, within(1e-6));
    }
}
