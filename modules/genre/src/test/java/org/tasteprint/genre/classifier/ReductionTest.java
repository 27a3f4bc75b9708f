package org.tasteprint.genre.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tasteprint.core.FeatureMatrix;

class ReductionTest {
    /** Columns: a thing seen twice in different units, noise, and a constant. */
    private static FeatureMatrix rows(int count) {
        Random random = new Random(1);
        float[] values = new float[count * 4];
        for (int row = 0; row < count; row++) {
            double thing = random.nextGaussian();
            values[row * 4] = (float) (1000 + 100 * thing);
            values[row * 4 + 1] = (float) (0.01 * (thing + 0.1 * random.nextGaussian()));
            values[row * 4 + 2] = (float) random.nextGaussian();
            values[row * 4 + 3] = 7.3f;
        }
        return new FeatureMatrix("f", 4, Collections.nCopies(count, "t"), values);
    }

    @Test
    void componentsComeInTheOrderOfTheirVariance() {
        double[][] reduced = Reduction.fit(rows(5000), 3).apply(rows(5000));
        // Two columns with correlation r make eigenvalues 1 + r and 1 - r; noise keeps 1.
        double r = 1 / Math.sqrt(1.01);
        assertThat(variance(reduced, 0)).isCloseTo(1 + r, within(0.02));
        assertThat(variance(reduced, 1)).isCloseTo(1, within(0.02));
        assertThat(variance(reduced, 2)).isCloseTo(1 - r, within(0.001));
        assertThat(covariance(reduced, 0, 1)).isCloseTo(0, within(1e-6));
    }

    @Test
    void withoutComponentsItStandardises() {
        double[][] reduced = Reduction.fit(rows(500), 0).apply(rows(500));
        for (int column = 0; column < 3; column++) {
            assertThat(variance(reduced, column)).isCloseTo(1, within(1e-4));
        }
        assertThat(variance(reduced, 3)).isCloseTo(0, within(1e-9));
    }

    @Test
    void keepsNoMoreComponentsThanTheDataHave() {
        assertThat(Reduction.fit(rows(500), 128).outputs()).isEqualTo(4);
        assertThat(Reduction.fit(rows(3), 128).outputs()).isEqualTo(2);
    }

    private static double variance(double[][] rows, int column) {
        return covariance(rows, column, column);
    }

    private static double covariance(double[][] rows, int a, int b) {
        double sum = 0;
        for (double[] row : rows) {
            sum += row[a] * row[b];
        }
        return sum / rows.length;
    }
}
