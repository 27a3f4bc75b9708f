package org.tasteprint.cli.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.taste.TasteModel;

/** Derives the taste of stored tracks, a few at a time, so that memory holds the result and not its inputs. */
final class TasteRows {
    private static final int CHUNK = 64;

    private TasteRows() {}

    /** One row for each of the tracks that has the tower's inputs. */
    static FeatureMatrix of(TasteModel model, FeatureStore store, Collection<String> trackIds) {
        List<String> ids = trackIds.stream()
                .filter(id -> model.inputs().stream().allMatch(input -> store.has(input, model.settings().hop(), id)))
                .toList();
        List<String> rowIds = new ArrayList<>();
        float[] values = new float[ids.size() * model.dimensions()];
        for (int start = 0; start < ids.size(); start += CHUNK) {
            FeatureMatrix rows = model.derive(inputs(model, store, ids.subList(start, Math.min(ids.size(), start + CHUNK))));
            System.arraycopy(rows.values(), 0, values, rowIds.size() * model.dimensions(), rows.values().length);
            rowIds.addAll(rows.trackIds());
        }
        return new FeatureMatrix(model.name(), model.dimensions(), rowIds, values);
    }

    private static Map<String, FeatureMatrix> inputs(TasteModel model, FeatureStore store, List<String> ids) {
        Map<String, FeatureMatrix> inputs = new LinkedHashMap<>();
        model.inputs().forEach(input -> inputs.put(input, store.load(input, model.settings().hop(), ids)));
        return inputs;
    }
}
