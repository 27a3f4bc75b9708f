package org.tasteprint.taste.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Vectors;
import org.tasteprint.taste.candidate.CandidateNetwork;
import org.tasteprint.taste.candidate.CandidateSettings;
import org.tasteprint.taste.candidate.CandidateTrainer;
import org.tasteprint.taste.candidate.Histories;
import org.tasteprint.taste.listener.ImplicitAls;
import org.tasteprint.taste.listener.ItemKnn;
import org.tasteprint.taste.listener.SparseRows;
import org.tasteprint.taste.table.VectorTable;

/** Ways to rank that others are compared with. */
final class Rankers {
    private Rankers() {}

    /** Any order, another one for every history. */
    static Ranker random(SparseRows histories, long seed) {
        return (items, strength) -> {
            SplittableRandom random = new SplittableRandom(seed + Arrays.hashCode(items));
            return random.doubles(histories.columns()).toArray();
        };
    }

    /** What has most listeners, for everybody alike. */
    static Ranker popularity(SparseRows histories, long seed) {
        double[] listeners = listeners(histories);
        return (items, strength) -> listeners;
    }

    static Ranker itemKnn(SparseRows histories, long seed) {
        ItemKnn knn = new ItemKnn(histories);
        return (items, strength) -> knn.scores(items);
    }

    /** Item vectors of a factorisation; the listener's is solved for from the history. */
    static Ranker als(ImplicitAls als, SparseRows histories) {
        VectorTable columns = als.factorise(histories).columns();
        ImplicitAls.Folding folding = als.folding(columns);
        return (items, strength) -> {
            float[] user = folding.row(items, strength);
            double[] scores = new double[columns.rows()];
            float[] vector = new float[columns.width()];
            for (int item = 0; item < scores.length; item++) {
                columns.read(item, vector);
                scores[item] = Vectors.dot(user, vector);
            }
            return scores;
        };
    }

    /** The candidate network; the listener's vector is what it makes of the history. */
    static Ranker candidate(CandidateSettings settings, SparseRows histories) {
        CandidateNetwork network = new CandidateTrainer(Progress.SILENT).train(Histories.of(histories), settings);
        return new Ranker() {
            @Override
            public double[] scores(int[] items, float[] strength) {
                return network.scores(network.embed(items, strength, items.length));
            }

            @Override
            public void close() {
                network.close();
            }
        };
    }

    /** For each item, how many have it. */
    static double[] listeners(SparseRows histories) {
        double[] listeners = new double[histories.columns()];
        for (int entry = 0; entry < histories.entries(); entry++) {
            listeners[histories.column(entry)]++;
        }
        return listeners;
    }
}
