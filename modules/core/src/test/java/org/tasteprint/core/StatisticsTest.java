package org.tasteprint.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static final double[] SCORES = {0.1, 0.4, 0.35, 0.8};
    private static final boolean[] RELEVANT = {false, false, true, true};

    @Test
    void wilsonIntervalAgreesWithThePublishedFormula() {
        Interval interval = Interval.wilson(8, 10);
        assertThat(interval.low()).isCloseTo(0.4902, within(1e-4));
        assertThat(interval.high()).isCloseTo(0.9433, within(1e-4));
    }

    @Test
    void wilsonIntervalStaysWithinZeroAndOneAtTheEdges() {
        assertThat(Interval.wilson(0, 5).low()).isZero();
        assertThat(Interval.wilson(5, 5).high()).isEqualTo(1);
        assertThatThrownBy(() -> Interval.wilson(3, 2)).hasMessageContaining("hits=3, n=2");
    }

    @Test
    void bootstrapCoversTheMeanAndRepeatsForASeed() {
        Random random = new Random(3);
        double[] values = random.doubles(400).toArray();
        Interval interval = Interval.bootstrap(values, 7);
        assertThat(interval).isEqualTo(Interval.bootstrap(values, 7));
        assertThat(interval.low()).isBetween(0.44, 0.5);
        assertThat(interval.high()).isBetween(0.5, 0.56);
    }

    @Test
    void bootstrapCountsHeavyUnitsMore() {
        Interval interval = Interval.bootstrap(new double[] {0, 1}, new double[] {1, 0}, 1);
        assertThat(interval.high()).isZero();
    }

    @Test
    void areaUnderTheRocCurveIsTheShareOfPairsInOrder() {
        assertThat(RankedScores.rocAuc(SCORES, RELEVANT)).isEqualTo(0.75);
        assertThat(RankedScores.rocAuc(new double[] {1, 1, 1, 1}, RELEVANT)).isEqualTo(0.5);
        assertThat(RankedScores.rocAuc(SCORES, new boolean[4])).isNaN();
    }

    @Test
    void averagePrecisionWeighsPrecisionByRecallGained() {
        assertThat(RankedScores.averagePrecision(SCORES, RELEVANT)).isCloseTo(0.8333, within(1e-4));
        assertThat(RankedScores.averagePrecision(new double[] {1, 1, 1, 1}, RELEVANT)).isEqualTo(0.5);
        assertThat(RankedScores.averagePrecision(SCORES, new boolean[4])).isNaN();
    }
}
