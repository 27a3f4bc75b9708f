package org.tasteprint.catalog;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** Brings a database to the newest schema: the migrations of the top-level folder {@code sql/}. */
final class Schema {
    private static final String MIGRATIONS = "classpath:org/tasteprint/catalog/sql";

    private Schema() {}

    /** @throws TasteprintException when the database holds something else, or cannot be changed */
    static void migrate(DataSource dataSource) {
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(dataSource)
                    .locations(MIGRATIONS)
                    .loggers("slf4j")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw SqlFailures.mendable(e).orElseGet(() -> new TasteprintException(
                    Kind.CONFLICT,
                    "the database does not take the schema: %s (%s)".formatted(advice(e), firstLine(e)), e));
        }
    }

    private static String advice(FlywayException e) {
        return e instanceof FlywayValidateException
                ? "another version of this program made it; use that version, or an empty database"
                : "give this program an empty database of its own, on PostgreSQL 15 or later";
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
