package org.tasteprint.cli.command;

import org.tasteprint.cli.app.IndexResult;
import org.tasteprint.cli.app.Workspace;
import org.tasteprint.cli.terminal.Table;
import org.tasteprint.index.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "index",
        description = "Builds the embedding spaces that similar tracks and recommendations are found in: one of each network's sound, one of taste.",
        footer = {
            "",
            "Examples:",
            "  tasteprint extract && tasteprint train taste && tasteprint index",
            "  tasteprint import ~/Music && tasteprint extract && tasteprint index --update"
        })
final class IndexCommand extends Action<IndexResult> {
    @Option(
            names = "--update",
            description = "Only add the tracks that spaces do not have yet and remove those that are gone: seconds, whatever the size.")
    private boolean update;

    @Option(
            names = "--precision",
            defaultValue = "float32",
            paramLabel = "P",
            description = "How graphs see vectors, float32 or int8: int8 reads a quarter of the memory (default: ${DEFAULT-VALUE}).")
    private Precision precision;

    @Override
    IndexResult run(Workspace workspace) {
        return update ? workspace.spaceWork().update() : workspace.spaceWork().build(precision);
    }

    @Override
    String text(IndexResult result) {
        Table table = new Table("space", "vectors", "dimensions", "MB");
        result.spaces().forEach(space ->
                table.row(space.name(), space.vectors(), space.dimensions(), "%.1f".formatted(space.bytes() / 1e6)));
        return table + "Built in %.1f s.%n".formatted(result.seconds());
    }
}
