package org.tasteprint.genre.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.genre.classifier.ReductionSettings.Lda;
import org.tasteprint.genre.classifier.ReductionSettings.Pca;

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
        double[][] reduced = new Pca(3).fit(rows(5000), new int[5000], ones(rows(5000))).apply(rows(5000));
        // Two columns with correlation r make eigenvalues 1 + r and 1 - r; noise keeps 1.
        double r = 1 / Math.sqrt(1.01);
        assertThat(variance(reduced, 0)).isCloseTo(1 + r, within(0.02));
        assertThat(variance(reduced, 1)).isCloseTo(1, within(0.02));
        assertThat(variance(reduced, 2)).isCloseTo(1 - r, within(0.001));
        assertThat(covariance(reduced, 0, 1)).isCloseTo(0, within(1e-6));
    }

    @Test
    void withoutComponentsItStandardises() {
        double[][] reduced = new Pca(0).fit(rows(500), new int[500], ones(rows(500))).apply(rows(500));
        for (int column = 0; column < 3; column++) {
            assertThat(variance(reduced, column)).isCloseTo(1, within(1e-4));
        }
        assertThat(variance(reduced, 3)).isCloseTo(0, within(1e-9));
    }

    @Test
    void columnsThatWeighMoreComeFirst() {
        double[][] weighed = new Pca(0).fit(rows(500), new int[500], new double[] {1, 1, 3, 1}).apply(rows(500));
        assertThat(variance(weighed, 0)).isCloseTo(1, within(1e-4));
        assertThat(variance(weighed, 2)).isCloseTo(9, within(1e-3));
        // Noise now varies more than the thing that is seen twice.
        double[][] first = new Pca(1).fit(rows(500), new int[500], new double[] {1, 1, 3, 1}).apply(rows(500));
        assertThat(variance(first, 0)).isCloseTo(9, within(0.1));
    }

    @Test
    void keepsNoMoreComponentsThanTheDataHave() {
        assertThat(new Pca(128).fit(rows(500), new int[500], ones(rows(500))).outputs()).isEqualTo(4);
        assertThat(new Pca(128).fit(rows(3), new int[3], ones(rows(3))).outputs()).isEqualTo(2);
    }

    /** What parts the labels lies where everything else varies most, and is much smaller. */
    @Test
    void discriminantsFindWhatPrincipalComponentsDrop() {
        Random random = new Random(2);
        int[] label = new int[600];
        float[] values = new float[600 * 3];
        for (int row = 0; row < 600; row++) {
            label[row] = row % 2;
            double loud = random.nextGaussian();
            values[row * 3] = (float) loud;
            values[row * 3 + 1] = (float) (loud + 0.1 * (label[row] - 0.5) + 0.02 * random.nextGaussian());
            values[row * 3 + 2] = (float) random.nextGaussian();
        }
        FeatureMatrix rows = new FeatureMatrix("f", 3, Collections.nCopies(600, "t"), values);

        double[][] discriminant = new Lda(1e-4).fit(rows, label, ones(rows)).apply(rows);
        double[][] component = new Pca(1).fit(rows, label, ones(rows)).apply(rows);

        assertThat(discriminant[0]).hasSize(1);
        assertThat(rightOfTheMiddle(discriminant, label)).isGreaterThan(0.97);
        assertThat(rightOfTheMiddle(component, label)).isLessThan(0.6);
    }

    /** With more columns than rows, the shrunken spread can still be measured in. */
    @Test
    void discriminantsAreOneFewerThanLabelsAndHaveUnitSpreadWithinThem() {
        int[] label = new int[30];
        Arrays.setAll(label, row -> row % 3);
        Random random = new Random(3);
        float[] values = new float[30 * 50];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() + label[i / 50] * (i % 7));
        }
        FeatureMatrix rows = new FeatureMatrix("f", 50, Collections.nCopies(30, "t"), values);

        double[][] reduced = new Lda(0.5).fit(rows, label, ones(rows)).apply(rows);

        assertThat(reduced[0]).hasSize(2);
        assertThat(covariance(reduced, 0, 1)).isCloseTo(0, within(0.3 * Math.sqrt(variance(reduced, 0) * variance(reduced, 1))));
        assertThat(variance(reduced, 0)).isGreaterThan(variance(reduced, 1));
    }

    private static double[] ones(FeatureMatrix rows) {
        double[] ones = new double[rows.dimensions()];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Share of rows on their label's side of 0, whichever that is. */
    private static double rightOfTheMiddle(double[][] reduced, int[] label) {
        long right = IntStream.range(0, label.length)
                .filter(row -> reduced[row][0] > 0 == (label[row] == 1))
                .count();
        double share = (double) right / label.length;
        return Math.max(share, 1 - share);
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
