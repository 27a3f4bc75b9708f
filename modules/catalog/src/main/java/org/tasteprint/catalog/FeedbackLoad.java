package org.tasteprint.catalog;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.tasteprint.catalog.ImportReport.FeedbackCounts;

/** Takes staged feedback into the catalogue, with the listeners that are new in it. */
final class FeedbackLoad {
    private static final String COLUMNS =
            """
            line bigint, user_id text COLLATE "C", track_id text COLLATE "C", reaction text COLLATE "C",
            rating double precision, at timestamptz""";

    private static final String DELETE_OF_UNKNOWN_TRACKS =
            """
            DELETE FROM staged_feedback AS s WHERE NOT EXISTS (SELECT FROM tracks WHERE tracks.id = s.track_id)
            RETURNING line, track_id""";

    private static final String INSERT_USERS =
            "INSERT INTO users (id) SELECT DISTINCT user_id FROM staged_feedback ORDER BY user_id ON CONFLICT DO NOTHING";

    /** Equal rows with a time are one event told twice; equal rows without one are as many events as rows. */
    private static final String INSERT =
            """
            INSERT INTO feedback (user_id, track_id, reaction, rating, at, occurrence)
            SELECT user_id, track_id, reaction, rating, at,
                   CASE WHEN at IS NULL
                        THEN row_number() OVER (PARTITION BY user_id, track_id, reaction, rating, at ORDER BY line) - 1
                        ELSE 0 END
            FROM staged_feedback
            ON CONFLICT DO NOTHING""";

    private FeedbackLoad() {}

    /** Rows are line, user, track, reaction, rating, time. */
    static Staging stage(Handle handle) throws SQLException {
        return Staging.into(handle, "staged_feedback", COLUMNS);
    }

    /**
     * @param file   name of the file that the rows are from
     * @param staged how many were staged
     */
    static void store(Handle handle, String file, long staged, Tally tally) {
        long[] unknown = {0};
        handle.createQuery(DELETE_OF_UNKNOWN_TRACKS).map((row, context) -> {
            unknown[0]++;
            tally.reject(file, row.getLong(1), "track_id '%s' is not in the catalogue".formatted(row.getString(2)));
            return row.getLong(1);
        }).forEach(line -> {});
        handle.execute(INSERT_USERS);
        long added = handle.execute(INSERT);
        tally.add(new FeedbackCounts(added, staged - unknown[0] - added));
    }
}
