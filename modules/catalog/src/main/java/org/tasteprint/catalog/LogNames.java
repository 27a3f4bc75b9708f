package org.tasteprint.catalog;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The numbers of what logs name. Listeners, artists and songs that are new get one; tracks have theirs. All of it within the
 * transaction that is under way.
 */
final class LogNames {
    /** Between artist and title in the name of a song. */
    static final char SEPARATOR = '\n';

    /** Key of the advisory lock of whoever stores names and events: two who did it in different orders would wait for each other. */
    private static final int STORING = 0x7462;
    private static final int CANDIDATES = 20;

    private static final String INSERT_USERS =
            """
            INSERT INTO users (id) SELECT n.id FROM unnest(?::text[]) AS n(id)
            WHERE NOT EXISTS (SELECT FROM users WHERE users.id = n.id) ORDER BY n.id ON CONFLICT DO NOTHING""";

    private static final String INSERT_ARTISTS =
            """
            INSERT INTO artists (name, key) SELECT DISTINCT ON (n.name) n.name, n.key
            FROM unnest(?::text[], ?::text[]) AS n(name, key)
            WHERE NOT EXISTS (SELECT FROM artists WHERE artists.name = n.name) ORDER BY n.name ON CONFLICT DO NOTHING""";

    private static final String INSERT_SONGS =
            """
            INSERT INTO songs (key, artist_no, title, track_no)
            SELECT DISTINCT ON (n.key) n.key, a.no, n.title,
                   (SELECT min(t.no) FROM tracks AS t WHERE t.song_key = n.key HAVING count(*) = 1)
            FROM unnest(?::uuid[], ?::text[], ?::text[]) AS n(key, artist, title) JOIN artists AS a ON a.name = n.artist
            WHERE NOT EXISTS (SELECT FROM songs WHERE songs.key = n.key) ORDER BY n.key ON CONFLICT DO NOTHING""";

    private static final String SELECT_SONGS =
            """
            SELECT s.key, s.no, coalesce(s.track_no, 0),
                   CASE WHEN s.track_no IS NULL
                        THEN ARRAY(SELECT t.id FROM tracks AS t WHERE t.song_key = s.key ORDER BY t.id LIMIT %d) END
            FROM songs AS s WHERE s.key = ANY(?)"""
                    .formatted(CANDIDATES);

    private static final String INSERT_IDS =
            """
            INSERT INTO song_ids (id, song_no) SELECT DISTINCT ON (n.id) n.id, n.no
            FROM unnest(?::text[], ?::integer[]) AS n(id, no)
            WHERE NOT EXISTS (SELECT FROM song_ids WHERE song_ids.id = n.id) ORDER BY n.id ON CONFLICT DO NOTHING""";

    private final Connection connection;
    private final Tally tally;

    LogNames(Handle handle, Tally tally) {
        connection = handle.getConnection();
        this.tally = tally;
    }

    /** Waits until nobody else stores names and events, and keeps others from it until the transaction ends. */
    static void lock(Handle handle) {
        handle.execute("SELECT pg_advisory_xact_lock(" + STORING + ")");
    }

    Map<String, Long> users(Collection<String> ids) {
        return asked(() -> {
            execute(INSERT_USERS, array("text", ids));
            return numbers("SELECT id, no FROM users WHERE id = ANY(?)", ids);
        });
    }

    Map<String, Long> tracks(Collection<String> ids) {
        return asked(() -> numbers("SELECT id, no FROM tracks WHERE id = ANY(?)", ids));
    }

    Map<String, Long> artists(Collection<String> names) {
        return asked(() -> {
            execute(INSERT_ARTISTS, array("text", names), array("text", names.stream().map(ArtistNames::fold).toList()));
            return numbers("SELECT name, no FROM artists WHERE name = ANY(?)", names);
        });
    }

    /** Songs that others name by these ids: the numbers as {@link #songs} gives them. */
    Map<String, Long> songsOfIds(Collection<String> ids) {
        return asked(() -> numbers(
                """
                SELECT i.id, (s.no::bigint << 32) + coalesce(s.track_no, 0)
                FROM song_ids AS i JOIN songs AS s ON s.no = i.song_no WHERE i.id = ANY(?)""",
                ids));
    }

    /** Keeps what others call songs. */
    void name(List<String> ids, List<Integer> songs) {
        asked(() -> {
            execute(INSERT_IDS, array("text", ids), array("integer", songs));
            return ids;
        });
    }

    /**
     * Songs by artist and title.
     *
     * @return {@link #song(long) number of the song} and {@link #track(long) of its track} in one
     */
    Map<String, Long> songs(Collection<String> names) {
        Map<UUID, Logged> byKey = new LinkedHashMap<>();
        Map<String, UUID> keys = new HashMap<>();
        for (String name : names) {
            int separator = name.indexOf(SEPARATOR);
            Logged song = new Logged(name.substring(0, separator), name.substring(separator + 1));
            UUID key = SongKey.ofLogged(song.artist(), song.title());
            byKey.putIfAbsent(key, song);
            keys.put(name, key);
        }
        List<String> artists = byKey.values().stream().map(Logged::artist).toList();
        return asked(() -> {
            execute(INSERT_ARTISTS, array("text", artists), array("text", artists.stream().map(ArtistNames::fold).toList()));
            execute(
                    INSERT_SONGS,
                    array("uuid", byKey.keySet()),
                    array("text", artists),
                    array("text", byKey.values().stream().map(Logged::title).toList()));
            Map<UUID, Long> numbers = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement(SELECT_SONGS)) {
                select.setArray(1, array("uuid", byKey.keySet()));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        UUID key = rows.getObject(1, UUID.class);
                        numbers.put(key, rows.getLong(2) << 32 | rows.getLong(3));
                        Array candidates = rows.getArray(4);
                        if (candidates != null && candidates.getArray() instanceof String[] ids && ids.length > 1) {
                            tally.ambiguous(byKey.get(key).artist(), byKey.get(key).title(), List.of(ids));
                        }
                    }
                }
            }
            Map<String, Long> answer = new HashMap<>();
            keys.forEach((name, key) -> answer.put(name, numbers.get(key)));
            return answer;
        });
    }

    private record Logged(String artist, String title) {}

    /** The song of a number that {@link #songs} gives. */
    static int song(long number) {
        return (int) (number >>> 32);
    }

    /** The track of a number that {@link #songs} gives; 0 when the catalogue has none, or several. */
    static int track(long number) {
        return (int) number;
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws SQLException;
    }

    private static <T> T asked(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw SqlFailures.explained(e);
        }
    }

    private Array array(String type, Collection<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    private void execute(String sql, Array... arrays) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arrays.length; i++) {
                statement.setArray(i + 1, arrays[i]);
            }
            statement.execute();
        }
    }

    private Map<String, Long> numbers(String sql, Collection<String> names) throws SQLException {
        Map<String, Long> numbers = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, array("text", names));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    numbers.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return numbers;
    }
}
