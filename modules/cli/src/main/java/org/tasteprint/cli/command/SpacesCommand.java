package org.tasteprint.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tasteprint.cli.app.SpacesResult;
import org.tasteprint.cli.app.Workspace;
import org.tasteprint.cli.terminal.Table;
import org.tasteprint.index.ranking.Hubness;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "spaces",
        description = "Lists the embedding spaces: their versions, how large they are, and how much of a hub some tracks are.",
        footer = {"", "Examples:", "  tasteprint spaces", "  tasteprint spaces taste --hubness"})
final class SpacesCommand extends Action<SpacesResult> {
    @Parameters(paramLabel = "SPACE", arity = "0..*", description = "Which (default: all).")
    private List<String> names = List.of();

    @Option(
            names = "--hubness",
            description = "Measure how unequally tracks come up among each other's 10 nearest, without and with --fewer-hubs.")
    private boolean hubness;

    @Override
    SpacesResult run(Workspace workspace) {
        return workspace.spaceWork().list(names, hubness);
    }

    @Override
    String text(SpacesResult result) {
        Table table = new Table("space", "version", "vectors", "dimensions", "MB", "precision", "updates", "versions");
        result.spaces().forEach(space -> table.row(
                space.name(),
                space.version(),
                space.vectors(),
                space.dimensions(),
                "%.1f".formatted(space.bytes() / 1e6),
                space.precision().name().toLowerCase(Locale.ROOT),
                space.updates(),
                space.versions().stream()
                        .map(version -> version.version() + " " + version.state())
                        .collect(Collectors.joining(", "))));
        return table + (hubness ? "\n" + hubs(result) : "");
    }

    private static String hubs(SpacesResult result) {
        Table table = new Table("space", "points", "ranked by", "skewness", "most often", "never");
        result.spaces().forEach(space -> space.hubness().ifPresent(hubs -> {
            row(table, space.name(), hubs, "cosine", hubs.skewness(), hubs.most(), hubs.neverShare());
            row(table, space.name(), hubs, "mutual proximity", hubs.skewnessReduced(), hubs.mostReduced(), hubs.neverShareReduced());
        }));
        return table.toString();
    }

    private static void row(Table table, String space, Hubness hubs, String by, double skewness, int most, double never) {
        table.row(space, hubs.points(), by, "%.2f".formatted(skewness), most, "%.1f %%".formatted(100 * never));
    }
}
