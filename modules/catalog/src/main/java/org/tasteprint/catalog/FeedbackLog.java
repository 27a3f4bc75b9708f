package org.tasteprint.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.tasteprint.core.Feedback;
import org.tasteprint.core.Reaction;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** What listeners do, as it comes in and as it is taken back; {@link ListensImport} takes whole logs. */
public final class FeedbackLog {
    /** Microseconds, number of the track, reaction, occurrence, rating: the order of pages. */
    private static final Pattern CURSOR = Pattern.compile("(-?\\d{1,18})\\.(\\d{1,9})\\.([A-Z]{4,7})\\.(\\d{1,9})\\.(-?\\d\\.\\d{1,17})");

    private static final String FIRST = "9".repeat(18) + ".999999999.RATING.999999999.9.0";

    private static final String STORE =
            """
            INSERT INTO feedback (user_no, track_no, at, reaction, rating)
            SELECT u.no, t.no, told.at::timestamptz, told.reaction::reaction, told.rating::double precision
            FROM unnest(:users::text[], :tracks::text[], :times::text[], :reactions::text[], :ratings::text[])
                 AS told (user_id, track_id, at, reaction, rating)
            JOIN users AS u ON u.id = told.user_id JOIN tracks AS t ON t.id = told.track_id
            ORDER BY u.no, t.no ON CONFLICT DO NOTHING""";

    private static final String PAGE =
            """
            SELECT id, reaction, plays, rating, at, concat_ws('.', micros, no, reaction, occurrence, mark) FROM (
                SELECT t.id, t.no, f.reaction, f.plays, f.rating, f.at, f.occurrence,
                       coalesce((extract(epoch FROM f.at) * 1000000)::bigint, 0) AS micros,
                       to_char(coalesce(f.rating, -1), 'FM90.0999999999999999') AS mark
                FROM feedback AS f JOIN tracks AS t ON t.no = f.track_no
                WHERE f.user_no = (SELECT no FROM users WHERE id = :user)) AS told
            WHERE (micros, no, reaction, occurrence, mark COLLATE "C")
                < (:micros, :no, :reaction::reaction, :occurrence, :mark COLLATE "C")
            ORDER BY micros DESC, no DESC, reaction DESC, occurrence DESC, mark COLLATE "C" DESC LIMIT :limit""";

    private final Catalog catalog;

