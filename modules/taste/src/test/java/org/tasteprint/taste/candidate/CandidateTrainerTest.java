package org.tasteprint.taste.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.core.Progress;
import org.tasteprint.taste.listener.SparseRows;
import org.tasteprint.taste.measure.TopItems;

class CandidateTrainerTest {
    private static final int GROUPS = 4;
    private static final int ITEMS_OF_GROUP = 40;
    private static final CandidateSettings SETTINGS = new CandidateSettings(8, 16, 3, 1e-3, List.of(50.0), 0, 0.4, 20, 1);

    /** Listeners of four kinds, who play a third of the items of their kind and a few others. */
    private static SparseRows planted(int listeners) {
        Random random = new Random(3);
        List<List<SparseRows.Entry>> rows = new ArrayList<>();
        for (int listener = 0; listener < listeners; listener++) {
            List<SparseRows.Entry> row = new ArrayList<>();
            for (int item = 0; item < GROUPS * ITEMS_OF_GROUP; item++) {
                boolean own = item / ITEMS_OF_GROUP == listener % GROUPS;
                if (random.nextDouble() < (own ? 0.35 : 0.02)) {
                    row.add(new SparseRows.Entry(item, 1, 1 + random.nextFloat()));
                }
            }
            rows.add(row);
        }
        return SparseRows.of(GROUPS * ITEMS_OF_GROUP, rows);
    }

    @Test
    void aListenerWhomItHasNeverSeenGetsAVectorFromTheirHistoryAlone() {
        try (CandidateNetwork network = train(Histories.of(planted(400)))) {
            int[] history = {80, 81, 82, 83};
            double[] scores = network.scores(network.embed(history, new float[] {1, 1, 1, 1}, 4));
            int[] best = TopItems.of(scores, 20);
            assertThat(Arrays.stream(best).filter(item -> item / ITEMS_OF_GROUP == 2).count()).isGreaterThanOrEqualTo(18);
        }
    }

    @Test
    void whatAListenerSkipsSaysNothingOfWhatTheyLike() {
        try (CandidateNetwork network = train(Histories.of(planted(100)))) {
            float[] without = network.embed(new int[] {80, 81}, new float[] {1, 1}, 2);
            assertThat(network.embed(new int[] {80, 3, 81}, new float[] {1, 0, 1}, 3)).isEqualTo(without);
        }
    }

    @Test
    void theSameSeedGivesTheSameNetworkFromTheHeapAndFromAFile(@TempDir Path folder) {
        Histories histories = Histories.of(planted(200));
        Path file = folder.resolve("histories");
        try (HistoryFile out = new HistoryFile(file)) {
            int[] items = new int[histories.longest()];
            float[] weights = new float[items.length];
            for (int listener = 0; listener < histories.listeners(); listener++) {
                int size = histories.read(listener, items, weights);
                for (int i = 0; i < size; i++) {
                    out.entry(items[i], weights[i]);
                }
                out.endListener();
            }
            out.finish();
        }
        try (MappedHistories mapped = MappedHistories.open(file);
                CandidateNetwork once = train(histories);
                CandidateNetwork again = train(mapped)) {
            assertThat(mapped.entries()).isEqualTo(histories.entries());
            assertThat(again.embed(mapped, 7)).isEqualTo(once.embed(histories, 7));
            assertThat(again.scores(again.embed(mapped, 7))).isEqualTo(once.scores(once.embed(histories, 7)));
        }
    }

    @Test
    void nobodyAndNothingIsTrainedWithoutFailing() {
        try (CandidateNetwork network = train(Histories.of(SparseRows.of(3, List.of())))) {
            assertThat(network.embed(new int[] {1}, new float[] {1}, 1)).containsOnly(0);
        }
    }

    private static CandidateNetwork train(Histories histories) {
        return new CandidateTrainer(Progress.SILENT).train(histories, SETTINGS);
    }
}
