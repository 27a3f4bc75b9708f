package org.tasteprint.taste.shared;

import java.util.Arrays;
import java.util.List;
import org.tasteprint.core.Vectors;

/**
 * What listeners in general like, heard from the sound alone. Where reactions tell, it is {@link ContentPopularity}, a ridge
 * regression of how tracks were received on their features. Where there are only plays, it is how near the sound lies to listeners'
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

    /**
     * How near tracks lie to the mean of listeners' directions.
     *
     * @param directions of the listeners
     * @param places     where the regression puts training tracks, at least one
     */
    public static SharedTaste general(List<float[]> directions, List<float[]> places) {
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

    /** Brings a prediction to mean 0 and deviation 1 over some tracks. */
    static SharedTaste standardised(Ridge.Linear raw, Basis basis, List<float[]> rows) {
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
