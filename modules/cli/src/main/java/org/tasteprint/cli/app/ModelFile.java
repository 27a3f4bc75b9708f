package org.tasteprint.cli.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tasteprint.core.TasteprintException;

/**
 * A trained model on disk: loaded when it is first asked for, and again when training has replaced its file, so that a server
 * takes up a new model without being restarted. Safe for use by several threads.
 *
 * @param <M> the model
 */
final class ModelFile<M> {
    private final Path file;
    private final Function<Path, M> load;
    private final Consumer<M> close;
    private FileTime loaded;
    private M model;

    /** @param close frees a model that has been replaced, while others may still use it */
    ModelFile(Path file, Function<Path, M> load, Consumer<M> close) {
        this.file = file;
        this.load = load;
        this.close = close;
    }

    /** Frees the model that is loaded. */
    synchronized void release() {
        Optional.ofNullable(model).ifPresent(close);
        model = null;
        loaded = null;
    }

    /** The newest model, or empty when none has been trained. */
    synchronized Optional<M> current() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            FileTime written = Files.getLastModifiedTime(file);
            if (!written.equals(loaded)) {
                Optional<M> replaced = Optional.ofNullable(model);
                model = load.apply(file);
                loaded = written;
                replaced.ifPresent(close);
            }
            return Optional.of(model);
        } catch (IOException e) {
            throw new TasteprintException(
                    TasteprintException.Kind.UNAVAILABLE, "cannot read the model %s (%s)".formatted(file, e.getMessage()), e);
        }
    }
}
