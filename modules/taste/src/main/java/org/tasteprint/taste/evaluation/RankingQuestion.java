package org.tasteprint.taste.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tasteprint.taste.listener.SparseRows;
import org.tasteprint.taste.measure.TopItems;

/**
 * Which items are to be found again, for whom, among all.
 *
 * @param histories what is left of the histories
 * @param users     rows of the listeners asked about
 * @param wanted    int[users.length][]: items held out of each one's history
 */
record RankingQuestion(SparseRows histories, int[] users, int[][] wanted) {
    /** How far down lists are read. */
    static final int DEPTH = 50;

    private static final int LISTENERS_AT_MOST = 2000;

    /** Asks about listeners of whom something was held out and something is left, evenly chosen where they are very many. */
    static RankingQuestion of(PlayedItems.Parted parts) {
        SparseRows histories = parts.rest().histories();
        int[] asked = IntStream.range(0, histories.rows())
                .filter(user -> parts.wanted()[user].length > 0 && histories.size(user) > 0)
                .toArray();
        int every = Math.max(1, (asked.length + LISTENERS_AT_MOST - 1) / LISTENERS_AT_MOST);
        int[] users = IntStream.range(0, asked.length).filter(i -> i % every == 0).map(i -> asked[i]).toArray();
        return new RankingQuestion(
                histories, users, Arrays.stream(users).mapToObj(user -> parts.wanted()[user]).toArray(int[][]::new));
    }

    /**
     * The best items of each listener asked about, without those of their history.
     *
     * @param known how many items of the history, drawn at random, the ranker is told; the whole where that is fewer
     */
    int[][] top(Ranker ranker, int known, long seed) {
        return IntStream.range(0, users.length)
                .parallel()
                .mapToObj(i -> {
                    int from = histories.start(users[i]);
                    int to = histories.start(users[i] + 1);
                    int[] told = told(from, to, known, seed + users[i]);
                    int[] items = Arrays.stream(told).map(histories::column).toArray();
                    float[] strength = new float[told.length];
                    for (int t = 0; t < told.length; t++) {
                        strength[t] = histories.confidence(told[t]);
                    }
                    double[] scores = ranker.scores(items, strength).clone();
                    for (int entry = from; entry < to; entry++) {
                        scores[histories.column(entry)] = Double.NEGATIVE_INFINITY;
                    }
                    return TopItems.of(scores, DEPTH);
                })
                .toArray(int[][]::new);
    }

    private static int[] told(int from, int to, int known, long seed) {
        int[] entries = IntStream.range(from, to).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < Math.min(known, entries.length - 1); i++) {
            int other = random.nextInt(i, entries.length);
            int entry = entries[i];
            entries[i] = entries[other];
            entries[other] = entry;
        }
        return Arrays.stream(entries).limit(known).sorted().toArray();
    }

    /** The same question, of those wanted items alone that {@code keep} has; listeners without any are not asked. */
    RankingQuestion only(boolean[] keep) {
        int[][] kept = Arrays.stream(wanted).map(items -> Arrays.stream(items).filter(item -> keep[item]).toArray()).toArray(int[][]::new);
        return new RankingQuestion(histories, users, kept);
    }
}
