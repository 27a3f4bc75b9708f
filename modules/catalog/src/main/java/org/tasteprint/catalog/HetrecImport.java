package org.tasteprint.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/**
 * Imports the Last.fm histories of HetRec 2011 (Cantador, Brusilovsky, Kuflik): {@code user_artists.dat} with userID, artistID and
 * weight, and {@code artists.dat} with id and name, separated by tabs.
 */
final class HetrecImport {
    private static final String PLAYS = "user_artists.dat";
    private static final String ARTISTS = "artists.dat";

    private final Catalog catalog;
    private final Tally tally;
    private final Progress progress;

    HetrecImport(Catalog catalog, Tally tally, Progress progress) {
        this.catalog = catalog;
        this.tally = tally;
        this.progress = progress;
    }

    void run(Path fileOrFolder) {
        Path plays = Files.isDirectory(fileOrFolder) ? fileOrFolder.resolve(PLAYS) : fileOrFolder;
        Map<String, String> artists = new HashMap<>();
        forEachRow(plays.resolveSibling(ARTISTS), 2, (fields, line) -> artists.put(fields[0], fields[1]));
        catalog.transaction(handle -> {
            Staging staging = ArtistPlaysLoad.stage(handle);
            try (staging; Progress.Task task = progress.begin("importing " + PLAYS, "artists played", lines(plays))) {
                forEachRow(plays, 3, (fields, line) -> {
                    task.advance(1);
                    String artist = artists.get(fields[1]);
                    if (artist == null) {
                        throw new BadRow("artist %s is not in %s".formatted(fields[1], ARTISTS));
                    }
                    staging.row(line, fields[0], artist, ArtistNames.fold(artist), CsvImport.plays(fields[2]));
                });
            }
            ArtistPlaysLoad.store(handle, staging.rows(), tally);
            return plays;
        });
    }

    private void forEachRow(Path file, int columns, ObjLongConsumer<String[]> row) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            long line = 1;
            for (String text = reader.readLine(); text != null; text = reader.readLine(), line++) {
                String[] fields = text.split("\t", -1);
                if (line == 1 && !fields[0].matches("\\d+")) {
                    continue; // the names of the columns, which not every copy has
                }
                try {
                    if (fields.length < columns) {
                        throw new BadRow("%d fields instead of %d".formatted(fields.length, columns));
                    }
                    row.accept(fields, line);
                } catch (BadRow e) {
                    tally.reject(file.getFileName().toString(), line, e.getMessage());
                }
            }
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count() - 1;
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static TasteprintException failure(Path file, IOException e) {
        return switch (e) {
            case NoSuchFileException _ ->
                new TasteprintException(
                        Kind.NOT_FOUND, "there is no %s: HetRec's %s and %s belong together".formatted(file, PLAYS, ARTISTS), e);
            case CharacterCodingException _ ->
                new TasteprintException(Kind.INVALID_INPUT, file + " is not UTF-8: save it in that encoding", e);
            default -> new TasteprintException(Kind.UNAVAILABLE, "cannot read %s: %s".formatted(file, e.getMessage()), e);
        };
    }
}
