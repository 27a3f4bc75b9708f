package org.tasteprint.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import org.jdbi.v3.core.statement.StatementContext;
import org.tasteprint.core.ArtistPlays;
import org.tasteprint.core.Feedback;
import org.tasteprint.core.Track;
import org.tasteprint.core.User;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is selected, and what the rows become. */
final class Rows {
    static final String SELECT_TRACKS = "SELECT id, path, artist, title, album, year, genre, split FROM tracks";

    static final String SELECT_USERS = "SELECT id, attributes FROM users";

    static final String SELECT_COUNTS =
            """
            SELECT (SELECT count(*) FROM tracks), (SELECT count(*) FROM users),
                   (SELECT count(*) FROM feedback), (SELECT count(*) FROM artist_plays)""";

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

    private Rows() {}

    /** @param where {@code WHERE …}, or empty for all */
    static String selectInteractions(String where) {
        return """
                SELECT user_id, track_id,
                       count(*) FILTER (WHERE reaction = 'PLAY'),
                       count(*) FILTER (WHERE reaction = 'LIKE'),
                       count(*) FILTER (WHERE reaction = 'DISLIKE'),
                       count(*) FILTER (WHERE reaction = 'SKIP'),
                       (array_agg(rating ORDER BY at DESC NULLS LAST, id DESC) FILTER (WHERE rating IS NOT NULL))[1],
                       max(at)
                FROM feedback %s GROUP BY user_id, track_id ORDER BY user_id, track_id"""
                .formatted(where);
    }

    /** @param where {@code WHERE …}, or empty for all */
    static String selectArtistPlays(String where) {
        return "SELECT user_id, artist, plays FROM artist_plays %s ORDER BY user_id, artist".formatted(where);
    }

    static Track track(ResultSet row, StatementContext context) throws SQLException {
        return new Track(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getString(7),
                row.getString(8));
    }

    static User user(ResultSet row, StatementContext context) throws SQLException {
        return new User(row.getString(1), JSON.readValue(row.getString(2), ATTRIBUTES));
    }

    static Interaction interaction(ResultSet row, StatementContext context) throws SQLException {
        double rating = row.getDouble(7);
        OptionalDouble ratingIfAny = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(rating);
        Timestamp last = row.getTimestamp(8);
        Instant lastIfAny = last == null ? Feedback.UNDATED : last.toInstant();
        return new Interaction(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                ratingIfAny,
                lastIfAny);
    }

    static ArtistPlays artistPlays(ResultSet row, StatementContext context) throws SQLException {
        return new ArtistPlays(row.getString(1), row.getString(2), row.getLong(3));
    }

    static CatalogCounts counts(ResultSet row, StatementContext context) throws SQLException {
        return new CatalogCounts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
    }
}
