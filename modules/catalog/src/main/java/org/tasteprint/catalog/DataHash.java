package org.tasteprint.catalog;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.tasteprint.core.Sha256;

/** The hash of what the catalogue holds, as PostgreSQL's COPY writes it. */
final class DataHash {
    /** Events are many: of these, the sums of two hashes of each row, which need no order. */
    private static final List<String> CONTENT = List.of(
            "SELECT id, artist, title, album, year, genre, split FROM tracks ORDER BY id",
            "SELECT id, attributes FROM users WHERE attributes::text <> '{}' ORDER BY id",
            sums("""
                    SELECT u.id AS user_id, t.id AS what, f.reaction, f.rating, f.at, f.occurrence, f.plays
                    FROM feedback AS f JOIN users AS u ON u.no = f.user_no JOIN tracks AS t ON t.no = f.track_no"""),
            sums("""
                    SELECT u.id AS user_id, s.key::text AS what, f.reaction, f.rating, f.at, f.occurrence, f.plays
                    FROM song_feedback AS f JOIN users AS u ON u.no = f.user_no JOIN songs AS s ON s.no = f.song_no"""),
            sums("""
                    SELECT u.id AS user_id, a.name AS what, NULL::reaction AS reaction, NULL::double precision AS rating, NULL::timestamptz AS at,
                           0 AS occurrence, p.plays
                    FROM artist_plays AS p JOIN users AS u ON u.no = p.user_no JOIN artists AS a ON a.no = p.artist_no"""));

    private static String sums(String events) {
        return """
                SELECT count(*), sum(hashtextextended(row, 1)), sum(hashtextextended(row, 2))
                FROM (SELECT concat_ws(E'\\n', user_id, what, reaction, coalesce(rating, -1), coalesce(extract(epoch FROM at), 0),
                                       occurrence, plays) COLLATE "C" AS row
                      FROM (%s) AS event) AS told"""
                .formatted(events);
    }

    private DataHash() {}

    static String of(Handle handle) throws SQLException, IOException {
        // All of it is to be of one moment.
        handle.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        MessageDigest sha256 = Sha256.digest();
        CopyManager copy = handle.getConnection().unwrap(PGConnection.class).getCopyAPI();
        for (String select : CONTENT) {
            try (DigestOutputStream hashed = new DigestOutputStream(OutputStream.nullOutputStream(), sha256)) {
                copy.copyOut("COPY (" + select + ") TO STDOUT", hashed);
                hashed.write('\f');
            }
        }
        return Sha256.hexadecimal(sha256);
    }
}
