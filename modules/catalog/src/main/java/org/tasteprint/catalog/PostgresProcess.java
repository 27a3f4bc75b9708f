package org.tasteprint.catalog;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** Finds, starts and stops the server process of a folder; to be called by one at a time. */
final class PostgresProcess {
    private static final Duration STARTUP = Duration.ofSeconds(30);
    private static final Duration SHUTDOWN = Duration.ofSeconds(20);
    private static final String USER = "postgres";

    private final ServerFolder folder;
    private final Path pidFile;

    PostgresProcess(ServerFolder folder) {
        this.folder = folder;
        this.pidFile = folder.data().resolve("postmaster.pid");
    }

    /**
     * The server that is running, whoever started it. Waits for one that is still starting, recovering or stopping.
     *
     * @throws TasteprintException {@code UNAVAILABLE} when there is one but it does not answer
     */
    Optional<DataSource> running() {
        Instant deadline = Instant.now().plus(STARTUP);
        while (Instant.now().isBefore(deadline)) {
            Optional<PidFile> found = PidFile.read(pidFile);
            if (found.isEmpty() || !found.get().alive()) {
                return Optional.empty();
            }
            if (!found.get().serves(folder.data())) {
                // After a crash of the machine the number may belong to any process, which PostgreSQL would take for a server.
                deletePidFile();
                return Optional.empty();
            }
            DataSource dataSource = dataSource(found.get().port());
            if (answers(dataSource)) {
                return Optional.of(dataSource);
            }
            pause();
        }
        throw unavailable("its server is running but does not answer", null);
    }

    /** @throws TasteprintException {@code UNAVAILABLE} when the server does not start */
    DataSource start() {
        boolean root = System.getProperty("os.name").equals("Linux") && System.getProperty("user.name").equals("root");
        if (root && !LinuxUtils.isUnshareAvailable()) {
            throw unavailable("it does not run as root, and user namespaces (unshare -U), which would help, are forbidden here", null);
        }
        try {
            boolean first = folder.prepare();
            // The library locks this file until its object is collected: a new start in this process needs a new file.
            Files.deleteIfExists(folder.data().resolve("epg-lock"));
            try {
                int port = builder(first).start().getPort();
                DataSource dataSource = dataSource(port);
                if (first) {
                    setPassword(port);
                    folder.made();
                }
                return dataSource;
            } catch (IOException | SQLException | RuntimeException | ExceptionInInitializerError e) {
                folder.unmake();
                throw unavailable(folder.lastFailure().isEmpty() ? e.toString() : folder.lastFailure(), e);
            }
        } catch (IOException e) {
            throw unavailable(e.toString(), e);
        }
    }

    /** Stops the server, which nobody uses any more, and waits for it. */
    void stop() {
        PidFile.read(pidFile).map(PidFile::pid).flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroy);
        Instant deadline = Instant.now().plus(SHUTDOWN);
        // The file goes last. The process itself may stay on as a zombie where nobody collects orphans.
        while (Files.exists(pidFile) && Instant.now().isBefore(deadline)) {
            pause();
        }
    }

    TasteprintException unavailable(String reason, Throwable cause) {
        return new TasteprintException(
                Kind.UNAVAILABLE,
                "no PostgreSQL in %s (%s): see %s, check the free space and permissions, or use one of your own with --database jdbc:postgresql://…"
                        .formatted(folder.path(), reason, folder.log()),
                cause);
    }

    private EmbeddedPostgres.Builder builder(boolean first) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.data())
                .setOverrideWorkingDirectory(folder.binaries().toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(STARTUP)
                .setOutputRedirector(Redirect.to(folder.log().toFile()))
                // Collation of the server's own, the same everywhere: system locales and ICU differ by machine.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // The library turns these off, as for tests; here data is to survive a power cut.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_wal_size", "2GB");
        return first ? builder : builder.setConnectConfig("password", folder.password());
    }

    private void setPassword(int port) throws IOException, SQLException {
        PGSimpleDataSource open = dataSource(port);
        try (Connection connection = open.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE %s PASSWORD '%s'".formatted(USER, folder.password()));
            folder.requirePassword();
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    private PGSimpleDataSource dataSource(int port) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {"localhost"});
        dataSource.setPortNumbers(new int[] {port});
        dataSource.setDatabaseName("postgres");
        dataSource.setUser(USER);
        dataSource.setApplicationName("tasteprint");
        dataSource.setConnectTimeout((int) STARTUP.toSeconds());
        try {
            dataSource.setPassword(folder.password());
        } catch (IOException e) {
            throw unavailable(e.toString(), e);
        }
        return dataSource;
    }

    private boolean answers(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW data_directory")) {
            return rows.next() && Path.of(rows.getString(1)).equals(folder.data());
        } catch (SQLException e) {
            return false;
        }
    }

    private void deletePidFile() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw unavailable(e.toString(), e);
        }
    }

    private void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("interrupted", e);
        }
    }

    /** What a running server notes about itself: its process, its data folder, its port, one a line. */
    private record PidFile(long pid, int port) {
        private static final int PORT_LINE = 3;

        static Optional<PidFile> read(Path file) {
            try {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() > PORT_LINE) {
                    return Optional.of(
                            new PidFile(Long.parseLong(lines.getFirst().strip()), Integer.parseInt(lines.get(PORT_LINE).strip())));
                }
                return Optional.empty();
            } catch (IOException | NumberFormatException e) {
                return Optional.empty();
            }
        }

        boolean alive() {
            return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        }

        boolean serves(Path data) {
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().commandLine())
                    .map(command -> command.contains("postgres") && command.contains(data.toString()))
                    .orElse(false);
        }
    }
}
