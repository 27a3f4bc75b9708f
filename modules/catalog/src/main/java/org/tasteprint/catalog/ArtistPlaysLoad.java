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

    /**
     * A row told twice counts once; rows of one artist that differ are parts of the whole, as where a source has lost the letters
     * of names ("???"). Answers how many rows the play counts that are new or changed come from.
     */
    private static final String INSERT =
            """
            WITH counted AS (
                SELECT user_id, artist, artist_key, sum(plays) AS plays, count(*) AS parts
                FROM (SELECT DISTINCT user_id, artist, artist_key, plays FROM staged_plays) AS told
                GROUP BY user_id, artist, artist_key
            ), stored AS (
                INSERT INTO artist_plays (user_id, artist, artist_key, plays)
                SELECT user_id, artist, artist_key, plays FROM counted ORDER BY user_id, artist
                ON CONFLICT (user_id, artist) DO UPDATE SET plays = excluded.plays, artist_key = excluded.artist_key
                WHERE artist_plays.plays <> excluded.plays
                RETURNING user_id, artist
            )
            SELECT coalesce(sum(parts), 0) FROM counted JOIN stored USING (user_id, artist)""";

    private ArtistPlaysLoad() {}

    /** Rows are line, user, artist, folded artist, plays. */
    static Staging stage(Handle handle) throws SQLException {
        return Staging.into(handle, "staged_plays", COLUMNS);
    }

    /** @param staged how many rows were staged */
    static void store(Handle handle, long staged, Tally tally) {
        handle.execute(INSERT_USERS);
        long added = handle.createQuery(INSERT).mapTo(Long.class).one();
        tally.add(new FeedbackCounts(added, staged - added));
    }
}
