package org.tasteprint.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.tasteprint.cli.app.Workspace;
import org.tasteprint.papers.Effort;
import org.tasteprint.papers.Reproduction;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "reproduce",
        description = {
            "Runs a published system on a dataset folder and prints the paper's table beside ours.",
            "The folder is imported into a home of its own below --home; what is extracted is there the next time."
        },
        footer = {
            "",
            "Examples:",
            "  tasteprint reproduce chourdakis --data gtzan",
            "  tasteprint reproduce chen-liang --data emotify --plot pictures",
            "  tasteprint reproduce ghosal-kolekar --data emotify --quick    few tracks and epochs: does it run?",
            "  tasteprint reproduce ghosal-kolekar --data emotify --full     all night"
        })
final class ReproduceCommand extends Action<Reproduction> {
    @Parameters(paramLabel = "PAPER", description = "chen-liang, liang-gu, ghosal-kolekar, chourdakis or sanfiz-torra.")
    private String paper;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "A dataset folder with genres.")
    private Path data;

    @ArgGroup
    private Amount amount = new Amount();

    /** One way or the other; neither for what takes some minutes. */
    static final class Amount {
        @Option(names = "--quick", description = "Few tracks, folds and epochs: the same code, figures that mean nothing.")
        private boolean quick;

        @Option(names = "--full", description = "Networks that learn from sound get all folds and epochs of the paper, and whole networks are tuned: hours. Without it they get few, which the table says.")
        private boolean full;

        Effort effort() {
            return quick ? Effort.QUICK : full ? Effort.FULL : Effort.USUAL;
        }
    }

    @Option(names = "--plot", paramLabel = "DIR", description = "Draw confusion matrix, ROC, precision and recall, reliability, taggrams of a song of each genre, and how networks learned, of every system into this folder.")
    private Path plot;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Seed of everything random (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    Reproduction run(Workspace workspace) {
        return workspace.papers().reproduce(paper, data, amount.effort(), seed, Optional.ofNullable(plot));
    }

    @Override
    String text(Reproduction reproduction) {
        return ReproductionText.of(reproduction);
    }
}
