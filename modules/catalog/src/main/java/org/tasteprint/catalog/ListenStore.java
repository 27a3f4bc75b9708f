package org.tasteprint.catalog;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.tasteprint.catalog.ImportReport.FeedbackCounts;
import org.tasteprint.catalog.ImportReport.Matches;
import org.tasteprint.catalog.ListenNumbers.Row;
import org.tasteprint.catalog.log.Listen;
import org.tasteprint.core.Feedback;

/**
 * Stores listens chunk by chunk, each in a transaction together with how far the import has come. On one connection, by one thread
 * at a time.
 *
 * <p>What can be told from other rows by itself, because it has a time or is a count, is stored at once. Rows without a time add
 * up, and counts of artists may be torn over several rows: these are held in temporary tables of the connection, and stored when all
 * are there.
 */
final class ListenStore implements AutoCloseable {
    /** Questions asked right afterwards would be planned for the tables as they were: PostgreSQL looks at them about once a minute. */
    private static final long ROWS_THAT_CHANGE_PLANS = 10_000;

    private static final String COLUMNS =
            """
            position bigint, user_no integer, song_no integer, track_no integer, at timestamptz, reaction reaction, plays integer,
            rating double precision""";

    private static final String STORE =
            """
            INSERT INTO %1$s (user_no, %2$s, at, reaction, plays, rating, occurrence)
            SELECT user_no, %2$s, at, reaction, plays, rating, %4$s FROM %3$s
            WHERE (track_no > 0) = %5$s ORDER BY user_no, %2$s, at ON CONFLICT DO NOTHING""";

    private static final String OCCURRENCE =
            "row_number() OVER (PARTITION BY user_no, %s, reaction, rating ORDER BY position) - 1";

    /**
     * A row told twice counts once; rows of one artist that differ are parts of the whole, as where a source has lost the letters
     * of names ("???"). Answers how many rows the play counts that are new or changed come from.
     */
    private static final String STORE_ARTISTS =
            """
            WITH counted AS (
                SELECT user_no, artist_no, sum(plays) AS plays, count(*) AS parts
                FROM (SELECT DISTINCT user_no, artist_no, plays FROM held_artist_plays) AS told
                GROUP BY user_no, artist_no
            ), stored AS (
                INSERT INTO artist_plays (user_no, artist_no, plays)
                SELECT user_no, artist_no, plays FROM counted ORDER BY user_no, artist_no
                ON CONFLICT (user_no, artist_no) DO UPDATE SET plays = excluded.plays
                WHERE artist_plays.plays <> excluded.plays
                RETURNING user_no, artist_no
            )
            SELECT coalesce(sum(parts), 0) FROM counted JOIN stored USING (user_no, artist_no)""";

    private final Handle handle;
    private final Tally tally;
    private final ImportState state;
    private final ListenNumbers numbers;
    private long heldArtists;

    /** @param knownBits 2 to this power of songs are remembered, and an eighth as many of whatever else has a name */
    ListenStore(Handle handle, Tally tally, ImportState state, int knownBits) {
        this.handle = handle;
        this.tally = tally;
        this.state = state;
        numbers = new ListenNumbers(new LogNames(handle, tally), tally, knownBits);
        handle.execute("CREATE TEMPORARY TABLE staged_listens (%s) ON COMMIT DELETE ROWS".formatted(COLUMNS));
        handle.execute("CREATE TEMPORARY TABLE held_listens (%s)".formatted(COLUMNS));
        handle.execute("CREATE TEMPORARY TABLE held_artist_plays (user_no integer, artist_no integer, plays bigint)");
    }

    /**
     * A listen on its way.
     *
     * @param position in the log, from 1
     */
    record Numbered(long position, Listen listen) {}

    /** What a song is called that later listens name by an id. */
    record SongName(String id, String artist, String title) {}

