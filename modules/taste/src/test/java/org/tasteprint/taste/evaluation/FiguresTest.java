package org.tasteprint.taste.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tasteprint.taste.listener.ItemKnn;
import org.tasteprint.taste.listener.SparseRows;
import org.tasteprint.taste.measure.PairAccuracy;
import org.tasteprint.taste.measure.TopItems;

class FiguresTest {
    @Test
    void pairAccuracyCountsRightPairsAndHalfOfTies() {
        double[] scores = {0.9, 0.5, 0.5, 0.1};
        assertThat(PairAccuracy.of(scores, new int[] {0, 1}, new int[] {2, 3})).isEqualTo(3.5 / 4);
        assertThat(PairAccuracy.of(scores, new int[] {3}, new int[] {0})).isZero();
        assertThat(PairAccuracy.of(new double[4], new int[] {0, 1}, new int[] {2, 3})).isEqualTo(0.5);
    }

    @Test
    void topItemsAreTheBestInOrder() {
        assertThat(TopItems.of(new double[] {0.2, 0.9, Double.NEGATIVE_INFINITY, 0.9, 0.5}, 3)).containsExactly(1, 3, 4);
    }

    @Test
    void recallAndNdcgAgreeWithCasesByHand() {
        int[] top = {4, 7, 1, 9};
        int[] wanted = {7, 9, 100};
        assertThat(TopItems.recall(top, wanted, 2)).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(TopItems.recall(top, wanted, 4)).isCloseTo(2 / 3.0, within(1e-12));
        double log2Of3 = Math.log(3) / Math.log(2);
        double ideal = 1 + 1 / log2Of3 + 1 / 2.0;
        assertThat(TopItems.ndcg(top, wanted, 4))
                .isCloseTo((1 / log2Of3 + Math.log(2) / Math.log(5)) / ideal, within(1e-12));
        assertThat(TopItems.ndcg(new int[] {7, 9, 100}, wanted, 10)).isCloseTo(1, within(1e-12));
    }

    @Test
    void itemKnnSumsCosinesOfListenerSets() {
        // Listeners: {0, 1}, {0, 1, 2}, {2}; item sets have 2, 2 and 2 listeners.
        SparseRows histories = SparseRows.of(3, List.of(row(0, 1), row(0, 1, 2), row(2)));
        double[] scores = new ItemKnn(histories).scores(new int[] {0, 1});
        // Item 2 shares one listener with item 0 and one with item 1, each of 2 and 2: 1/2 + 1/2.
        assertThat(scores[2]).isCloseTo(1, within(1e-12));
        assertThat(scores[0]).isCloseTo(2, within(1e-12));
    }

    private static List<SparseRows.Entry> row(int... items) {
        return Arrays.stream(items).mapToObj(item -> new SparseRows.Entry(item, 1, 1)).toList();
    }

    @Test
    void aListenerOfSeveralFoldsIsOneUnitOfTheInterval() {
        Comparison comparison = new Comparison(List.of("taste", "other"), 1);
        comparison.add("u", 3, 1, 0);
        comparison.add("u", 1, 0, 0);
        comparison.add("v", 4, 0.5, 0.5);
        assertThat(comparison.users()).isEqualTo(2);
        assertThat(comparison.mean(0)).isCloseTo((3 + 2) / 8.0, within(1e-12));
        assertThat(comparison.mean(1)).isCloseTo(0.25, within(1e-12));
        assertThat(comparison.interval(0).low()).isCloseTo(0.5, within(1e-12));
        assertThat(comparison.interval(0).high()).isCloseTo(0.75, within(1e-12));
        assertThat(comparison.lead(1).low()).isCloseTo(0, within(1e-12));
    }
}
