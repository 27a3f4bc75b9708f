package org.tasteprint.genre.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tasteprint.core.Progress;

class SvmTest {
    @Test
    void separatesRingsThatNoLineSeparates() {
        SegmentClassifier.Examples rings = rings(600, 1);
        SegmentClassifier svm = new SvmTrainer(rings, 1, 0).train(Progress.SILENT);
        SegmentClassifier.Examples others = rings(300, 2);
        SegmentClassifier.Decisions said = svm.decide(others.rows());
        long right = IntStream.range(0, 300).filter(i -> said.label()[i] == others.label()[i]).count();
        assertThat(right).isGreaterThan(285);
        for (double[] probability : said.probability()) {
            assertThat(Arrays.stream(probability).sum()).isCloseTo(1, within(1e-9));
            assertThat(Arrays.stream(probability).min().orElseThrow()).isNotNegative();
        }
    }

    @Test
    void theKernelIsTheSameByPairsAndByMatrix() {
        double[][] x = rings(40, 3).rows();
        double[][] y = rings(30, 4).rows();
        RbfKernel kernel = new RbfKernel(0.7);
        double[][] all = kernel.between(x, y);
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y.length; j++) {
                double dx = x[i][0] - y[j][0];
                double dy = x[i][1] - y[j][1];
                double expected = Math.exp(-0.7 * (dx * dx + dy * dy));
                assertThat(all[i][j]).isCloseTo(expected, within(1e-12));
                assertThat(kernel.k(x[i], y[j])).isCloseTo(expected, within(1e-12));
            }
        }
    }

    @Test
    void gammaFollowsTheSpreadOfTheData() {
        double[][] rows = {{1, 5}, {3, -1}};
        // Values 1, 5, 3, -1: mean 2, variance 5; two columns.
        assertThat(RbfKernel.scaledTo(rows).gamma()).isCloseTo(1 / (2 * 5.0), within(1e-12));
    }

    @Test
    void couplingGivesBackTheProbabilitiesThatMadeThePairs() {
        double[] truth = {0.5, 0.3, 0.15, 0.05};
        double[] wins = new double[6];
        for (int i = 0, pair = 0; i < 4; i++) {
            for (int j = i + 1; j < 4; j++, pair++) {
                wins[pair] = truth[i] / (truth[i] + truth[j]);
            }
        }
        assertThat(PairwiseCoupling.couple(wins, 4)).containsExactly(truth, within(1e-9));
        assertThat(PairwiseCoupling.couple(new double[] {0.8}, 2)).containsExactly(new double[] {0.8, 0.2}, within(1e-9));
        assertThat(PairwiseCoupling.couple(new double[] {1, 1, 1}, 3)[0]).isGreaterThan(0.99);
    }

    @Test
    void theSigmoidFindsTheOddsThatMadeTheAnswers() {
        Random random = new Random(5);
        double[] values = random.doubles(20_000, -3, 3).toArray();
        int[] sides = Arrays.stream(values)
                .mapToInt(v -> random.nextDouble() < 1 / (1 + Math.exp(-2 * v + 1)) ? 1 : -1)
                .toArray();
        Sigmoid fitted = Sigmoid.fit(values, sides);
        assertThat(fitted.slope()).isCloseTo(2, within(0.1));
        assertThat(fitted.intercept()).isCloseTo(-1, within(0.1));
    }

    @Test
    void theSigmoidStaysFiniteWhereTheSidesAreApartOrTheValuesMislead() {
        Sigmoid apart = Sigmoid.fit(new double[] {-2, -1, 1, 2}, new int[] {-1, -1, 1, 1});
        assertThat(apart.probability(1)).isBetween(0.6, 0.9);
        Sigmoid misled = Sigmoid.fit(new double[] {2, 1, -1, -2}, new int[] {-1, -1, 1, 1});
        assertThat(misled.slope()).isZero();
        assertThat(misled.probability(5)).isCloseTo(0.5, within(1e-6));
        Sigmoid alike = Sigmoid.fit(new double[] {1, 1, 1}, new int[] {-1, 1, 1});
        assertThat(alike.probability(1)).isBetween(0.5, 0.8);
    }

    @Test
    void votesDecideAndProbabilityBreaksTies() {
        assertThat(Election.winner(new int[] {1, 3, 2}, new double[] {0.9, 0, 0.1})).isEqualTo(1);
        assertThat(Election.winner(new int[] {2, 1, 2}, new double[] {0.2, 0.5, 0.3})).isEqualTo(2);
    }

    /** Three rings around one centre, ten rows a song. */
    private static SegmentClassifier.Examples rings(int count, long seed) {
        Random random = new Random(seed);
        double[][] rows = new double[count][];
        int[] label = new int[count];
        int[] song = new int[count];
        for (int i = 0; i < count; i++) {
            label[i] = i / 10 % 3;
            song[i] = i / 10;
            double angle = 2 * Math.PI * random.nextDouble();
            double radius = label[i] + 0.5 + 0.1 * random.nextGaussian();
            rows[i] = new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
        }
        return new SegmentClassifier.Examples(rows, label, song, 3);
    }
}
