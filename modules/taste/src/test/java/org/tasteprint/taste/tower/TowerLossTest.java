package org.tasteprint.taste.tower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.Test;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.nets.PyTorch;

class TowerLossTest {
    private static final float[] EAST = {2, 0};
    private static final float[] NORTH = {0, 5};
    private static final float[] WEST = {-1, 0};

    private static double loss(float[][] users, float[][] liked, float[][] disliked) {
        return loss(TowerLoss.MARGIN, users, liked, disliked, new float[users.length][2 * users.length]);
    }

    private static double loss(
            TowerLoss loss, float[][] users, float[][] liked, float[][] disliked, float[][] correction) {
        try (NDManager manager = PyTorch.newManager()) {
            NDArray tracks = manager.create(liked).concat(manager.create(disliked));
            return loss.of(manager.create(users), tracks, () -> manager.create(correction), 0.2).getFloat();
        }
    }

    @Test
    void softmaxGoesOnWhereTheMarginIsReached() {
        float[][] east = {EAST};
        float[][] north = {NORTH};
        double decided = loss(TowerLoss.SOFTMAX, east, east, north, new float[1][2]);
        assertThat(decided).isCloseTo(Math.log1p(Math.exp(-10)), within(1e-6));
        assertThat(loss(TowerLoss.SOFTMAX, east, north, north, new float[1][2])).isCloseTo(Math.log(2), within(1e-6));
        assertThat(loss(TowerLoss.SOFTMAX, east, new float[][] {WEST}, east, new float[1][2])).isCloseTo(20, within(1e-4));
    }

    @Test
    void everyTrackOfTheBatchIsANegativeUnlessTheUserLikesIt() {
        float[][] users = {EAST, NORTH};
        float[][] liked = {EAST, NORTH};
        float[][] disliked = {NORTH, NORTH};
        double none = -1e9;
        // R/τ of the first user: 10 for their own, 0 for the three others; of the second: 10 for their own and two of the others.
        double first = Math.log(1 + 3 * Math.exp(-10));
        double second = Math.log(3 + Math.exp(-10));
        assertThat(loss(TowerLoss.IN_BATCH, users, liked, disliked, new float[2][4])).isCloseTo((first + second) / 2, within(1e-5));
        // Where the second user is known to like what the others hold, only east is left.
        float[][] likedByBoth = {{0, 0, 0, 0}, {0, 0, (float) none, (float) none}};
        assertThat(loss(TowerLoss.IN_BATCH, users, liked, disliked, likedByBoth))
                .isCloseTo((first + Math.log1p(Math.exp(-10))) / 2, within(1e-5));
    }

    @Test
    void refusesALossThatDoesNotExist() {
        assertThat(TowerLoss.parse("in-batch")).isEqualTo(TowerLoss.IN_BATCH);
        assertThatThrownBy(() -> TowerLoss.parse("triplet"))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("margin, softmax or in-batch");
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
