package org.tasteprint.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tasteprint.backbone.BackboneSettings;
import org.tasteprint.backbone.BackboneTraining;
import org.tasteprint.cli.app.Workspace;
import org.tasteprint.cli.terminal.Figures;
import org.tasteprint.cli.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

@Command(
        name = "backbone",
        description = "Trains the musicnn architecture from scratch on music that is composed and rendered for the purpose, whose instruments, tempo, metre, mode and style are known.",
        footer = {
            "",
            "What was rendered, and the last whole epoch, are kept in HOME/backbone: a training that was stopped goes on",
            "there when it is run again with the same options. The folder can be deleted afterwards.",
            "",
            "Examples:",
            "  tasteprint train backbone                                      as the network in models/ was trained",
            "  tasteprint train backbone --songs 400 --epochs 3 --out try.safetensors",
            "  tasteprint train backbone --widths 204,51,64,200 --songs 20000 --epochs 40"
        })
final class TrainBackboneCommand extends Action<BackboneTraining> {
    @Option(names = "--songs", paramLabel = "N", description = "How many songs to render; every tenth is held out (default: ${DEFAULT-VALUE}).")
    private int songs = BackboneSettings.SHIPPED.songs();

    @Option(names = "--seconds", paramLabel = "N", description = "How long each song is (default: ${DEFAULT-VALUE}).")
    private int seconds = BackboneSettings.SHIPPED.seconds();

    @Option(names = "--epochs", paramLabel = "N", description = "Epochs at most: each hears three seconds of every song (default: ${DEFAULT-VALUE}).")
    private int epochs = BackboneSettings.SHIPPED.epochs();

    @Option(names = "--patience", paramLabel = "N", description = "Stop after so many epochs without a better one (default: ${DEFAULT-VALUE}).")
    private int patience = BackboneSettings.SHIPPED.patience();

    @Option(names = "--batch", paramLabel = "N", description = "Patches a step (default: ${DEFAULT-VALUE}).")
    private int batch = BackboneSettings.SHIPPED.batch();

    @Option(names = "--learning-rate", paramLabel = "RATE", description = "The highest (default: ${DEFAULT-VALUE}).")
    private double learningRate = BackboneSettings.SHIPPED.learningRate();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of everything random (default: ${DEFAULT-VALUE}).")
    private long seed = BackboneSettings.SHIPPED.seed();

    @Option(names = "--widths", split = ",", paramLabel = "N", description = "Channels of a timbral, a temporal filter bank and a layer of the middle, units of the dense layer (default: 48,16,64,200; the published networks have 204,51,64,200).")
    private List<Integer> widths = List.of();

    @Option(names = "--out", paramLabel = "FILE", description = "The safetensors file to write (default: HOME/backbone/musicnn-rendered.safetensors).")
    private Optional<Path> out = Optional.empty();

    @Override
    BackboneTraining run(Workspace workspace) {
        return workspace.backbone().train(backbone(), out);
    }

    private BackboneSettings backbone() {
        BackboneSettings shipped = BackboneSettings.SHIPPED;
        List<Integer> wide = widths.isEmpty()
                ? List.of(shipped.timbral(), shipped.temporal(), shipped.middle(), shipped.dense())
                : widths;
        if (wide.size() != 4) {
            throw new ParameterException(spec.commandLine(), "--widths takes four numbers; it has " + wide.size());
        }
        return new BackboneSettings(
                songs, seconds, epochs, patience, batch, learningRate, seed, wide.get(0), wide.get(1), wide.get(2), wide.get(3));
    }

    @Override
    String text(BackboneTraining training) {
        BackboneTraining.Figures figures = training.figures();
        Table table = new Table("tags", "ROC-AUC");
        figures.groups().forEach((group, area) -> table.row(group, Figures.of(area)));
        table.row("all", Figures.of(figures.macro()));
        return "Trained %d epochs in %.0f s, the best was epoch %d: %s (%,d bytes).%nOn %,d patches of %,d held-out rendered songs:%n%n%s"
                .formatted(
                        training.epochs().size(), training.seconds(), training.bestEpoch(), training.file(), training.bytes(),
                        figures.patches(), figures.songs(), table);
    }
}
