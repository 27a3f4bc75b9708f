package org.tasteprint.cli.command;

import java.nio.file.Path;
import org.tasteprint.catalog.ListensImport;
import org.tasteprint.cli.app.ImportResult;
import org.tasteprint.cli.app.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Reads a dataset folder, any folder of audio, or a log of listens into the catalogue. Importing twice changes nothing.",
        subcommands = ImportCommand.Listens.class,
        footer = {
            "",
            "Examples:",
            "  tasteprint import ~/Music",
            "  tasteprint import datasets/emotify",
            "  tasteprint import listens scrobbles.csv --format csv"
        })
final class ImportCommand extends Action<ImportResult> {
    @Parameters(paramLabel = "DIR", arity = "0..1", description = "A dataset folder (with tracks.csv) or any folder of audio.")
    private Path folder;

    @Override
    ImportResult run(Workspace workspace) {
        if (folder == null) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'DIR'");
        }
        return workspace.catalogueWork().importFolder(folder);
    }

    @Override
    String text(ImportResult result) {
        return ImportText.of(result);
    }

    @Command(
            name = "listens",
            description = "Reads a log of listens: who played, liked, disliked, skipped or rated what, or how often whom.",
            footer = {"", "Example:", "  tasteprint import listens history.csv --format csv"})
    static final class Listens extends Action<ImportResult> {
        @Parameters(paramLabel = "FILE", description = "The log.")
        private Path file;

        @Option(
                names = "--format",
                defaultValue = "csv",
                paramLabel = "FORMAT",
                description = "What the log looks like: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
        private ListensImport.Format format;

        @Override
        ImportResult run(Workspace workspace) {
            return workspace.catalogueWork().importListens(file, format);
        }

        @Override
        String text(ImportResult result) {
            return ImportText.of(result);
        }
    }
}
