package org.tasteprint.catalog;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Finds the tracks of the catalogue among the songs of logs, whichever came first. A song is a track when exactly one track bears
 * its artist and title; what listeners did with it until then becomes feedback on the track.
 */
final class SongMatch {
    private static final int BATCH = 10_000;

    private static final String WITHOUT_KEY =
            "SELECT no, artist, title FROM tracks WHERE song_key IS NULL AND artist <> '' AND title <> '' LIMIT " + BATCH;

    private static final String SET_KEYS = "UPDATE tracks SET song_key = k.key FROM keyed_tracks AS k WHERE tracks.no = k.no";

    private static final String SET_TRACKS =
            """
            UPDATE songs SET track_no = found.track_no
            FROM (SELECT s.no, min(t.no) AS track_no FROM songs AS s JOIN tracks AS t ON t.song_key = s.key
                  WHERE s.track_no IS NULL GROUP BY s.no HAVING count(*) = 1) AS found
            WHERE songs.no = found.no""";

    private static final String MOVE =
            """
            WITH moved AS (
                DELETE FROM song_feedback AS f USING songs AS s WHERE s.no = f.song_no AND s.track_no IS NOT NULL
                RETURNING f.user_no, s.track_no, f.at, f.reaction, f.plays, f.occurrence, f.rating)
            INSERT INTO feedback (user_no, track_no, at, reaction, plays, occurrence, rating)
            SELECT * FROM moved ON CONFLICT DO NOTHING""";

    private SongMatch() {}

    /** To be called within a transaction, after tracks have come or changed and before a log comes. */
    static void refresh(Handle handle) throws SQLException, IOException {
        LogNames.lock(handle);
        handle.execute("CREATE TEMPORARY TABLE IF NOT EXISTS keyed_tracks (no integer, key uuid) ON COMMIT DROP");
        boolean some = false;
        for (List<Keyed> batch = withoutKey(handle); !batch.isEmpty(); batch = withoutKey(handle)) {
            some = true;
            handle.execute("TRUNCATE keyed_tracks");
            try (Staging staging = Staging.into(handle, "keyed_tracks")) {
                for (Keyed track : batch) {
                    staging.row(track.no(), SongKey.ofLogged(track.artist(), track.title()));
                }
            }
            handle.execute(SET_KEYS);
        }
        if (some && handle.execute(SET_TRACKS) > 0) {
            handle.execute(MOVE);
        }
    }

    private record Keyed(int no, String artist, String title) {}

    private static List<Keyed> withoutKey(Handle handle) {
        return handle.createQuery(WITHOUT_KEY)
                .map((row, context) -> new Keyed(row.getInt(1), row.getString(2), row.getString(3)))
                .list();
    }
}
