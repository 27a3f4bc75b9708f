package org.tasteprint.catalog;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.tasteprint.catalog.ImportReport.TrackCounts;

/** Takes staged tracks into the catalogue. A null in a staged row says nothing: what is known stays. */
final class TrackLoad {
    private static final String COLUMNS =
            """
            line bigint, id text COLLATE "C", path text, artist text, title text, album text, year integer, genre text,
            split text""";

    private static final String DELETE_REPEATED =
            """
            DELETE FROM staged_tracks AS later
            USING (SELECT id, min(line) AS line FROM staged_tracks GROUP BY id HAVING count(*) > 1) AS first
            WHERE later.id = first.id AND later.line > first.line
            RETURNING later.line, later.id, first.line""";

    private static final String UPDATE =
            """
            UPDATE tracks AS t
            SET path = coalesce(s.path, t.path), artist = coalesce(s.artist, t.artist), title = coalesce(s.title, t.title),
                album = coalesce(s.album, t.album), year = coalesce(s.year, t.year), genre = coalesce(s.genre, t.genre),
                split = coalesce(s.split, t.split),
                song_key = CASE WHEN s.artist <> t.artist OR s.title <> t.title THEN NULL ELSE t.song_key END
            FROM staged_tracks AS s
            WHERE t.id = s.id
              AND (s.path <> t.path OR s.artist <> t.artist OR s.title <> t.title OR s.album <> t.album
                   OR s.year <> t.year OR s.genre <> t.genre OR s.split <> t.split)""";

    private static final String INSERT =
            """
            INSERT INTO tracks (id, path, artist, title, album, year, genre, split)
            SELECT id, coalesce(path, ''), coalesce(artist, ''), coalesce(title, ''), coalesce(album, ''),
                   coalesce(year, 0), coalesce(genre, ''), coalesce(split, '')
            FROM staged_tracks ORDER BY id
            ON CONFLICT DO NOTHING""";

    private TrackLoad() {}

    /** Rows are line, id, path, artist, title, album, year, genre, split. */
    static Staging stage(Handle handle) throws SQLException {
        return Staging.into(handle, "staged_tracks", COLUMNS);
    }

    /**
     * @param file   name of the file that the rows are from
     * @param staged how many were staged
     */
    static void store(Handle handle, String file, long staged, Tally tally) {
        long[] repeated = {0};
        handle.createQuery(DELETE_REPEATED).map((row, context) -> {
            repeated[0]++;
            tally.reject(
                    file, row.getLong(1), "track_id '%s' is on line %d already".formatted(row.getString(2), row.getLong(3)));
            return row.getLong(1);
        }).forEach(line -> {});
        long updated = handle.execute(UPDATE);
        long added = handle.execute(INSERT);
        tally.add(new TrackCounts(added, updated, staged - repeated[0] - updated - added));
    }
}
