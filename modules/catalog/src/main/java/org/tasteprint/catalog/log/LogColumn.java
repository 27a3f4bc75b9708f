package org.tasteprint.catalog.log;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** What a column of a table of listens tells, and the names under which it is found where none is given. */
public enum LogColumn {
    /** Who. */
    USER("user_id", "user", "userid", "user_name", "username", "listener"),
    /** Id of a track of the catalogue; beside an artist and without a title it may as well be the title. */
    TRACK("track_id", "trackid", "track", "song_id", "song"),
    /** Name of the artist. */
    ARTIST("artist", "artist_name", "artistname"),
    /** Title of the song. */
    TITLE("title", "track_name", "trackname", "track_title", "song_title"),
    /** {@code play}, {@code like}, {@code dislike}, {@code skip} or {@code rating=4.5}; a play where there is no such column. */
    EVENT("event", "reaction"),
    /** When: ISO 8601 or seconds since 1970. */
    TIME("timestamp", "time", "listened_at", "played_at", "uts", "ts"),
    /** How often in all. */
    PLAYS("plays", "play_count", "playcount"),
    /** How long they listened, in milliseconds: less than half a minute and half the song is a skip. */
    PLAYED("ms_played"),
    /** How long the song is, in milliseconds. */
    DURATION("duration_ms");

    private final List<String> names;

    LogColumn(String... names) {
        this.names = List.of(names);
    }

    List<String> names() {
        return names;
    }

    /**
     * Reads {@code user=listener,track=song,time=when}: a column by its name, or by its position from 1 in a file without names.
     *
     * @throws TasteprintException {@code INVALID_INPUT} when it is not of that form
     */
    public static Map<LogColumn, String> mapping(String text) {
        Map<LogColumn, String> mapping = new EnumMap<>(LogColumn.class);
        for (String part : text.isBlank() ? new String[0] : text.split(",")) {
            int equals = part.indexOf('=');
            if (equals < 1 || equals == part.length() - 1) {
                throw new TasteprintException(
                        Kind.INVALID_INPUT, "'%s' maps no column: write user=listener,track=song,time=when".formatted(part));
            }
            mapping.put(of(part.substring(0, equals)), part.substring(equals + 1).strip());
        }
        return mapping;
    }

    private static LogColumn of(String name) {
        for (LogColumn column : values()) {
            if (column.toString().equals(name.strip().toLowerCase(Locale.ROOT))) {
                return column;
            }
        }
        throw new TasteprintException(
                Kind.INVALID_INPUT,
                "there is no column '%s' in a log: map any of %s"
                        .formatted(name, Arrays.stream(values()).map(LogColumn::toString).collect(Collectors.joining(", "))));
    }

    @Override
    public String toString() {
        return this == PLAYED ? "ms_played" : this == DURATION ? "duration_ms" : name().toLowerCase(Locale.ROOT);
    }
}
