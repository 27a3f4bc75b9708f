package org.tasteprint.cli.command;

import java.nio.file.Path;
import org.tasteprint.cli.app.Workspace;
import org.tasteprint.features.Exported;
import org.tasteprint.features.Granularity;
import org.tasteprint.features.Hop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = "Writes what Tasteprint knows in open formats.",
        subcommands = ExportCommand.Features.class)
final class ExportCommand extends CommandGroup {
    @Command(
            name = "features",
            description = "Writes features/NAME.npy (float32, a row a segment or track) and features/NAME.csv (which track a row is), as a dataset folder has them.",
            footer = {"", "Example:", "  tasteprint export features musicnn-msd --per track --to export"})
    static final class Features extends Action<Exported> {
        @Parameters(paramLabel = "NAME", description = "Name of a feature, for example musicnn-msd or taste.")
        private String name;

        @Option(
                names = "--per",
                defaultValue = "segment",
                paramLabel = "segment|track",
                description = "A row for each segment, or their mean for each track (default: ${DEFAULT-VALUE}).")
        private Granularity granularity;

        @Option(names = "--to", required = true, paramLabel = "DIR", description = "Folder to write into.")
        private Path folder;

        @Option(names = "--hop", defaultValue = "3s", converter = HopConverter.class, paramLabel = "1s|3s",
                description = "Which of the extracted windows (default: ${DEFAULT-VALUE}).")
        private Hop hop;

        @Override
        Exported run(Workspace workspace) {
            return workspace.catalogueWork().export(name, hop, granularity, folder);
        }

        @Override
        String text(Exported exported) {
            return "Wrote %,d rows of %d of %s to %s.%n"
                    .formatted(exported.rows(), exported.dimensions(), name, folder.resolve("features"));
        }
    }
}
