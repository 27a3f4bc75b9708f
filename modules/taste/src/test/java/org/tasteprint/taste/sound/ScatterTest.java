package org.tasteprint.taste.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScatterTest {
    private static final int WIDTH = 20;

    private final Random random = new Random(1);

    /** Groups of two, far from each other, whose tracks differ by so much in each dimension. */
    private Scatter scatter(int groups, double... deviations) {
        List<float[]> sounds = IntStream.range(0, 2 * groups).mapToObj(track -> sound(track / 2, deviations)).toList();
        BitSet heard = new BitSet();
        heard.set(0, sounds.size());
        return Scatter.withinGroups(
                sounds, heard, IntStream.range(0, groups).mapToObj(group -> new int[] {2 * group, 2 * group + 1}).toArray(int[][]::new), WIDTH);
    }

    private float[] sound(int group, double[] deviations) {
        float[] sound = new float[WIDTH];
        for (int d = 0; d < WIDTH; d++) {
            sound[d] = (float) (100 * group + deviations[d % deviations.length] * random.nextGaussian());
        }
        return sound;
    }

    @Test
    void whatGroupsDifferByIsNotInIt() {
        Scatter scatter = scatter(2000, 1);

        assertThat(scatter.degrees()).isEqualTo(2000);
        assertThat(scatter.trace() / scatter.degrees()).isCloseTo(WIDTH, within(0.5));
    }

    @Test
    void manyTracksKeepTheirCovariance() {
        Scatter scatter = scatter(2000, 1, 3);

        assertThat(scatter.shrinkage()).isLessThan(0.02);
        assertThat(scatter.shrunken()[1][1] / scatter.shrunken()[0][0]).isCloseTo(9, within(1.5));
    }

    @Test
    void fewTracksGetNearlyTheSameVarianceInAllDirections() {
        assertThat(scatter(1, 1, 3).shrinkage()).isEqualTo(1);
        assertThat(scatter(5, 1, 3).shrinkage()).isBetween(0.1, 0.9);
    }

    @Test
    void whatVariesAlikeInAllDirectionsIsShrunkenToThat() {
        assertThat(scatter(100, 1).shrinkage()).isGreaterThan(0.8);
    }

    @Test
    void directionsWithoutVarianceKeepALittle() {
        Scatter scatter = scatter(20_000, 1, 0);

        assertThat(scatter.sums()[1][1]).isZero();
        assertThat(scatter.shrunken()[1][1]).isEqualTo(0.01);
    }

    @Test
    void groupsOfOneTrackSayNothing() {
        BitSet heard = new BitSet();
        heard.set(0, 2);
        Scatter scatter = Scatter.withinGroups(List.of(new float[WIDTH], sound(1, new double[] {1})), heard, new int[][] {{0}, {1}}, WIDTH);

        assertThat(scatter.trace()).isZero();
        assertThat(scatter.degrees()).isZero();
    }
}
