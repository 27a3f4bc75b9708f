package org.tasteprint.catalog;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.tasteprint.catalog.ImportReport.FeedbackCounts;

/** Takes staged play counts of artists into the catalogue, with the listeners that are new in them. */
final class ArtistPlaysLoad {
    private static final String COLUMNS =
            """
            line bigint, user_id text COLLATE "C", artist text COLLATE "C", artist_key text COLLATE "C", plays bigint""";

    private static final String INSERT_USERS =
            "INSERT INTO users (id) SELECT DISTINCT user_id FROM staged_plays ORDER BY user_id ON CONFLICT DO NOTHING";

    /** Where a source counts one artist of one listener twice, its last word holds. */
    private static final String INSERT =
            """
            INSERT INTO artist_plays (user_id, artist, artist_key, plays)
            SELECT DISTINCT ON (user_id, artist) user_id, artist, artist_key, plays
            FROM staged_plays ORDER BY user_id, artist, line DESC
            ON CONFLICT (user_id, artist) DO UPDATE SET plays = excluded.plays, artist_key = excluded.artist_key
            WHERE artist_plays.plays <> excluded.plays""";

    private ArtistPlaysLoad() {}

    /** Rows are line, user, artist, folded artist, plays. */
    static Staging stage(Handle handle) throws SQLException {
        return Staging.into(handle, "staged_plays", COLUMNS);
    }

    /** @param staged how many rows were staged */
    static void store(Handle handle, long staged, Tally tally) {
        handle.execute(INSERT_USERS);
        long added = handle.execute(INSERT);
        tally.add(new FeedbackCounts(added, staged - added));
    }
}
