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
                   (SELECT count(*) FROM feedback) + (SELECT count(*) FROM song_feedback), (SELECT count(*) FROM artist_plays)""";

    /** Counts tables of which the last statistics say that they are small; of others the statistics are good enough. */
    static final String SELECT_SIZES =
            "SELECT %s, %s, %s + %s, %s".formatted(size("tracks"), size("users"), size("feedback"), size("song_feedback"), size("artist_plays"));

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

    private Rows() {}

    /** For {@link #selectInteractions} and {@link #selectArtistPlays}: what one listener did. */
    static final String OF_USER = "WHERE user_no = (SELECT no FROM users WHERE id = :user)";

    /** @param where {@link #OF_USER}, or empty for all */
    static String selectInteractions(String where) {
        return """
                SELECT u.id, t.id, f.plays, f.likes, f.dislikes, f.skips, f.rating, f.last
                FROM (SELECT user_no, track_no,
                             coalesce(sum(plays) FILTER (WHERE reaction = 'PLAY'), 0) AS plays,
                             count(*) FILTER (WHERE reaction = 'LIKE') AS likes,
                             count(*) FILTER (WHERE reaction = 'DISLIKE') AS dislikes,
                             count(*) FILTER (WHERE reaction = 'SKIP') AS skips,
                             (array_agg(rating ORDER BY at DESC NULLS LAST, occurrence DESC)
                                 FILTER (WHERE rating IS NOT NULL))[1] AS rating,
                             max(at) AS last
                      FROM feedback %s GROUP BY user_no, track_no) AS f
                JOIN users AS u ON u.no = f.user_no JOIN tracks AS t ON t.no = f.track_no
                ORDER BY u.id, t.id"""
                .formatted(where);
    }

    /**
     * Plays of songs that the catalogue lacks count for their artist; where a source also counts all plays of the artist, the
     * greater figure stands, because the one is a part of the other.
     *
     * @param where {@link #OF_USER}, or empty for all
     */
    static String selectArtistPlays(String where) {
        return """
                SELECT u.id, a.name, p.plays
                FROM (SELECT user_no, artist_no, max(plays) AS plays
                      FROM (SELECT user_no, artist_no, plays FROM artist_plays %1$s
                            UNION ALL
                            SELECT f.user_no, s.artist_no, sum(f.plays)::bigint
                            FROM (SELECT user_no, song_no, sum(plays) AS plays FROM song_feedback
                                  %1$s GROUP BY user_no, song_no, reaction HAVING reaction = 'PLAY') AS f
                            JOIN songs AS s ON s.no = f.song_no GROUP BY f.user_no, s.artist_no) AS told
                      GROUP BY user_no, artist_no) AS p
                JOIN users AS u ON u.no = p.user_no JOIN artists AS a ON a.no = p.artist_no
                ORDER BY u.id, a.name"""
                .formatted(where);
    }

    private static String size(String table) {
        return """
                (SELECT CASE WHEN reltuples < 1e6 THEN (SELECT count(*) FROM %1$s) ELSE reltuples::bigint END
                 FROM pg_class WHERE oid = '%1$s'::regclass)"""
                .formatted(table);
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
                (int) Math.min(row.getLong(3), Integer.MAX_VALUE),
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
