package org.tasteprint.features;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.tasteprint.core.FeatureMatrix;

/**
 * The analyses of one file by several families, one after another. Both halves take them in the same order, so that neither waits
 * for one that the other has not come to; a file that fails in one is given up.
 */
record JoinedAnalysis(List<Analysis> parts) implements Analysis {
    JoinedAnalysis {
        parts = List.copyOf(parts);
    }

    @Override
    public void prepare() {
        parts.forEach(Analysis::prepare);
    }

    @Override
    public Map<String, FeatureMatrix> finish() throws ExecutionException, InterruptedException {
        Map<String, FeatureMatrix> features = new HashMap<>();
        for (Analysis part : parts) {
            features.putAll(part.finish());
        }
        return features;
    }
}
