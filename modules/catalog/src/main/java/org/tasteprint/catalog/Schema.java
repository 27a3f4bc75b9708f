package org.tasteprint.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** Brings a database to the newest schema: the migrations of the top-level folder {@code sql/}. */
final class Schema {
    /**
     * Version of the newest migration. A database that has it already is left alone: asking it takes a millisecond, where
     * making Flyway ready takes most of the time in which a catalogue is opened.
     */
    static final String NEWEST = "3";

    private static final String MIGRATIONS = "classpath:org/tasteprint/catalog/sql";

    private Schema() {}

    /** @throws TasteprintException when the database holds something else, or cannot be changed */
    static void migrate(DataSource dataSource) {
        try {
            if (!version(dataSource).equals(Optional.of(NEWEST))) {
                flyway(dataSource).migrate();
            }
        } catch (FlywayException e) {
            throw SqlFailures.mendable(e).orElseGet(() -> new TasteprintException(
                    Kind.CONFLICT,
                    "the database does not take the schema: %s (%s)".formatted(advice(e), SqlFailures.firstLine(e)),
                    e));
        } catch (SQLException e) {
            throw SqlFailures.explained(e);
        }
    }

    static Flyway flyway(DataSource dataSource) {
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .locations(MIGRATIONS)
                .loggers("slf4j")
                .load();
    }

    private static Optional<String> version(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet history = statement.executeQuery("SELECT to_regclass('flyway_schema_history') IS NOT NULL")) {
                if (!history.next() || !history.getBoolean(1)) {
                    return Optional.empty();
                }
            }
            try (ResultSet newest = statement.executeQuery(
                    "SELECT version FROM flyway_schema_history WHERE success ORDER BY installed_rank DESC LIMIT 1")) {
                return newest.next() ? Optional.ofNullable(newest.getString(1)) : Optional.empty();
            }
        }
    }

    private static String advice(FlywayException e) {
        return e instanceof FlywayValidateException
                ? "another version of this program made it; use that version, or an empty database"
                : "give this program an empty database of its own, on PostgreSQL 15 or later";
    }
}
