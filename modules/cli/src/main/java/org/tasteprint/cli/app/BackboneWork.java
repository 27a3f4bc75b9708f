package org.tasteprint.cli.app;

import java.nio.file.Path;
import java.util.Optional;
import org.tasteprint.backbone.BackboneSettings;
import org.tasteprint.backbone.BackboneTrainer;
import org.tasteprint.backbone.BackboneTraining;

/** Trains a network of our own on rendered music; nothing of the catalogue goes in. */
public final class BackboneWork {
    private final Settings settings;

    BackboneWork(Settings settings) {
        this.settings = settings;
    }

    /**
     * Trains, or goes on where a training with the same settings was stopped.
     *
     * @param out the file of the network; empty for one in the home folder
     */
    public BackboneTraining train(BackboneSettings backbone, Optional<Path> out) {
        Path folder = settings.home().resolve("backbone");
        return new BackboneTrainer(folder, settings.progress())
                .train(backbone, out.orElse(folder.resolve("musicnn-rendered.safetensors")));
    }
}
