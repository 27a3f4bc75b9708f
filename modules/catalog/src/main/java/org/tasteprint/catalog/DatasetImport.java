package org.tasteprint.catalog;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tasteprint.catalog.log.CsvTable;
import org.tasteprint.catalog.log.LogFormat;
import org.tasteprint.catalog.log.LogRequest;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/**
 * Imports a dataset folder, or any folder of audio.
 *
 * <p>A folder with a {@code tracks.csv} is a dataset: {@code track_id} and any of
 * {@code path,artist,title,album,year,genre,split}, the path relative to the folder. Beside it may be {@code users.csv}
 * ({@code user_id} and any attributes), {@code feedback.csv} ({@code user_id,track_id,event}, perhaps {@code timestamp}) and
 * {@code artist_plays.csv} ({@code user_id,artist,plays}). In any other folder every sound file becomes a track, described by
 * its tags, with an id made from its path within the folder.
 *
 * <p>Rows and files that cannot be taken are listed in the report and passed over. Importing twice changes nothing; a track
 * that the files describe differently than before is updated, and a column that a file lacks leaves alone what is known. Tracks
 * and listeners are taken as a whole file or not at all; a log that was interrupted goes on where it was.
 */
public final class DatasetImport {
    private static final String TRACKS = "tracks.csv";

    private final Catalog catalog;
    private final TagReader tags;

    public DatasetImport(Catalog catalog, TagReader tags) {
        this.catalog = requireNonNull(catalog, "catalog is null");
        this.tags = requireNonNull(tags, "tags is null");
    }

    /**
     * Imports the folder.
     *
     * @throws TasteprintException when the folder does not exist, holds nothing to import, or has a file without the columns
     *     it needs; nothing is imported then
     */
    public ImportReport run(Path folder, Progress progress) {
        Path real = real(folder);
        Tally tally = new Tally();
        if (Files.exists(real.resolve(TRACKS))) {
            dataset(real, tally, progress);
        } else {
            new AudioFolder(catalog, tags, tally, progress).run(real);
        }
        return tally.report();
    }

    /** Opens every file before the first row is stored, so that a wrong header stops the import while nothing has happened. */
    private void dataset(Path folder, Tally tally, Progress progress) {
        CsvImport rows = new CsvImport(catalog, tally, progress);
        List<Path> logs = new ArrayList<>();
        try (CsvTable tracks = CsvTable.open(folder.resolve(TRACKS)).requiring(CsvImport.TRACKS);
                OptionalTable users = OptionalTable.open(folder.resolve("users.csv"), CsvImport.USERS);
                OptionalTable feedback = OptionalTable.open(folder.resolve("feedback.csv"), CsvImport.FEEDBACK);
                OptionalTable plays = OptionalTable.open(folder.resolve("artist_plays.csv"), CsvImport.ARTIST_PLAYS)) {
            rows.tracks(tracks, folder);
            users.table().ifPresent(rows::users);
            feedback.table().map(CsvTable::file).ifPresent(logs::add);
            plays.table().map(CsvTable::file).ifPresent(logs::add);
        }
        for (Path log : logs) {
            new ListensImport(catalog).run(log, LogRequest.of(LogFormat.CSV), tally, progress);
        }
    }

    private static Path real(Path folder) {
        if (Files.notExists(folder)) {
            throw new TasteprintException(Kind.NOT_FOUND, "there is no folder " + folder + ": check the path");
        }
        if (!Files.isDirectory(folder)) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT, folder + " is a file: give the folder it is in, or import it with 'import listens'");
        }
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE, "cannot read the folder %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /** A file of a dataset that need not be there. */
    private record OptionalTable(Optional<CsvTable> table) implements AutoCloseable {
        static OptionalTable open(Path file, List<String> columns) {
            return new OptionalTable(
                    Files.exists(file) ? Optional.of(CsvTable.open(file).requiring(columns)) : Optional.empty());
        }

        @Override
        public void close() {
            table.ifPresent(CsvTable::close);
        }
    }
}
