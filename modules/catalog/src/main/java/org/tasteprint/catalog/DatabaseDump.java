package org.tasteprint.catalog;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every table of a catalogue in a folder, as PostgreSQL's {@code COPY} writes text, with what is needed to fill an empty database from
 * it:
 *
 * <pre>
 * FOLDER/database.json    the version of the schema, the tables in an order in which they can be filled, and their counters
 * FOLDER/TABLE.copy       the rows of one
 * </pre>
 *
 * Memory does not grow with the number of rows, in either direction.
 */
final class DatabaseDump {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CONTENTS = "database.json";

    /**
     * @param schema version of the newest migration that the database had
     * @param tables those without references first
     */
    record Contents(String schema, List<Table> tables) {}

    /**
     * @param name     of the table
     * @param columns  in the order of the file
     * @param rows     how many there are
     * @param counters the next number of each column that counts by itself
     */
    record Table(String name, List<String> columns, long rows, Map<String, Long> counters) {}

    private DatabaseDump() {}

    /** Writes all tables as they are at one moment, while others go on changing them. Returns the number of rows. */
    static long write(Handle handle, String schema, Path folder, Progress progress) throws SQLException, IOException {
        Files.createDirectories(folder);
        List<Table> written = new ArrayList<>();
        List<String> tables = tables(handle);
        CopyManager copy = copyManager(handle);
        try (Progress.Task task = progress.begin("reading the database", "tables", tables.size())) {
            for (String table : tables) {
                task.detail(table);
                List<String> columns = columns(handle, table);
                long rows;
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file(folder, table)), 1 << 16)) {
                    rows = copy.copyOut("COPY %s (%s) TO STDOUT".formatted(quoted(table), quoted(columns)), out);
                }
                written.add(new Table(table, columns, rows, counters(handle, table)));
                task.advance(1);
            }
        }
        Files.write(folder.resolve(CONTENTS), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(new Contents(schema, written)));
        return written.stream().mapToLong(Table::rows).sum();
    }

    /** @throws TasteprintException {@code INVALID_INPUT} when the folder has no such list */
    static Contents contents(Path folder) {
        Path file = folder.resolve(CONTENTS);
        try {
            return JSON.readValue(Files.readAllBytes(file), Contents.class);
        } catch (IOException | JacksonException e) {
            throw new TasteprintException(Kind.INVALID_INPUT, "cannot read %s: take another backup".formatted(file), e);
        }
    }

    /**
     * Fills the tables, in the transaction of {@code handle}.
     *
     * @throws TasteprintException {@code CONFLICT} when they are not empty
     */
    static long read(Handle handle, Contents contents, Path folder, Progress progress) throws SQLException, IOException {
        for (String table : tables(handle)) {
            if (handle.createQuery("SELECT EXISTS (SELECT FROM %s)".formatted(quoted(table))).mapTo(Boolean.class).one()) {
                throw new TasteprintException(
                        Kind.CONFLICT, "the database is not empty, its table %s has rows: restore into an empty one".formatted(table));
            }
        }
        CopyManager copy = copyManager(handle);
        long sum = 0;
        try (Progress.Task task = progress.begin("filling the database", "tables", contents.tables().size())) {
            for (Table table : contents.tables()) {
                task.detail(table.name());
                long rows;
                try (InputStream in = new BufferedInputStream(Files.newInputStream(file(folder, table.name())), 1 << 16)) {
                    rows = copy.copyIn("COPY %s (%s) FROM STDIN".formatted(quoted(table.name()), quoted(table.columns())), in);
                }
                if (rows != table.rows()) {
                    throw new TasteprintException(
                            Kind.INVALID_INPUT,
                            "the backup has %d rows of %s and should have %d: take another one".formatted(rows, table.name(), table.rows()));
                }
                table.counters().forEach((column, next) -> handle.createQuery(
                                "SELECT setval(pg_get_serial_sequence(:table, :column), :next, false)")
                        .bind("table", quoted(table.name()))
                        .bind("column", column)
                        .bind("next", next)
                        .mapTo(Long.class)
                        .one());
                sum += rows;
                task.advance(1);
            }
        }
        return sum;
    }

    /** Our tables, each behind those that it refers to. */
    private static List<String> tables(Handle handle) {
        List<String> left = new ArrayList<>(handle.createQuery(
                        """
                        SELECT c.relname FROM pg_class AS c
                        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname <> 'flyway_schema_history'
                        ORDER BY c.relname""")
                .mapTo(String.class)
                .list());
        Map<String, List<String>> references = handle.createQuery(
                        """
                        SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent FROM pg_constraint
                        WHERE contype = 'f' AND conrelid <> confrelid AND connamespace = current_schema()::regnamespace""")
                .map((row, context) -> Map.entry(row.getString("child"), row.getString("parent")))
                .stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        List<String> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            String next = left.stream()
                    .filter(table -> ordered.containsAll(references.getOrDefault(table, List.of())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("tables refer to each other in a circle: " + left));
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static List<String> columns(Handle handle, String table) {
        return handle.createQuery(
                        """
                        SELECT attname FROM pg_attribute
                        WHERE attrelid = (:table)::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum""")
                .bind("table", quoted(table))
                .mapTo(String.class)
                .list();
    }

    /** What the counting columns of a table would give next; never less than what its rows in this snapshot have. */
    private static Map<String, Long> counters(Handle handle, String table) {
        return handle.createQuery(
                        """
                        SELECT a.attname AS name, coalesce(s.last_value + s.increment_by, s.start_value) AS next
                        FROM pg_attribute AS a
                        JOIN pg_sequences AS s ON format('%I.%I', s.schemaname, s.sequencename)::regclass
                            = pg_get_serial_sequence((:table)::regclass::text, a.attname)::regclass
                        WHERE a.attrelid = (:table)::regclass AND a.attnum > 0 AND NOT a.attisdropped""")
                .bind("table", quoted(table))
                .map((row, context) -> Map.entry(row.getString("name"), row.getLong("next")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static CopyManager copyManager(Handle handle) throws SQLException {
        return handle.getConnection().unwrap(PGConnection.class).getCopyAPI();
    }

    private static Path file(Path folder, String table) {
        return folder.resolve(table + ".copy");
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String quoted(List<String> names) {
        return names.stream().map(DatabaseDump::quoted).collect(Collectors.joining(", "));
    }
}
