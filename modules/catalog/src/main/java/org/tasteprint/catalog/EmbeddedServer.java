package org.tasteprint.catalog;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tasteprint.core.TasteprintException;

/**
 * The PostgreSQL server of a folder, shared by all who use the folder at a time.
 *
 * <p>Whoever comes first starts it, whoever comes later attaches to it, and the last to leave stops it. Who is there is asked
 * of the server itself: everybody holds a shared advisory lock in a session of their own for as long as they stay, and who
 * can get that lock exclusively is alone. The session of a process that was killed ends with it, so a server that it left behind
 * is simply found running, and stopped by the next last one. Coming and going happen one at a time
 * ({@link ServerFolder#alone}).
 */
final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    /** Key of the advisory lock that means "somebody is here". */
    private static final int PRESENCE = 0x7461;

    private final ServerFolder folder;
    private final DataSource dataSource;
    private final Connection presence;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread closeOnExit = new Thread(this::leave, "leave-postgresql");

    private EmbeddedServer(ServerFolder folder, DataSource dataSource, Connection presence) {
        this.folder = folder;
        this.dataSource = dataSource;
        this.presence = presence;
    }

    /** @throws TasteprintException {@code UNAVAILABLE} when the server cannot be started or does not answer */
    static EmbeddedServer enter(Path path) {
        ServerFolder folder = ServerFolder.at(path);
        return folder.alone(() -> {
            PostgresProcess postgres = new PostgresProcess(folder);
            DataSource dataSource = postgres.running().orElseGet(postgres::start);
            try {
                Connection presence = dataSource.getConnection();
                ask(presence, "SELECT pg_advisory_lock_shared(" + PRESENCE + ")");
                EmbeddedServer server = new EmbeddedServer(folder, dataSource, presence);
                Runtime.getRuntime().addShutdownHook(server.closeOnExit);
                return server;
            } catch (SQLException e) {
                throw postgres.unavailable("the server does not let us in: " + e.getMessage(), e);
            }
        });
    }

    /** Leaves when it is closed, and not already when the program begins to end. */
    void stayUntilClosed() {
        Runtime.getRuntime().removeShutdownHook(closeOnExit);
    }

    DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void close() {
        if (!closed.get()) {
            try {
                Runtime.getRuntime().removeShutdownHook(closeOnExit);
            } catch (IllegalStateException e) {
                LOG.debug("the program is ending: its shutdown hook leaves at the same time", e);
            }
            leave();
        }
    }

    private void leave() {
        if (!closed.getAndSet(true)) {
            folder.alone(() -> {
                if (lastOne()) {
                    new PostgresProcess(folder).stop();
                }
                return folder;
            });
        }
    }

    /** Ends our own session, and those of strangers (a person with psql, say) when nobody else of us is here. */
    private boolean lastOne() {
        try (presence) {
            ask(presence, "SELECT pg_advisory_unlock_shared(" + PRESENCE + ")");
            boolean last = ask(presence, "SELECT pg_try_advisory_lock(" + PRESENCE + ")");
            if (last) {
                ask(presence, """
                        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                        WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()""");
            }
            return last;
        } catch (SQLException e) {
            LOG.debug("the server of {} was gone before us", folder, e);
            return false;
        }
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() && "t".equals(rows.getString(1));
        }
    }
}
