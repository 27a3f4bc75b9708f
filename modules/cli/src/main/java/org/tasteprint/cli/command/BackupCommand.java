package org.tasteprint.cli.command;

import java.nio.file.Path;
import org.tasteprint.cli.app.BackupResult;
import org.tasteprint.cli.app.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "backup",
        description = {
            "Writes the home into one file: database, keys, features, models, spaces and evaluations, but no sound files and no settings.",
            "A server may run meanwhile. The file appears when it is complete; it is a .tar.gz with the SHA-256 of everything in it."
        },
        footer = {"", "Examples:", "  tasteprint backup --to /mnt/backups", "  tasteprint backup --to home.tar.gz"})
final class BackupCommand extends Action<BackupResult> {
    @Option(names = "--to", required = true, paramLabel = "FILE|DIR", description = "A file that does not exist, or a folder to make one in.")
    private Path to;

    @Override
    BackupResult run(Workspace workspace) {
        return workspace.backups().backup(to);
    }

    @Override
    String text(BackupResult result) {
        return "%,d rows and %,d files in %s, %,d bytes, %.0f s.%n"
                .formatted(result.rows(), result.files(), result.file(), result.bytes(), result.seconds());
    }
}
