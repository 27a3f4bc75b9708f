package org.tasteprint.taste.tower;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.features.FeatureStore;

/** One row a track: the means of a tower's input features, one feature after the other. Tracks that lack one are left out. */
public final class Summaries {
    private final Map<String, float[]> rows;

    private Summaries(Map<String, float[]> rows) {
        this.rows = rows;
    }

    /**
     * Reads the means of the tracks that have every input.
     *
     * @throws TasteprintException {@code NOT_FOUND} when no track has
     */
    public static Summaries read(FeatureStore store, TasteSettings settings, Collection<String> trackIds) {
        List<FeatureMatrix> parts = new ArrayList<>();
        for (String feature : settings.tower().inputs()) {
            parts.add(store.means(feature, settings.hop(), trackIds));
        }
        return joined(parts);
    }

    /** Joins matrices of one row a track. */
    public static Summaries joined(List<FeatureMatrix> parts) {
        Set<String> common = new LinkedHashSet<>(parts.getFirst().trackIds());
        parts.forEach(part -> common.retainAll(Set.copyOf(part.trackIds())));
        if (common.isEmpty()) {
            throw new TasteprintException(
                    Kind.NOT_FOUND,
                    "no track has all of the features %s: run ./tasteprint extract first"
                            .formatted(parts.stream().map(FeatureMatrix::feature).toList()));
        }
        int width = parts.stream().mapToInt(FeatureMatrix::dimensions).sum();
        Map<String, float[]> rows = new HashMap<>();
        common.forEach(id -> rows.put(id, new float[width]));
        int offset = 0;
        for (FeatureMatrix part : parts) {
            for (int row = 0; row < part.rows(); row++) {
                float[] target = rows.get(part.trackIds().get(row));
                if (target != null) {
                    System.arraycopy(part.values(), row * part.dimensions(), target, offset, part.dimensions());
                }
            }
            offset += part.dimensions();
        }
        return new Summaries(rows);
    }

    /** The tracks that have every feature. */
    public Set<String> trackIds() {
        return rows.keySet();
    }

    /** The rows of tracks that all have one, in their order. */
    public float[][] of(List<String> trackIds) {
        return trackIds.stream().map(rows::get).toArray(float[][]::new);
    }

    public int width() {
        return rows.values().iterator().next().length;
    }
}
