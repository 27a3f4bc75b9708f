package org.tasteprint.taste.shared;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.tasteprint.taste.listener.Listening;
import org.tasteprint.taste.table.ComputedRows;

/** Content popularity: how tracks were received, regressed on their sound, ready to be solved under any penalty. */
public final class ContentPopularity {
    private final Optional<Ridge> ridge;
    private final List<float[]> rows;
    private final int width;

    private ContentPopularity(Optional<Ridge> ridge, List<float[]> rows, int width) {
        this.ridge = ridge;
        this.rows = rows;
        this.width = width;
    }

    /** What the regression is to predict. */
    public enum Target {
        /** The share of likes among likes and dislikes; tracks count by how many there are. */
        LIKE_RATE,
        /** The logarithm of the number of listeners; artists count alike. */
        LISTENERS;

        /** The share of likes where enough is known of it, else the listeners. */
        public static Target of(Listening listening) {
            int likes = 0;
            int dislikes = 0;
            int reacted = 0;
            int known = 0;
            for (int[] counts : listening.reception()) {
                likes += counts[0];
                dislikes += counts[1];
                reacted += counts[0] + counts[1] > 0 ? 1 : 0;
                known += counts[0] + counts[1] + counts[2] > 0 ? 1 : 0;
            }
            return 20L * dislikes >= likes && dislikes > 0 && 2L * reacted >= known ? LIKE_RATE : LISTENERS;
        }
    }

    /**
     * Learns from how the tracks were received.
     *
     * @param rows     standardised summaries, one a track
     * @param eligible tracks whose summary is there
     */
    public static ContentPopularity of(Listening listening, List<float[]> rows, BitSet eligible, Target target) {
        int[][] reception = listening.reception();
        int[] known = eligible.stream()
                .filter(track -> target == Target.LISTENERS
                        ? Arrays.stream(reception[track]).sum() > 0
                        : reception[track][0] + reception[track][1] > 0)
                .toArray();
        int width = rows.get(eligible.nextSetBit(0)).length;
        if (known.length == 0) {
            return new ContentPopularity(Optional.empty(), List.of(), width);
        }
        int[] tracksOfArtist = new int[listening.artistCount()];
        Arrays.stream(known).forEach(track -> tracksOfArtist[listening.artist(track)]++);
        double[] y = new double[known.length];
        double[] weights = new double[known.length];
        for (int i = 0; i < known.length; i++) {
            int[] counts = reception[known[i]];
            int reactions = counts[0] + counts[1];
            boolean byListeners = target == Target.LISTENERS;
            y[i] = byListeners ? Math.log1p(Math.max(counts[0], counts[2])) : (double) counts[0] / reactions;
            weights[i] = byListeners ? 1.0 / tracksOfArtist[listening.artist(known[i])] : reactions;
        }
        List<float[]> x = ComputedRows.of(known.length, i -> rows.get(known[i]));
        return new ContentPopularity(Optional.of(Ridge.of(x, y, weights)), x, width);
    }

    /** The prediction under a positive penalty; where nothing was received, it knows nothing. */
    public SharedTaste under(double penalty) {
        return ridge.map(regression -> SharedTaste.standardised(regression.solve(penalty), SharedTaste.Basis.SOUND, rows))
                .orElseGet(() -> SharedTaste.none(width));
    }
}
