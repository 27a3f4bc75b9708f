package org.tasteprint.catalog;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.tasteprint.catalog.log.BadRow;
import org.tasteprint.catalog.log.CsvRow;
import org.tasteprint.catalog.log.CsvTable;
import org.tasteprint.core.Progress;
import tools.jackson.databind.json.JsonMapper;

/** Imports the tracks and the listeners of a dataset, each file in one transaction: an interrupted import leaves whole files behind. */
final class CsvImport {
    static final List<String> TRACKS = List.of("track_id");
    static final List<String> USERS = List.of("user_id");
    static final List<String> FEEDBACK = List.of("user_id", "track_id", "event");
    static final List<String> ARTIST_PLAYS = List.of("user_id", "artist", "plays");

    private static final Pattern YEAR = Pattern.compile("\\d{1,4}");
    private static final JsonMapper JSON = new JsonMapper();

    private final Catalog catalog;
    private final Tally tally;
    private final Progress progress;

    CsvImport(Catalog catalog, Tally tally, Progress progress) {
        this.catalog = catalog;
        this.tally = tally;
        this.progress = progress;
    }

    /** @param folder what the paths are relative to */
    void tracks(CsvTable table, Path folder) {
        String name = name(table);
        catalog.transaction(handle -> {
            Staging staging = TrackLoad.stage(handle);
            try (staging) {
                forEach(table, "tracks", row -> staging.row(
                        row.line(),
                        row.required("track_id"),
                        audio(row, folder, name),
                        row.orNull("artist"),
                        row.orNull("title"),
                        row.orNull("album"),
                        year(row.orNull("year")),
                        row.orNull("genre"),
                        row.orNull("split")));
            }
            TrackLoad.store(handle, name, staging.rows(), tally);
            SongMatch.refresh(handle);
            return name;
        });
    }

    void users(CsvTable table) {
        catalog.transaction(handle -> {
            try (Staging staging = UserLoad.stage(handle)) {
                forEach(table, "users", row -> staging.row(row.line(), row.required("user_id"), attributes(table, row)));
            }
            UserLoad.store(handle);
            return table;
        });
    }

    private void forEach(CsvTable table, String unit, Consumer<CsvRow> good) {
        String name = name(table);
        try (Progress.Task task = progress.begin("importing " + name, unit, table.lines())) {
            table.forEach(
                    row -> {
                        task.advance(1);
                        good.accept(row);
                    },
                    (reason, line) -> tally.reject(name, line, reason));
        }
    }

    /** Absolute path of the row's sound file; empty, and noted, when there is no such file. */
    private String audio(CsvRow row, Path folder, String name) {
        String path = row.orNull("path");
        if (path == null || path.isBlank()) {
            return path == null ? null : "";
        }
        try {
            Path file = folder.resolve(path).normalize();
            if (!file.startsWith(folder)) {
                throw new BadRow("path '%s' leads out of the folder".formatted(path));
            }
            if (Files.isRegularFile(file)) {
                return file.toString();
            }
        } catch (InvalidPathException e) {
            throw new BadRow("path '%s' cannot be a path: %s".formatted(path, e.getReason()));
        }
        tally.reject(name, row.line(), "there is no file '%s': the track is kept without its sound".formatted(path));
        return "";
    }

    private static Integer year(String text) {
        if (text == null || text.isBlank()) {
            return text == null ? null : 0;
        }
        if (!YEAR.matcher(text.strip()).matches()) {
            throw new BadRow("year '%s' is not a year".formatted(text));
        }
        return Integer.valueOf(text.strip());
    }

    private static String attributes(CsvTable table, CsvRow row) {
        Map<String, String> attributes = new TreeMap<>();
        for (String column : table.columns()) {
            if (!USERS.contains(column) && !row.text(column).isBlank()) {
                attributes.put(column, row.text(column));
            }
        }
        return JSON.writeValueAsString(attributes);
    }

    private static String name(CsvTable table) {
        return table.file().getFileName().toString();
    }
}
