package org.tasteprint.cli.command;

import org.tasteprint.cli.app.SimilarResult;
import org.tasteprint.cli.app.Workspace;
import org.tasteprint.cli.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "similar",
        description = "Lists the tracks nearest to a track; a similarity of 1 is identical.",
        footer = {"", "Examples:", "  tasteprint similar 001", "  tasteprint similar 001 -k 20 --space musicnn-msd"})
final class SimilarCommand extends Action<SimilarResult> {
    @Parameters(paramLabel = "TRACK", description = "Id of a track.")
    private String track;

    @Option(names = "-k", defaultValue = "10", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--space", defaultValue = "", paramLabel = "SPACE", description = "Where to look (default: taste, where there is one).")
    private String space;

    @Override
    SimilarResult run(Workspace workspace) {
        return workspace.search().similar(track, Counts.atLeastOne(spec, "-k", count), space);
    }

    @Override
    String text(SimilarResult result) {
        Table table = new Table("similarity", "track", "artist", "title", "genre");
        result.results().forEach(found -> table.row(
                "%.3f".formatted(found.similarity()), found.trackId(), found.artist(), found.title(), found.genre()));
        return table.toString();
    }
}
