package org.tasteprint.taste.sound;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tasteprint.core.Vectors;
import org.tasteprint.taste.listener.Cholesky;
import org.tasteprint.taste.listener.Listening;
import org.tasteprint.taste.table.ComputedRows;

/**
 * The artists that a regression learns from: what each sounds like, and where listeners put them.
 *
 * @param sounds  float[artists][d]: the mean of their tracks' sound
 * @param targets double[artists][k]: least squares vectors in the space of listeners' directions, so that the scalar product with a
 *     direction is near 1 for who plays or likes the artist, −1 for who dislikes them and 0 for others; over the fourth root of the number
 *     of listeners who do, so that popular artists do not rule
 */
record ArtistTargets(float[][] sounds, double[][] targets) {
    /** With more, those that most listeners have an opinion of: the regression's cost is cubic. */
    private static final int ARTISTS_AT_MOST = 1000;
    private static final double PENALTY = 1;

    /**
     * Gathers the artists of whose tracks anybody has an opinion.
     *
     * @param rows       standardised sound, one a track of {@code listening}
     * @param heard      tracks whose sound is there
     * @param directions of the listeners, of length 1 or 0
     * @param k          dimensions of directions
     */
    static ArtistTargets of(Listening listening, List<float[]> rows, BitSet heard, List<float[]> directions, int k) {
        double[][] gram = new double[k][k];
        int[] listeners = new int[listening.artistCount()];
        for (int user = 0; user < directions.size(); user++) {
            float[] direction = directions.get(user);
            if (Vectors.norm(direction) > 0) {
                for (int i = 0; i < k; i++) {
                    for (int j = 0; j <= i; j++) {
                        gram[i][j] += direction[i] * direction[j];
                    }
                }
                opinions(listening, user, heard).keySet().forEach(artist -> listeners[artist]++);
            }
        }
        for (int i = 0; i < k; i++) {
            gram[i][i] += PENALTY;
        }
        Cholesky.decompose(gram);
        int[] kept = IntStream.range(0, listeners.length)
                .filter(artist -> listeners[artist] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer artist) -> -listeners[artist]).thenComparing(artist -> artist))
                .limit(ARTISTS_AT_MOST)
                .mapToInt(Integer::intValue)
                .toArray();
        double[][] sums = sums(listening, heard, directions, kept, k);
        double[][] targets = IntStream.range(0, kept.length)
                .mapToObj(i -> target(gram, sums[i], listeners[kept[i]]))
                .toArray(double[][]::new);
        return new ArtistTargets(means(listening, rows, heard, kept), targets);
    }

    /** For each artist the sum of the directions of listeners who have an opinion, each with its sign. */
    private static double[][] sums(Listening listening, BitSet heard, List<float[]> directions, int[] artists, int k) {
        Map<Integer, double[]> sums = new HashMap<>();
        Arrays.stream(artists).forEach(artist -> sums.put(artist, new double[k]));
        for (int user = 0; user < directions.size(); user++) {
            float[] direction = directions.get(user);
            if (Vectors.norm(direction) > 0) {
                opinions(listening, user, heard).forEach((artist, opinion) -> {
                    double[] sum = sums.get(artist);
                    for (int d = 0; sum != null && d < k; d++) {
                        sum[d] += opinion * direction[d];
                    }
                });
            }
        }
        return Arrays.stream(artists).mapToObj(sums::get).toArray(double[][]::new);
    }

    /** What a listener thinks of artists: 1 or −1. */
    private static Map<Integer, Integer> opinions(Listening listening, int user, BitSet heard) {
        Map<Integer, Integer> opinions = new TreeMap<>();
        Listening.Opinions of = listening.opinions(user);
        Arrays.stream(of.disliked()).filter(heard::get).forEach(track -> opinions.put(listening.artist(track), -1));
        of.better().filter(heard::get).forEach(track -> opinions.put(listening.artist(track), 1));
        return opinions;
    }

    private static float[][] means(Listening listening, List<float[]> rows, BitSet heard, int[] artists) {
        int[][] tracksOfArtists = listening.tracksOfArtists();
        return Arrays.stream(artists)
                .mapToObj(artist -> mean(rows, Arrays.stream(tracksOfArtists[artist]).filter(heard::get).toArray()))
                .toArray(float[][]::new);
    }

    private static float[] mean(List<float[]> rows, int[] tracks) {
        return Vectors.mean(ComputedRows.of(tracks.length, i -> rows.get(tracks[i])));
    }

    private static double[] target(double[][] gram, double[] sum, int listeners) {
        double[] target = Cholesky.substitute(gram, sum);
        double scale = Math.pow(listeners, -0.25);
        for (int d = 0; d < target.length; d++) {
            target[d] *= scale;
        }
        return target;
    }
}
