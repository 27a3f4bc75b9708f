package org.tasteprint.genre.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurvesTest {
    private static final double[] SCORES = {0.9, 0.8, 0.8, 0.3};
    private static final boolean[] RELEVANT = {true, false, true, false};
    private static final Reliability NONE = Reliability.of(new double[] {1}, new boolean[] {true});

    @Test
    void songsOfOneScoreEnterTogether() {
        Curves curves = Curves.of(List.of("jazz"), new double[][] {SCORES}, new boolean[][] {RELEVANT}, NONE);
        Curve roc = curves.roc().getFirst();
        assertThat(roc.x()).containsExactly(0, 0, 0.5, 1);
        assertThat(roc.y()).containsExactly(0, 0.5, 1, 1);
        assertThat(roc.area()).isCloseTo(0.875, within(1e-12));
        Curve precision = curves.precisionRecall().getFirst();
        assertThat(precision.x()).containsExactly(0, 0.5, 0.5, 1);
        assertThat(precision.y()).containsExactly(new double[] {1, 1, 2 / 3.0, 2 / 3.0}, within(1e-4));
        assertThat(precision.area()).isCloseTo(0.5 + 0.5 * 2 / 3, within(1e-12));
    }

    @Test
    void theMacroCurveIsTheMeanAndItsAreaTheMeanOfTheAreas() {
        double[] worst = {0.1, 0.9, 0.2, 0.8};
        Curves curves =
                Curves.of(List.of("jazz", "rock"), new double[][] {SCORES, worst}, new boolean[][] {RELEVANT, RELEVANT}, NONE);
        assertThat(curves.rocMacro().area()).isCloseTo(0.875 / 2, within(1e-12));
        assertThat(curves.rocMacro().x()).hasSize(101);
        assertThat(curves.rocMacro().y()[50]).as("1 of jazz, 0 of rock").isEqualTo(0.5);
        assertThat(curves.rocMacro().y()[100]).isEqualTo(1);
    }

    @Test
    void longCurvesKeepTheirEndsAndTheirArea() {
        double[] scores = IntStream.range(0, 1000).mapToDouble(i -> i).toArray();
        boolean[] relevant = new boolean[1000];
        for (int i = 0; i < 1000; i += 2) {
            relevant[i] = true;
        }
        Curve roc = Curves.of(List.of("a"), new double[][] {scores}, new boolean[][] {relevant}, NONE).roc().getFirst();
        assertThat(roc.x()).hasSize(200).startsWith(0).endsWith(1);
        assertThat(roc.area()).isCloseTo(0.499, within(1e-12));
    }

    @Test
    void reliabilityHoldsWhatWasSaidAgainstWhatWas() {
        Reliability reliability =
                Reliability.of(new double[] {0.92, 0.98, 1, 0.55}, new boolean[] {true, true, false, false});
        assertThat(reliability.bins()).hasSize(10);
        Reliability.Bin top = reliability.bins().getLast();
        assertThat(top.n()).isEqualTo(3);
        assertThat(top.confidence()).isCloseTo(2.9 / 3, within(1e-12));
        assertThat(top.accuracy()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(reliability.expectedCalibrationError()).isCloseTo((0.9 + 0.55) / 4, within(1e-12));
        assertThat(reliability.bins().getFirst().accuracy()).isNull();
    }
}