    /** Stores a chunk; {@code upTo} is the position of the last listen of the log that it, or one before it, contains. */
    void store(List<Numbered> chunk, long upTo) {
        inTransaction(() -> {
            List<Row> rows = numbers.of(chunk);
            List<Row> now = rows.stream().filter(row -> !row.listen().addsUp()).toList();
            stage("held_listens", rows.stream().filter(row -> row.listen().addsUp()).toList());
            stageArtists(chunk);
            stage("staged_listens", now);
            long onTracks = now.stream().filter(row -> row.track() > 0).count();
            count(now.size(), insert("staged_listens", "0", "0"), onTracks);
            state.save(handle, upTo);
        });
    }

    /** Keeps the names of songs. */
    void name(List<SongName> chunk) {
        inTransaction(() -> numbers.name(chunk));
    }

    /** Stores what was held until all of it was there; the import is done. */
    void finish() {
        inTransaction(() -> {
            long heldOnTracks = handle.createQuery("SELECT count(*) FROM held_listens WHERE track_no > 0").mapTo(Long.class).one();
            long held = handle.createQuery("SELECT count(*) FROM held_listens").mapTo(Long.class).one();
            count(held, insert("held_listens", OCCURRENCE.formatted("track_no"), OCCURRENCE.formatted("song_no")), heldOnTracks);
            if (heldArtists > 0) {
                count(heldArtists, handle.createQuery(STORE_ARTISTS).mapTo(Long.class).one(), 0);
            }
            state.delete(handle);
        });
        if (state.added() > ROWS_THAT_CHANGE_PLANS) {
            handle.execute("ANALYZE users, artists, songs, feedback, song_feedback, artist_plays");
        }
        tally.add(new FeedbackCounts(state.added(), state.duplicate()));
        tally.add(new Matches(state.onTracks(), state.added() + state.duplicate() - state.onTracks()));
    }

    /** The connection is used again by others. */
    @Override
    public void close() {
        handle.execute("DROP TABLE IF EXISTS staged_listens, held_listens, held_artist_plays");
    }

    private void stage(String table, List<Row> rows) throws SQLException, IOException {
        if (rows.isEmpty()) {
            return;
        }
        try (Staging staging = Staging.into(handle, table)) {
            for (Row row : rows) {
                Listen listen = row.listen();
                staging.row(
                        row.position(),
                        row.user(),
                        row.song(),
                        row.track(),
                        listen.at().equals(Feedback.UNDATED) ? null : listen.at(),
                        listen.reaction(),
                        listen.plays(),
                        Double.isNaN(listen.rating()) ? null : listen.rating());
            }
        }
    }

    private void stageArtists(List<Numbered> chunk) throws SQLException, IOException {
        List<Listen> counts = chunk.stream().map(Numbered::listen).filter(ListenNumbers::isCountOfArtist).toList();
        if (counts.isEmpty()) {
            return;
        }
        long[] artistNumbers = numbers.artists(counts);
        long[] userNumbers = numbers.users(counts);
        try (Staging staging = Staging.into(handle, "held_artist_plays")) {
            for (int i = 0; i < userNumbers.length; i++) {
                staging.row(userNumbers[i], artistNumbers[i], counts.get(i).plays());
            }
        }
        heldArtists += counts.size();
    }

    private long insert(String from, String occurrenceOfTrack, String occurrenceOfSong) {
        return handle.execute(STORE.formatted("feedback", "track_no", from, occurrenceOfTrack, "true"))
                + handle.execute(STORE.formatted("song_feedback", "song_no", from, occurrenceOfSong, "false"));
    }

    private void count(long rows, long added, long onTracks) {
        state.add(added, rows - added, onTracks);
    }

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException, IOException;
    }

    private void inTransaction(Work work) {
        try {
            handle.useTransaction(own -> {
                LogNames.lock(own);
                work.run();
            });
        } catch (Exception e) {
            throw SqlFailures.explained(e);
        }
    }
}
