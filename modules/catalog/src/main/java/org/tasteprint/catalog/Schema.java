package org.tasteprint.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
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
        migrate(dataSource, NEWEST);
    }

    /**
     * Brings a database to one version of the schema.
     *
     * @throws TasteprintException as above, or when the database has a newer one already, or this program knows no such version
     */
    static void migrate(DataSource dataSource, String wanted) {
        try {
            if (MigrationVersion.fromVersion(wanted).isNewerThan(NEWEST)) {
                throw new TasteprintException(
                        Kind.INVALID_INPUT,
                        "schema %s is newer than this program, which knows %s: use the version that wrote it, or a later one"
                                .formatted(wanted, NEWEST));
            }
            Optional<String> present = version(dataSource);
            if (!wanted.equals(NEWEST) && present.filter(has -> MigrationVersion.fromVersion(has).isNewerThan(wanted)).isPresent()) {
                throw new TasteprintException(
                        Kind.CONFLICT,
                        "the database has schema %s and the backup is of %s: restore into a database that has nothing in it"
                                .formatted(present.orElseThrow(), wanted));
            }
            if (!present.equals(Optional.of(wanted))) {
                flyway(dataSource, wanted).migrate();
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
        return flyway(dataSource, NEWEST);
    }

    private static Flyway flyway(DataSource dataSource, String target) {
        return Flyway.configure(Schema.class.getClassLoader())
                .target(target)
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
