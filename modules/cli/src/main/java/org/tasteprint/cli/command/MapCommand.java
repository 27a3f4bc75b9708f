package org.tasteprint.cli.command;

import org.tasteprint.cli.app.MapResult;
import org.tasteprint.cli.app.Workspace;
import org.tasteprint.index.map.MapSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "map",
        description = "Draws a map on which similar tracks lie together, with clusters of them, and keeps it beside the space.",
        footer = {"", "Examples:", "  tasteprint map", "  tasteprint map --space musicnn-msd --clusters 12 --seed 7"})
final class MapCommand extends Action<MapResult> {
    @Option(names = "--space", defaultValue = "", paramLabel = "SPACE", description = "What to draw (default: taste, where there is one).")
    private String space;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "The same seed draws the same map (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--clusters", defaultValue = "0", paramLabel = "N", description = "How many clusters (default: what suits the number of tracks).")
    private int clusters;

    @Override
    MapResult run(Workspace workspace) {
        int count = clusters == 0 ? 0 : Counts.atLeast(2, spec, "--clusters", clusters);
        return workspace.spaceWork().map(space, MapSettings.USUAL.with(seed, count));
    }

    @Override
    String text(MapResult result) {
        return "Drew %d tracks of %s (version %d) in %d clusters: %s (%.1f s)%n"
                .formatted(result.tracks(), result.space(), result.version(), result.clusters(), result.file(), result.seconds());
    }
}
