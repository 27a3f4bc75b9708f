package org.tasteprint.cli.app;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.taste.TasteModel;

/** Derives the taste of stored tracks, a few at a time, so that memory does not hold the inputs. */
final class TasteRows {
    private static final int CHUNK = 64;

    private TasteRows() {}

    /** One row for each of the tracks that has the tower's inputs. */
    static FeatureMatrix of(TasteModel model, FeatureStore store, Collection<String> trackIds) {
        List<FeatureMatrix> parts = parts(model, store, trackIds).toList();
        List<String> rowIds = parts.stream().flatMap(part -> part.trackIds().stream()).toList();
        float[] values = new float[rowIds.size() * model.dimensions()];
        int at = 0;
        for (FeatureMatrix part : parts) {
            System.arraycopy(part.values(), 0, values, at, part.values().length);
            at += part.values().length;
        }
        return new FeatureMatrix(model.name(), model.dimensions(), rowIds, values);
    }

    /** The same, a few tracks at a time, so that memory does not hold the result either. */
    static Stream<FeatureMatrix> parts(TasteModel model, FeatureStore store, Collection<String> trackIds) {
        List<String> ids = trackIds.stream()
                .filter(id -> model.inputs().stream().allMatch(input -> store.has(input, model.settings().hop(), id)))
                .toList();
        return IntStream.range(0, Math.ceilDiv(ids.size(), CHUNK))
                .mapToObj(chunk -> ids.subList(chunk * CHUNK, Math.min(ids.size(), (chunk + 1) * CHUNK)))
                .map(some -> model.derive(inputs(model, store, some)));
    }

    private static Map<String, FeatureMatrix> inputs(TasteModel model, FeatureStore store, List<String> ids) {
        Map<String, FeatureMatrix> inputs = new LinkedHashMap<>();
        model.inputs().forEach(input -> inputs.put(input, store.load(input, model.settings().hop(), ids)));
        return inputs;
    }
}
