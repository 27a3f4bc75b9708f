package org.tasteprint.features;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tasteprint.core.FeatureMatrix;

/**
 * An analysis whose first half ends before its second begins: for front ends that need all of the sound, or make little of it.
 *
 * @param <T> what the front end makes of a file
 */
final class WholeAnalysis<T> implements Analysis {
    private final Supplier<T> frontEnd;
    private final Function<T, Map<String, FeatureMatrix>> features;
    private final CompletableFuture<T> prepared = new CompletableFuture<>();

    /**
     * @param frontEnd runs in {@link #prepare}
     * @param features runs in {@link #finish}
     */
    WholeAnalysis(Supplier<T> frontEnd, Function<T, Map<String, FeatureMatrix>> features) {
        this.frontEnd = frontEnd;
        this.features = features;
    }

    @Override
    public void prepare() {
        try {
            prepared.complete(frontEnd.get());
        } catch (RuntimeException | Error e) {
            prepared.completeExceptionally(e);
            throw e;
        }
    }

    @Override
    public Map<String, FeatureMatrix> finish() throws ExecutionException, InterruptedException {
        return features.apply(prepared.get());
    }
}
