package org.tasteprint.catalog;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Streams rows into a temporary table with COPY, from where SQL takes them to their place; the table goes with the transaction. While
 * it is open the connection does nothing else.
 */
final class Staging implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final OutputStream copy;
    private final StringBuilder text = new StringBuilder();
    private long rows;

    private Staging(OutputStream copy) {
        this.copy = copy;
    }

    /**
     * @param table   name of the table to make
     * @param columns its columns as CREATE TABLE has them
     */
    static Staging into(Handle handle, String table, String columns) throws SQLException {
        handle.execute("CREATE TEMPORARY TABLE %s (%s) ON COMMIT DROP".formatted(table, columns));
        return into(handle, table);
    }

    /** @param table name of a table that exists */
    static Staging into(Handle handle, String table) throws SQLException {
        PGConnection connection = handle.getConnection().unwrap(PGConnection.class);
        return new Staging(new BufferedOutputStream(
                new PGCopyOutputStream(connection, "COPY %s FROM STDIN".formatted(table), BUFFER_BYTES), BUFFER_BYTES));
    }

    /** Adds a row; null stands for SQL's null. */
    void row(Object... fields) {
        text.setLength(0);
        for (int i = 0; i < fields.length; i++) {
            text.append(i == 0 ? "" : "\t");
            append(fields[i]);
        }
        text.append('\n');
        try {
            copy.write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rows++;
    }

    /** How many rows were added. */
    long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        copy.close();
    }

    private void append(Object field) {
        if (field == null) {
            text.append("\\N");
            return;
        }
        String value = field.toString();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c);
            }
        }
    }
}
