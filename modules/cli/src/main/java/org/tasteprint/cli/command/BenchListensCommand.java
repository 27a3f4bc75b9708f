package org.tasteprint.cli.command;

import java.nio.file.Path;
import org.tasteprint.bench.ListenLog;
import org.tasteprint.cli.app.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "listens",
        description = "Writes an invented log of listens in the format of Last.fm-1K, to see how long an import takes.",
        footer = {
            "",
            "Example:",
            "  tasteprint bench listens --rows 10000000 --to /tmp/listens.tsv",
            "  tasteprint --home /tmp/bench import listens /tmp/listens.tsv"
        })
final class BenchListensCommand extends Action<BenchListensCommand.Written> {
    @Option(names = "--rows", defaultValue = "10000000", paramLabel = "N", description = "How many listens (default: ${DEFAULT-VALUE}).")
    private int rows;

    @Option(names = "--songs", defaultValue = "1000000", paramLabel = "N", description = "Songs that there are (default: ${DEFAULT-VALUE}).")
    private int songs;

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "The log.")
    private Path file;

    /** What was written. */
    record Written(Path file, long rows) {}

    @Override
    Written run(Workspace workspace) {
        ListenLog.write(file, Counts.atLeastOne(spec, "--rows", rows), Counts.atLeastOne(spec, "--songs", songs));
        return new Written(file, rows);
    }

    @Override
    String text(Written written) {
        return "%,d listens: %s%n".formatted(written.rows(), written.file());
    }
}
