package org.tasteprint.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.tasteprint.cli.app.Workspace;
import org.tasteprint.genre.GenreEvaluation.Grouping;
import org.tasteprint.genre.evaluation.GenreReport;
import org.tasteprint.taste.evaluation.Items;
import org.tasteprint.taste.evaluation.TasteReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

@Command(
        name = "evaluate",
        description = "Measures how well Tasteprint does on music that the training has not seen, beside its baselines.",
        subcommands = {EvaluateCommand.Taste.class, EvaluateCommand.Genre.class})
final class EvaluateCommand extends CommandGroup {
    @Command(
            name = "taste",
            description = "Does the model rank what listeners like above what they don't, on artists that nobody in training has heard?",
            footer = {"", "Examples:", "  tasteprint evaluate taste --split valid", "  tasteprint evaluate taste --folds 4 --group artist", "  tasteprint evaluate taste --items artists   # also where a log is all there is"})
    static final class Taste extends Action<TasteReport> {
        @Mixin
        private TrainCommand.TasteOptions options;

        @Mixin
        private Protocol protocol;

        @Option(
                names = "--items",
                paramLabel = "tracks|artists",
                description = "What held-out items of histories are (default: tracks, or artists where the log has no others).")
        private Items items;

        @Override
        TasteReport run(Workspace workspace) {
            return protocol.isFolds(spec)
                    ? workspace.taste().evaluateFolds(options.request(), protocol.folds, Optional.ofNullable(items))
                    : workspace.taste().evaluateSplit(protocol.split, options.request().users(), Optional.ofNullable(items));
        }

        @Override
        String text(TasteReport report) {
            return TasteText.of(report);
        }
    }

    @Command(
            name = "genre",
            description = "How often is the genre right, on songs of artists that the training has not seen?",
            footer = {
                "",
                "Examples:",
                "  tasteprint evaluate genre --train-split train --test-split valid",
                "  tasteprint evaluate genre --features musicnn-msd,taste --folds 10 --group artist --plot pictures",
                "  tasteprint evaluate genre --classifier knn --grid --folds 10",
                "  tasteprint evaluate genre --features choi160,musicnn-msd-taggram,taste --weights taste=2 --per track --pca 128 --folds 5   # song means"
            })
    static final class Genre extends Action<GenreReport> {
        @Mixin
        private GenreOptions options;

        @Mixin
        private Protocol protocol;

        @Option(names = "--train-split", defaultValue = "", paramLabel = "NAME", description = "Split to learn from (default: train).")
        private String trainSplit;

        @Option(names = "--test-split", defaultValue = "", paramLabel = "NAME", description = "Split to judge on (default: --split).")
        private String testSplit;

        @Option(names = "--plot", paramLabel = "DIR", description = "Also draw confusion matrix, ROC, precision and recall, reliability, and taggrams of a song of each genre into this folder, as PNG and SVG.")
        private Path plot;

        @Override
        GenreReport run(Workspace workspace) {
            GenreReport report = judged(workspace);
            if (plot != null) {
                workspace.genres().draw(report, plot);
            }
            return report;
        }

        private GenreReport judged(Workspace workspace) {
            if (protocol.isFolds(spec)) {
                Grouping grouping = protocol.group == Protocol.Group.ARTIST ? Grouping.ARTIST : Grouping.NONE;
                return workspace.genres().evaluateFolds(options.settings(workspace.genres()), protocol.folds, grouping, trainSplit);
            }
            return workspace.genres()
                    .evaluateSplit(options.settings(workspace.genres()), trainSplit, testSplit.isEmpty() ? protocol.split : testSplit);
        }

        @Override
        String text(GenreReport report) {
            return GenreText.of(report);
        }
    }

    /** How training and test are parted. */
    static final class Protocol {
        /** What stays together in folds. */
        enum Group {
            ARTIST,
            NONE
        }

        @Option(names = "--split", defaultValue = "test", paramLabel = "NAME", description = "Split to judge on (default: ${DEFAULT-VALUE}).")
        private String split;

        @Option(names = "--folds", defaultValue = "0", paramLabel = "N", description = "Cross-validate in N folds instead, retraining for each.")
        private int folds;

        @Option(names = "--group", defaultValue = "artist", paramLabel = "artist|none", description = "What stays together in a fold (default: ${DEFAULT-VALUE}).")
        private Group group;

        boolean isFolds(CommandSpec spec) {
            if (folds == 1 || folds < 0) {
                throw new ParameterException(
                        spec.commandLine(), "Invalid value for option '--folds': %d is not at least 2".formatted(folds));
            }
            return folds > 0;
        }
    }
}
