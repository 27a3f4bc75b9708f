package org.tasteprint.taste.sound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tasteprint.core.Vectors;
import org.tasteprint.taste.listener.Cholesky;
import org.tasteprint.taste.listener.Listening;

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
    static ArtistTargets of(Listening listening, float[][] rows, BitSet heard, float[][] directions, int k) {
        double[][] gram = new double[k][k];
        Map<Integer, Reception> receptions = new TreeMap<>();
        for (int user = 0; user < directions.length; user++) {
            float[] direction = directions[user];
            if (Vectors.norm(direction) > 0) {
                for (int i = 0; i < k; i++) {
                    for (int j = 0; j <= i; j++) {
                        gram[i][j] += direction[i] * direction[j];
                    }
                }
                opinions(listening, user, heard).forEach((artist, opinion) ->
                        receptions.computeIfAbsent(artist, _ -> new Reception(new double[k], new int[1])).add(opinion, direction));
            }
        }
        for (int i = 0; i < k; i++) {
            gram[i][i] += PENALTY;
        }
        Cholesky.decompose(gram);
        List<Integer> artists = new ArrayList<>(receptions.keySet());
        artists.sort(Comparator.comparingInt((Integer artist) -> -receptions.get(artist).listeners()[0]).thenComparing(artist -> artist));
        List<Integer> kept = artists.subList(0, Math.min(ARTISTS_AT_MOST, artists.size()));
        double[][] targets = kept.stream().map(artist -> receptions.get(artist).target(gram)).toArray(double[][]::new);
        return new ArtistTargets(means(listening, rows, heard, kept), targets);
    }

    /** What a listener thinks of artists: 1 or −1. */
    private static Map<Integer, Integer> opinions(Listening listening, int user, BitSet heard) {
        Map<Integer, Integer> opinions = new TreeMap<>();
        Listening.Opinions of = listening.opinions(user);
        Arrays.stream(of.disliked()).filter(heard::get).forEach(track -> opinions.put(listening.artist(track), -1));
        of.better().filter(heard::get).forEach(track -> opinions.put(listening.artist(track), 1));
        return opinions;
    }

    private static float[][] means(Listening listening, float[][] rows, BitSet heard, List<Integer> artists) {
        Map<Integer, List<float[]>> tracks = new TreeMap<>();
        heard.stream().forEach(track -> tracks.computeIfAbsent(listening.artist(track), _ -> new ArrayList<>()).add(rows[track]));
        return artists.stream()
                .map(artist -> Vectors.mean(tracks.get(artist).toArray(float[][]::new)))
                .toArray(float[][]::new);
    }

    /**
     * How an artist was received.
     *
     * @param sum       of the directions of listeners, each with the sign of the opinion
     * @param listeners one number: how many have an opinion
     */
    private record Reception(double[] sum, int[] listeners) {
        void add(int opinion, float[] direction) {
            for (int d = 0; d < sum.length; d++) {
                sum[d] += opinion * direction[d];
            }
            listeners[0]++;
        }

        double[] target(double[][] gram) {
            double[] target = Cholesky.substitute(gram, sum.clone());
            double scale = Math.pow(listeners[0], -0.25);
            for (int d = 0; d < target.length; d++) {
                target[d] *= scale;
            }
            return target;
        }
    }
}
