package org.tasteprint.core;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of one feature. A row describes a segment of a track, or the whole track; the rows of a track follow one another in
 * the order of time.
 *
 * @param feature    name of the feature, for example {@code musicnn-msd}
 * @param dimensions length of a row
 * @param trackIds   the track of each row
 * @param values     float[rows][dimensions], row after row; not copied, not to be changed
 */
public record FeatureMatrix(String feature, int dimensions, List<String> trackIds, float[] values) {
    public FeatureMatrix {
        requireNonNull(feature, "feature is null");
        trackIds = List.copyOf(trackIds);
        if (dimensions < 1) {
            throw new IllegalArgumentException("dimensions must be positive; dimensions=" + dimensions);
        }
        if ((long) trackIds.size() * dimensions != values.length) {
            throw new IllegalArgumentException("%s: %d rows of %d do not make %d values"
                    .formatted(feature, trackIds.size(), dimensions, values.length));
        }
    }

    /** Number of rows. */
    public int rows() {
        return trackIds.size();
    }

    /** A copy of row {@code row}. */
    public float[] row(int row) {
        return Arrays.copyOfRange(values, row * dimensions, (row + 1) * dimensions);
    }

    /** One row a track: the mean of its rows, tracks in the order in which they first appear. */
    public FeatureMatrix meanPerTrack() {
        Map<String, Integer> position = new LinkedHashMap<>();
        trackIds.forEach(id -> position.putIfAbsent(id, position.size()));
        double[] sums = new double[position.size() * dimensions];
        int[] counts = new int[position.size()];
        for (int row = 0; row < rows(); row++) {
            int track = position.get(trackIds.get(row));
            counts[track]++;
            for (int d = 0; d < dimensions; d++) {
                sums[track * dimensions + d] += values[row * dimensions + d];
            }
        }
        float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) (sums[i] / counts[i / dimensions]);
        }
        return new FeatureMatrix(feature, dimensions, new ArrayList<>(position.keySet()), means);
    }
}
