package org.tasteprint.features;

import java.nio.file.Path;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.nets.registry.ModelRegistry;

/** Where networks get their weights. */
final class Weights {
    private Weights() {}

    /**
     * The file of a network's weights.
     *
     * @throws TasteprintException {@code UNAVAILABLE} when they are not there
     */
    static Path of(ModelRegistry registry, String network) {
        return registry.cached(network)
                .orElseThrow(() -> new TasteprintException(
                        Kind.UNAVAILABLE,
                        "the weights of %s are not on this machine: run ./tasteprint models pull".formatted(network)
                                + (registry.model(network).sha256().isPresent() ? "" : " " + network)));
    }
}
