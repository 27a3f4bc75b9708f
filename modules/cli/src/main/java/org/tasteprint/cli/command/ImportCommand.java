package org.tasteprint.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.tasteprint.catalog.log.LogColumn;
import org.tasteprint.catalog.log.LogFormat;
import org.tasteprint.catalog.log.LogRequest;
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
            "  tasteprint import listens scrobbles.csv",
            "  tasteprint import listens --help        # formats of logs"
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
            description = {
                "Reads a log of listens: who played, liked, disliked, skipped or rated what, or how often whom.",
                "",
                "A listen meets a track of the catalogue by its id, else by artist and title, however they are spelled. Listens of what the"
                        + " catalogue lacks count for their artist, and become the track's when it is imported later. Of an import that was"
                        + " interrupted, the rest is read when it is repeated."
            },
            footer = {
                "",
                "Formats (found out from the content; say which with --format when it is guessed wrongly; .gz is unpacked):",
                "  csv, tsv       columns named in the first line, or mapped with --columns",
                "  lastfm-1k      userid, timestamp, artist MBID, artist, track MBID, track",
                "  lastfm-360k    user, artist MBID, artist, plays",
                "  hetrec         user_artists.dat with artists.dat beside it",
                "  listenbrainz   an export (zip, folder or .jsonl), submit-listens documents",
                "  msd            user, song, plays; unique_tracks.txt beside it says what songs are called",
                "",
                "Examples:",
                "  tasteprint import listens history.csv",
                "  tasteprint import listens userid-timestamp-artid-artname-traid-traname.tsv.gz",
                "  tasteprint import listens listenbrainz_rob_1763700000.zip",
                "  tasteprint import listens scrobbles.csv --user rob",
                "  tasteprint import listens log.tsv --columns user=who,artist=band,title=song,time=when,event=what",
                "  tasteprint import listens nameless.csv --columns user=1,track=2,time=4"
            })
    static final class Listens extends Action<ImportResult> {
        @Parameters(paramLabel = "FILE", description = "The log.")
        private Path file;

        @Option(
                names = "--format",
                paramLabel = "FORMAT",
                description = "How the log is written: ${COMPLETION-CANDIDATES} (default: found out from the content).")
        private LogFormat format;

        @Option(
                names = "--columns",
                defaultValue = "",
                paramLabel = "WHAT=COLUMN,…",
                description = "Which columns tell what, by name, or by position from 1: user, track (an id), artist, title, event, time, plays,"
                        + " ms_played and duration_ms (less than 30 s and half of it is a skip).")
        private String columns;

        @Option(names = "--user", defaultValue = "", paramLabel = "NAME", description = "Whose listens they are, where the log does not say.")
        private String user;

        @Override
        ImportResult run(Workspace workspace) {
            return workspace.catalogueWork()
                    .importListens(file, new LogRequest(Optional.ofNullable(format), LogColumn.mapping(columns), user));
        }

        @Override
        String text(ImportResult result) {
            return ImportText.of(result);
        }
    }
}
