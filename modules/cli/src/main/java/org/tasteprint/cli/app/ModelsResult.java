package org.tasteprint.cli.app;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tasteprint.nets.registry.ModelRegistry;

/** The pretrained networks and the state of their weights. */
public record ModelsResult(List<Model> models) {
    /**
     * One network.
     *
     * @param state  {@code here}, {@code shipped} with the program, {@code absent} or {@code damaged}
     * @param url    where it was published
     * @param sha256 the published hash of its file, where there is one
     */
    public record Model(
            String name, String state, String description, String licence, Optional<URI> url, Optional<String> sha256) {}

    static ModelsResult of(ModelRegistry registry, UnaryOperator<String> state) {
        return new ModelsResult(registry.models().stream()
                .map(model -> new Model(
                        model.name(), state.apply(model.name()), model.description(), model.licence(), model.url(), model.sha256()))
                .toList());
    }
}
