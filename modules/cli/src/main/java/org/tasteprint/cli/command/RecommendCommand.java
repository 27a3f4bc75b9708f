package org.tasteprint.cli.command;

import org.tasteprint.cli.app.RecommendResult;
import org.tasteprint.cli.app.Workspace;
import org.tasteprint.cli.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "recommend",
        description = "Lists what a listener would like among the tracks that they have not met, and why.",
        footer = {"", "Example:", "  tasteprint recommend u0001 -k 5"})
final class RecommendCommand extends Action<RecommendResult> {
    @Parameters(paramLabel = "USER", description = "Id of a listener.")
    private String user;

    @Option(names = "-k", defaultValue = "10", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
    private int count;

    @Override
    RecommendResult run(Workspace workspace) {
        return workspace.search().recommend(user, Counts.atLeastOne(spec, "-k", count));
    }

    @Override
    String text(RecommendResult result) {
        Table table = new Table("score", "track", "artist", "title", "why");
        result.results().forEach(found -> table.row(
                "%.3f".formatted(found.score()), found.trackId(), found.artist(), found.title(), found.why()));
        return table.toString();
    }
}
