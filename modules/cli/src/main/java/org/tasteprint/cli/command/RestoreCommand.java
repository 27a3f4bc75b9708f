package org.tasteprint.cli.command;

import java.nio.file.Path;
import org.tasteprint.cli.app.BackupResult;
import org.tasteprint.cli.app.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description = {
            "Makes an empty home what the backed up one was. The database may be another than it was: embedded or, with --database, an empty",
            "external one. Nothing is changed before all checksums are right; one that is interrupted is simply repeated."
        },
        footer = {
            "",
            "Examples:",
            "  tasteprint --home /srv/tasteprint restore home.tar.gz",
            "  tasteprint --home /srv/tasteprint --database jdbc:postgresql://db/music?user=me restore home.tar.gz"
        })
final class RestoreCommand extends Action<BackupResult> {
    @Parameters(paramLabel = "FROM", description = "A file that 'tasteprint backup' wrote.")
    private Path from;

    @Override
    BackupResult run(Workspace workspace) {
        return workspace.backups().restore(from);
    }

    @Override
    String text(BackupResult result) {
        return "%,d rows and %,d files restored from %s, %.0f s.%n"
                .formatted(result.rows(), result.files(), result.file(), result.seconds());
    }
}
