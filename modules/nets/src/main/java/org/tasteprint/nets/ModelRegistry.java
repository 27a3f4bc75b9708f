package org.tasteprint.nets;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tasteprint.core.Progress;

/** The pretrained models there are ({@code models/registry.json}) and those that are on this machine ({@code models/cache}). */
public final class ModelRegistry {
    private ModelRegistry() {}

    public static ModelRegistry open(Path modelsFolder) {
        throw new UnsupportedOperationException("not yet");
    }

    public List<PretrainedModel> models() {
        throw new UnsupportedOperationException("not yet");
    }

    public PretrainedModel model(String name) {
        throw new UnsupportedOperationException("not yet");
    }

    public Optional<Path> cached(String name) {
        throw new UnsupportedOperationException("not yet");
    }

    public PullReport pull(Collection<String> names, Optional<String> from, Progress progress) {
        throw new UnsupportedOperationException("not yet");
    }

    public VerifyReport verify() {
        throw new UnsupportedOperationException("not yet");
    }
}
