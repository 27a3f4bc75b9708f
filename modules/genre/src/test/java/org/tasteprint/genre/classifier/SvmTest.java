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
        Examples rings = Rings.of(600, 0.1, 1);
        SvmClassifier svm = new SvmTrainer(rings, Svm.DEFAULT, false).train(Progress.SILENT);
        Examples others = Rings.of(300, 0.1, 2);
        SegmentClassifier.Decisions said = svm.decide(others.rows());
        long right = IntStream.range(0, 300).filter(i -> said.label()[i] == others.label()[i]).count();
        assertThat(right).isGreaterThan(285);
        for (double[] probability : said.probability()) {
            assertThat(Arrays.stream(probability).sum()).isCloseTo(1, within(1e-9));
            assertThat(Arrays.stream(probability).min().orElseThrow()).isNotNegative();
        }
    }

    @Test
    void theKernelFallsWithTheSquareOfTheDistance() {
        float[][] x = Tensors.of(Rings.of(40, 0.1, 3).rows()).rows();
        float[][] y = Tensors.of(Rings.of(30, 0.1, 4).rows()).rows();
        y[29] = new float[] {100, 100};
        RbfKernel.Rows rows = RbfKernel.Rows.of(y);
        for (int i = 0; i < x.length; i++) {
            float[] all = new float[30];
            new RbfKernel(0.7).between(x[i], rows, all);
            for (int j = 0; j < y.length; j++) {
                double dx = x[i][0] - y[j][0];
                double dy = x[i][1] - y[j][1];
                double expected = Math.exp(-0.7 * (dx * dx + dy * dy));
                assertThat(all[j]).isCloseTo((float) expected, within(3e-6f));
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

    @Test
    void theMachineIsTheOneThatMaximisesTheMargin() {
        // Four points on a line, kernel of gamma 0.5: checked against the conditions that hold at the optimum alone.
        float[][] x = {{0}, {1}, {1.5f}, {3}};
        int[] side = {1, 1, -1, -1};
        float[][] kernel = new float[4][4];
        for (int i = 0; i < 4; i++) {
            new RbfKernel(0.5).between(x[i], RbfKernel.Rows.of(x), kernel[i]);
        }
        double[] cost = {2, 2, 1, 1};
        Smo.Machine machine = new Smo(row -> kernel[row], side, cost).solve();
        assertThat(Arrays.stream(machine.coefficients()).sum()).isCloseTo(0, within(1e-9));
        for (int i = 0; i < 4; i++) {
            double value = machine.intercept();
            for (int j = 0; j < 4; j++) {
                value += machine.coefficients()[j] * kernel[i][j];
            }
            double weight = machine.coefficients()[i] * side[i];
            assertThat(weight).isBetween(0.0, cost[i]);
            if (weight < cost[i] - 1e-9) {
                assertThat(side[i] * value).isGreaterThan(1 - 2e-3);
            }
            if (weight > 1e-9) {
                assertThat(side[i] * value).isLessThan(1 + 2e-3);
            }
        }
    }
}
