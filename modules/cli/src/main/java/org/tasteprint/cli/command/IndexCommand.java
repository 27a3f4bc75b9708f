package org.tasteprint.cli.command;

import org.tasteprint.cli.app.IndexResult;
import org.tasteprint.cli.app.Workspace;
import org.tasteprint.cli.terminal.Table;
import picocli.CommandLine.Command;

@Command(
        name = "index",
        description = "Builds the embedding spaces that similar tracks and recommendations are found in: one of each network's sound, one of taste.",
        footer = {"", "Example:", "  tasteprint extract && tasteprint train taste && tasteprint index"})
final class IndexCommand extends Action<IndexResult> {
    @Override
    IndexResult run(Workspace workspace) {
        return workspace.search().buildSpaces();
    }

    @Override
    String text(IndexResult result) {
        Table table = new Table("space", "vectors", "dimensions", "MB");
        result.spaces().forEach(space ->
                table.row(space.name(), space.vectors(), space.dimensions(), "%.1f".formatted(space.bytes() / 1e6)));
        return table + "Built in %.1f s.%n".formatted(result.seconds());
    }
}
