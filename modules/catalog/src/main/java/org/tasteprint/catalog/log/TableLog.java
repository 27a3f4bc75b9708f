package org.tasteprint.catalog.log;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tasteprint.core.Reaction;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** A table of listens with columns of any name and order. */
final class TableLog {
    private static final long SKIPPED_BELOW_MS = 30_000;

    private final String file;
    private final Map<LogColumn, String> columns;
    private final String user;

    private TableLog(String file, Map<LogColumn, String> columns, String user) {
        this.file = file;
        this.columns = columns;
        this.user = user;
    }

    /**
     * @param separator of the columns; found out when empty
     * @throws TasteprintException {@code INVALID_INPUT} when there is no column for who or for what
     */
    static void read(Path path, Optional<Character> separator, LogRequest request, ListenSink sink) {
        TableShape shape = TableShape.of(path, separator, request.columns());
        try (CsvTable table = CsvTable.open(path, shape)) {
            TableLog log = new TableLog(path.getFileName().toString(), columns(table, request), request.user());
            table.forEach(row -> sink.take(log.listen(row)), (reason, line) -> sink.reject(log.file, line, reason));
        }
    }

    private static Map<LogColumn, String> columns(CsvTable table, LogRequest request) {
        Map<LogColumn, String> columns = new EnumMap<>(LogColumn.class);
        request.columns().forEach((column, name) -> {
            table.requiring(List.of(name.toLowerCase(Locale.ROOT)));
            columns.put(column, name.toLowerCase(Locale.ROOT));
        });
        for (LogColumn column : LogColumn.values()) {
            column.names().stream()
                    .filter(name -> table.columns().contains(name) && !columns.containsValue(name))
                    .findFirst()
                    .ifPresent(name -> columns.putIfAbsent(column, name));
        }
        if (!columns.containsKey(LogColumn.USER) && request.user().isBlank()) {
            throw missing(table, "who listened: map one with --columns user=…, or say whose log it is with --user");
        }
        if (!columns.containsKey(LogColumn.TRACK) && !columns.containsKey(LogColumn.ARTIST)) {
            throw missing(table, "what was heard: map one with --columns track=… (an id), or artist=… and title=…");
        }
        return columns;
    }

    private static TasteprintException missing(CsvTable table, String what) {
        return new TasteprintException(
                Kind.INVALID_INPUT,
                "%s has the columns %s, and none that tells %s".formatted(table.file(), String.join(", ", table.columns()), what));
    }

    private Listen listen(CsvRow row) {
        String track = text(row, LogColumn.TRACK);
        String artist = text(row, LogColumn.ARTIST);
        String title = text(row, LogColumn.TITLE);
        if (title.isBlank() && !artist.isBlank()) {
            title = track;
        }
        if (track.isBlank() && artist.isBlank()) {
            throw new BadRow((columns.containsKey(LogColumn.ARTIST) ? "artist" : "track_id") + " is empty");
        }
        boolean counted = columns.containsKey(LogColumn.PLAYS);
        Event event = columns.containsKey(LogColumn.EVENT) ? Event.parse(text(row, LogColumn.EVENT)) : Event.PLAYED;
        return new Listen(
                file,
                row.line(),
                columns.containsKey(LogColumn.USER) ? text(row, LogColumn.USER) : user,
                track,
                artist,
                title,
                List.of(),
                event.reaction() == Reaction.PLAY && skipped(row) ? Reaction.SKIP : event.reaction(),
                event.rating().orElse(Double.NaN),
                EventTime.parse(text(row, LogColumn.TIME)),
                counted ? TabbedLog.plays(text(row, LogColumn.PLAYS)) : 1,
                counted);
    }

    private boolean skipped(CsvRow row) {
        return columns.containsKey(LogColumn.PLAYED)
                && skipped(milliseconds(row, LogColumn.PLAYED), milliseconds(row, LogColumn.DURATION));
    }

    /**
     * Whether a song was left before it had been heard: within half a minute and before its half.
     *
     * @param playedMs   how much of it was heard; negative when not known
     * @param durationMs how long it is; not positive when not known
     */
    static boolean skipped(long playedMs, long durationMs) {
        return playedMs >= 0 && playedMs < SKIPPED_BELOW_MS && (durationMs <= 0 || playedMs < durationMs / 2);
    }

    private long milliseconds(CsvRow row, LogColumn column) {
        String text = text(row, column).strip();
        try {
            return text.isEmpty() ? -1 : Math.round(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw new BadRow("%s '%s' is not a number".formatted(column, text));
        }
    }

    private String text(CsvRow row, LogColumn column) {
        String name = columns.get(column);
        return name == null ? "" : row.text(name);
    }
}
