package org.tasteprint.cli.command;

import org.tasteprint.cli.app.IndexResult;
import org.tasteprint.cli.app.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "fixture",
        description = "Fills an empty home with invented tracks and vectors, to put a server under load.",
        footer = {"", "Example:", "  tasteprint --home /tmp/bench bench fixture --tracks 200000"})
final class BenchFixtureCommand extends Action<IndexResult> {
    @Option(names = "--tracks", defaultValue = "200000", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
    private int tracks;

    @Option(names = "--dimensions", defaultValue = "128", paramLabel = "N", description = "Length of their vectors (default: ${DEFAULT-VALUE}).")
    private int dimensions;

    @Override
    IndexResult run(Workspace workspace) {
        return workspace.loadFixture(Counts.atLeastOne(spec, "--tracks", tracks), Counts.atLeastOne(spec, "--dimensions", dimensions));
    }

    @Override
    String text(IndexResult result) {
        return "%d tracks, %.0f s.%n".formatted(result.spaces().getFirst().vectors(), result.seconds());
    }
}