    FeedbackLog(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * What became of events.
     *
     * @param added         how many are new
     * @param duplicate     how many were known: of the same listener, track, time and kind
     * @param unknownTracks tracks that the catalogue lacks, whose events were left out
     */
    public record Added(int added, int duplicate, Set<String> unknownTracks) {
        public Added {
            unknownTracks = Set.copyOf(unknownTracks);
        }
    }

    /**
     * Keeps events, all of them or, where this throws, none; listeners who are new are made.
     *
     * @throws TasteprintException {@code INVALID_INPUT} for a rating outside 0..5, or an event without a listener or a time
     */
    public Added add(List<Feedback> events) {
        for (Feedback event : events) {
            if (event.reaction() == Reaction.RATING && !(event.rating() >= 0 && event.rating() <= 5)) {
                throw new TasteprintException(Kind.INVALID_INPUT, "rating must be in 0..5; rating=" + event.rating());
            }
            if (event.userId().isEmpty() || event.at().equals(Feedback.UNDATED)) {
                throw new TasteprintException(Kind.INVALID_INPUT, "an event must have a listener and a time; event=" + event);
            }
        }
        return catalog.transaction(handle -> {
            LogNames.lock(handle);
            Set<String> known = new HashSet<>(handle.createQuery("SELECT id FROM tracks WHERE id = ANY (:ids)")
                    .bindArray("ids", String.class, events.stream().map(Feedback::trackId).distinct().toArray())
                    .mapTo(String.class)
                    .list());
            List<Feedback> taken = events.stream().filter(event -> known.contains(event.trackId())).toList();
            int added = taken.isEmpty() ? 0 : store(handle, taken);
            Set<String> unknown = new HashSet<>(events.stream().map(Feedback::trackId).toList());
            unknown.removeAll(known);
            return new Added(added, taken.size() - added, unknown);
        });
    }

    private static int store(Handle handle, List<Feedback> events) {
        Object[] users = events.stream().map(Feedback::userId).toArray();
        handle.createUpdate("INSERT INTO users (id) SELECT DISTINCT unnest(:users::text[]) ON CONFLICT DO NOTHING")
                .bindArray("users", String.class, users)
                .execute();
        return handle.createUpdate(STORE)
                .bindArray("users", String.class, users)
                .bindArray("tracks", String.class, events.stream().map(Feedback::trackId).toArray())
                .bindArray("times", String.class, events.stream().map(event -> event.at().toString()).toArray())
                .bindArray("reactions", String.class, events.stream().map(event -> event.reaction().name()).toArray())
                .bindArray("ratings", String.class, events.stream().map(FeedbackLog::mark).toArray())
                .execute();
    }

    private static Object mark(Feedback event) {
        return event.reaction() == Reaction.RATING ? Double.toString(event.rating()) : null;
    }

    /**
     * A page of what a listener did with tracks of the catalogue.
     *
     * @param limit how many at most
     * @param after the {@link FeedbackPage#next} of the page before; empty for the first
     * @throws TasteprintException {@code INVALID_INPUT} when {@code after} is not from a page
     */
    public FeedbackPage of(String userId, int limit, String after) {
        var cursor = CURSOR.matcher(after.isEmpty() ? FIRST : after);
        if (!cursor.matches() || !isReaction(cursor.group(3))) {
            throw new TasteprintException(Kind.INVALID_INPUT, "after must be the 'next' of the page before; after=" + after);
        }
        return catalog.session(handle -> {
            List<Placed> found = handle.createQuery(PAGE)
                    .bind("user", userId)
                    .bind("micros", Long.parseLong(cursor.group(1)))
                    .bind("no", Integer.parseInt(cursor.group(2)))
                    .bind("reaction", cursor.group(3))
                    .bind("occurrence", Integer.parseInt(cursor.group(4)))
                    .bind("mark", cursor.group(5))
                    // One more than asked for tells whether there is a next page.
                    .bind("limit", limit + 1L)
                    .map(FeedbackLog::placed)
                    .list();
            List<Placed> page = found.subList(0, Math.min(limit, found.size()));
            return new FeedbackPage(
                    page.stream().map(Placed::entry).toList(),
                    found.size() > limit ? Optional.of(page.getLast().cursor()) : Optional.empty());
        });
    }

    private static boolean isReaction(String name) {
        return List.of(Reaction.values()).stream().anyMatch(reaction -> reaction.name().equals(name));
    }

    /**
     * Takes back what a listener did with a track.
     *
     * @param reaction only this; all of it when absent
     * @return how many rows there were
     */
    public int remove(String userId, String trackId, Optional<Reaction> reaction) {
        return catalog.transaction(handle -> handle
                .createUpdate("""
                        DELETE FROM feedback
                        WHERE user_no = (SELECT no FROM users WHERE id = :user) AND track_no = (SELECT no FROM tracks WHERE id = :track)
                          AND (:reaction = '' OR reaction::text = :reaction)""")
                .bind("user", userId)
                .bind("track", trackId)
                .bind("reaction", reaction.map(Reaction::name).orElse(""))
                .execute());
    }

    private record Placed(FeedbackEntry entry, String cursor) {}

    private static Placed placed(ResultSet row, StatementContext context) throws SQLException {
        double rating = row.getDouble(4);
        OptionalDouble ratingIfAny = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(rating);
        Optional<Instant> at = Optional.ofNullable(row.getTimestamp(5)).map(Timestamp::toInstant);
        return new Placed(
                new FeedbackEntry(row.getString(1), Reaction.valueOf(row.getString(2)), row.getInt(3), ratingIfAny, at),
                row.getString(6));
    }
}
