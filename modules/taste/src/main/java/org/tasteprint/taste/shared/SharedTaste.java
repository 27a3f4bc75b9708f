package org.tasteprint.taste.shared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tasteprint.core.Vectors;
import org.tasteprint.taste.listener.Listening;

/**
 * What listeners in general like, heard from the sound alone. Where reactions tell, it is a ridge regression ("content
 * popularity") of how tracks were received on their features. Where there are only plays, it is how near the sound lies to listeners'
 * mean direction, by the regression of directions on sound.
 *
 * <p>It is coordinate 0 of every track vector: the tanh of a quarter of the standardised prediction, so that it is in -1..1 and
 * leaves room for the personal coordinates.
 *
 * @param linear the prediction, with mean 0 and deviation 1 over the training tracks
 * @param basis  what it is a prediction from
 */
public record SharedTaste(Ridge.Linear linear, Basis basis) {
    private static final double GENTLENESS = 4;

    /** What a prediction is made from. */
    public enum Basis {
        /** A track's standardised summary. */
        SOUND,
        /** Where the regression puts the track's sound among listeners' directions. */
        PLACE
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
            return 20 * dislikes >= likes && dislikes > 0 && 2 * reacted >= known ? LIKE_RATE : LISTENERS;
        }
    }

    /**
     * Learns from how the tracks were received.
     *
     * @param rows     standardised summaries, one a track
     * @param eligible tracks whose summary is there
     */
    public static SharedTaste fit(Listening listening, float[][] rows, BitSet eligible, Target target, double penalty) {
        int[][] reception = listening.reception();
        List<float[]> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        int[] known = eligible.stream().filter(track -> Arrays.stream(reception[track]).sum() > 0).toArray();
        Map<Integer, Integer> tracksOfArtist = new HashMap<>();
        Arrays.stream(known).forEach(track -> tracksOfArtist.merge(listening.artist(track), 1, Integer::sum));
        for (int track : known) {
            int[] counts = reception[track];
            int reactions = counts[0] + counts[1];
            if (target == Target.LISTENERS) {
                x.add(rows[track]);
                y.add(Math.log1p(Math.max(counts[0], counts[2])));
                weights.add(1.0 / tracksOfArtist.get(listening.artist(track)));
            } else if (reactions > 0) {
                x.add(rows[track]);
                y.add((double) counts[0] / reactions);
                weights.add((double) reactions);
            }
        }
        if (x.isEmpty()) {
            return none(rows[eligible.nextSetBit(0)].length);
        }
        return standardised(
                Ridge.fit(x.toArray(float[][]::new), doubles(y), doubles(weights), penalty), Basis.SOUND, x);
    }

    /**
     * How near tracks lie to the mean of listeners' directions.
     *
     * @param directions of the listeners
     * @param places     where the regression puts the training tracks, at least one
     */
    public static SharedTaste general(float[][] directions, List<float[]> places) {
        float[] mean = new float[places.getFirst().length];
        for (float[] direction : directions) {
            for (int d = 0; d < mean.length; d++) {
                mean[d] += direction[d];
            }
        }
        return standardised(new Ridge.Linear(Vectors.normalized(mean), 0), Basis.PLACE, places);
    }

    /** Knows nothing: coordinate 0 of every track is 0. */
    public static SharedTaste none(int width) {
        return new SharedTaste(new Ridge.Linear(new float[width], 0), Basis.SOUND);
    }

    private static SharedTaste standardised(Ridge.Linear raw, Basis basis, List<float[]> rows) {
        double[] predicted = rows.stream().mapToDouble(raw::at).toArray();
        double mean = Arrays.stream(predicted).average().orElse(0);
        double deviation = Math.sqrt(
                Arrays.stream(predicted).map(p -> (p - mean) * (p - mean)).average().orElse(0));
        if (deviation < 1e-9) {
            return new SharedTaste(new Ridge.Linear(new float[raw.weights().length], 0), basis);
        }
        float[] weights = new float[raw.weights().length];
        for (int d = 0; d < weights.length; d++) {
            weights[d] = (float) (raw.weights()[d] / deviation);
        }
        return new SharedTaste(new Ridge.Linear(weights, (raw.intercept() - mean) / deviation), basis);
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * Coordinate 0 of a track.
     *
     * @param row   its standardised summary
     * @param place where the regression puts it
     */
    public double coordinate(float[] row, float[] place) {
        return Math.tanh(linear.at(basis == Basis.SOUND ? row : place) / GENTLENESS);
    }

    /** The whole vector of a track, of length 1: the shared coordinate, then the personal part, of length 1, in what it leaves. */
    public static float[] vector(double coordinate, float[] personal) {
        float[] vector = new float[personal.length + 1];
        vector[0] = (float) coordinate;
        double rest = Math.sqrt(1 - coordinate * coordinate);
        for (int d = 0; d < personal.length; d++) {
            vector[d + 1] = (float) (rest * personal[d]);
        }
        return vector;
    }
}
