package org.tasteprint.catalog;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** Makes the pool of connections. */
final class Connections {
    private static final String SCHEME = "jdbc:postgresql:";
    /** Connections at a time; who needs one more waits for some seconds. */
    static final int MOST = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Connections() {}

    static HikariDataSource to(DataSource dataSource) {
        HikariConfig config = settings();
        config.setDataSource(dataSource);
        return new HikariDataSource(config);
    }

    /** @throws TasteprintException {@code UNAVAILABLE} within about five seconds when there is no such database */
    static HikariDataSource to(Database.External database) {
        if (!database.jdbcUrl().startsWith(SCHEME)) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT,
                    "the database URL %s is not one of PostgreSQL: write jdbc:postgresql://host:5432/name?user=…&password=…"
                            .formatted(database.address()));
        }
        HikariConfig config = settings();
        config.setJdbcUrl(database.jdbcUrl());
        for (String timeout : new String[] {"connectTimeout", "loginTimeout"}) {
            if (!database.jdbcUrl().contains(timeout + "=")) {
                config.addDataSourceProperty(timeout, Long.toString(PATIENCE.toSeconds()));
            }
        }
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw SqlFailures.unreachable(database, e.getCause() instanceof SQLException sql ? sql : new SQLException(e.getMessage(), e));
        }
    }

    private static HikariConfig settings() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("catalog");
        config.setMaximumPoolSize(MOST);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        // Tries once, and fails at once with the reason.
        config.setInitializationFailTimeout(1);
        return config;
    }
}
