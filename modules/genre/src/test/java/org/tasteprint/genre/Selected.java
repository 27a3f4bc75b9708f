package org.tasteprint.genre;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tasteprint.core.FeatureMatrix;

/** Hands out the rows of feature matrices that are in memory. */
record Selected(Map<String, FeatureMatrix> matrices) implements FeatureSource {
    @Override
    public FeatureMatrix features(String feature, Collection<String> trackIds, Set<String> trainingTrackIds) {
        return rowsOf(matrices.get(feature), trackIds);
    }

    static FeatureMatrix rowsOf(FeatureMatrix matrix, Collection<String> trackIds) {
        Set<String> wanted = new HashSet<>(trackIds);
        List<String> ids = new ArrayList<>();
        for (String id : matrix.trackIds()) {
            if (wanted.contains(id)) {
                ids.add(id);
            }
        }
        float[] values = new float[ids.size() * matrix.dimensions()];
        for (int row = 0, to = 0; row < matrix.rows(); row++) {
            if (wanted.contains(matrix.trackIds().get(row))) {
                System.arraycopy(matrix.values(), row * matrix.dimensions(), values, to, matrix.dimensions());
                to += matrix.dimensions();
            }
        }
        return new FeatureMatrix(matrix.feature(), matrix.dimensions(), ids, values);
    }
}
