package org.tasteprint.cli.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tasteprint.core.Progress;
import org.tasteprint.nets.ModelRegistry;
import org.tasteprint.nets.VerifyReport;

/** Gets and checks the weights of pretrained networks. */
public final class PretrainedWork {
    private final ModelRegistry registry;
    private final Progress progress;

    PretrainedWork(ModelRegistry registry, Progress progress) {
        this.registry = registry;
        this.progress = progress;
    }

    /** Every network of the registry and whether its weights are here. */
    public ModelsResult list() {
        return ModelsResult.of(registry, this::state);
    }

    /**
     * Gets weights.
     *
     * @param names networks, none for all
     * @param from  a folder or base address that holds the files, instead of where they are published
     */
    public ModelsResult pull(List<String> names, Optional<String> from) {
        registry.pull(names, from, progress);
        return list();
    }

    /** Checks every file that is here against its SHA-256. */
    public ModelsResult verify() {
        Map<String, String> damages = registry.verify().damaged().stream()
                .collect(Collectors.toMap(VerifyReport.Damage::model, VerifyReport.Damage::reason));
        return ModelsResult.of(registry, model -> damages.containsKey(model) ? "damaged" : state(model));
    }

    private String state(String model) {
        return registry.cached(model).isPresent() ? "here" : "absent";
    }
}
