package org.tasteprint.cli.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.tasteprint.backbone.BackboneSettings;
import org.tasteprint.backbone.BackboneTrainer;
import org.tasteprint.backbone.BackboneTraining;
import org.tasteprint.backbone.Epoch;

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
        BackboneTraining training = new BackboneTrainer(folder, settings.progress())
                .train(backbone, out.orElse(folder.resolve("musicnn-rendered.safetensors")));
        new LearningCurvePicture(
                        "Binary cross entropy (nats)",
                        values(training, Epoch::loss),
                        values(training, Epoch::validationLoss),
                        "ROC-AUC",
                        values(training, Epoch::rocAuc),
                        training.bestEpoch() - 1)
                .besides(training.file(), settings.progress())
                .ifPresent(picture -> settings.progress().note("learning curve: " + picture));
        return training;
    }

    private static double[] values(BackboneTraining training, ToDoubleFunction<Epoch> value) {
        return training.epochs().stream().mapToDouble(value).toArray();
    }
}
