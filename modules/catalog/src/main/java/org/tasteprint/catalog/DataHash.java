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

/** The hash of what the catalogue holds, row after row in a fixed order, as PostgreSQL's COPY writes it. */
final class DataHash {
    private static final List<String> CONTENT = List.of(
            "SELECT id, artist, title, album, year, genre, split FROM tracks ORDER BY id",
            """
            SELECT user_id, track_id, reaction, rating, extract(epoch FROM at), occurrence FROM feedback
            ORDER BY user_id, track_id, reaction, rating, at, occurrence""",
            "SELECT user_id, artist, plays FROM artist_plays ORDER BY user_id, artist");

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
