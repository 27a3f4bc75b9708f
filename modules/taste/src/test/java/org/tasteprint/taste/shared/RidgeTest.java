package org.tasteprint.taste.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tasteprint.taste.listener.Cholesky;

class RidgeTest {
    @Test
    void agreesWithTheSolutionByHand() {
        // Centred y is ±1, Σx² = 2: β = 2 / (2 + 2).
        Ridge.Linear linear = fit(new float[][] {{1}, {-1}}, new double[] {4, 2}, new double[] {1, 1}, 2);
        assertThat(linear.intercept()).isEqualTo(3);
        assertThat(linear.weights()[0]).isCloseTo(0.5f, within(1e-6f));
        assertThat(linear.at(new float[] {2})).isCloseTo(4, within(1e-6));
    }

    @Test
    void aRowOfWeightTwoCountsLikeTwoRows() {
        Ridge.Linear weighted = fit(
                new float[][] {{1, 0}, {0, 1}, {1, 1}}, new double[] {1, 2, 4}, new double[] {2, 1, 1}, 0.4);
        // Weights are scaled to mean 1, so the penalty of the longer list is scaled by 4 / 3.
        Ridge.Linear repeated = fit(
                new float[][] {{1, 0}, {1, 0}, {0, 1}, {1, 1}},
                new double[] {1, 1, 2, 4},
                new double[] {1, 1, 1, 1},
                0.4 * 4 / 3);
        assertThat(weighted.weights()[0]).isCloseTo(repeated.weights()[0], within(1e-5f));
        assertThat(weighted.weights()[1]).isCloseTo(repeated.weights()[1], within(1e-5f));
    }

    @Test
    void bothWaysOfSolvingGiveTheSame() {
        Random random = new Random(3);
        int dimensions = 12;
        float[][] few = rows(random, 11, dimensions);
        float[][] many = new float[13][];
        System.arraycopy(few, 0, many, 0, 11);
        many[11] = new float[dimensions];
        many[12] = new float[dimensions];
        double[] y = random.doubles(11).toArray();
        double[] ones = new double[11];
        Arrays.fill(ones, 1);
        Ridge.Linear dual = fit(few, y, ones, 0.5);
        // Two rows at the origin with the mean as target change nothing but the way of solving.
        double mean = Arrays.stream(y).average().orElseThrow();
        double[] longer = Arrays.copyOf(y, 13);
        longer[11] = mean;
        longer[12] = mean;
        double[] moreOnes = new double[13];
        Arrays.fill(moreOnes, 1);
        Ridge.Linear primal = fit(many, longer, moreOnes, 0.5);
        for (int d = 0; d < dimensions; d++) {
            assertThat(primal.weights()[d]).isCloseTo(dual.weights()[d], within(1e-5f));
        }
    }

    @Test
    void refusesAMatrixThatIsNotPositiveDefinite() {
        assertThatThrownBy(() -> Cholesky.solve(new double[][] {{1, 2}, {2, 1}}, new double[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pivot 1");
    }

    private static Ridge.Linear fit(float[][] x, double[] y, double[] weights, double penalty) {
        return Ridge.of(List.of(x), y, weights).solve(penalty);
    }

    private static float[][] rows(Random random, int count, int dimensions) {
        float[][] rows = new float[count][dimensions];
        for (float[] row : rows) {
            for (int d = 0; d < dimensions; d++) {
                row[d] = (float) random.nextGaussian();
            }
        }
        return rows;
    }
}
