package org.tasteprint.cli.command;

import org.tasteprint.cli.app.PathResult;
import org.tasteprint.cli.app.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "path",
        description = "Lists a way from one track to another in even steps, without a track twice, and without an artist twice where that can be.",
        footer = {"", "Examples:", "  tasteprint path 001 017", "  tasteprint path 001 017 --steps 20 --space musicnn-msd --year 1980-1999"})
final class PathCommand extends Action<PathResult> {
    @Parameters(index = "0", paramLabel = "FROM", description = "Id of the first track.")
    private String from;

    @Parameters(index = "1", paramLabel = "TO", description = "Id of the last track.")
    private String to;

    @Option(names = "--steps", defaultValue = "10", paramLabel = "N", description = "From one to the next N times (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(names = "--space", defaultValue = "", paramLabel = "SPACE", description = "Where to go (default: taste, where there is one).")
    private String space;

    @Mixin
    private ChoiceOptions choice;

    @Override
    PathResult run(Workspace workspace) {
        return workspace.search().path(from, to, Counts.atLeastOne(spec, "--steps", steps), space, choice.choice());
    }

    @Override
    String text(PathResult result) {
        return SimilarCommand.table("to the last", result.results());
    }
}
