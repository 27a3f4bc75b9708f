package org.tasteprint.catalog;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/**
 * The folder of an embedded server.
 *
 * <pre>
 * data/          PostgreSQL's own data folder
 * binaries/      the unpacked server
 * password       of the superuser, readable by the owner of the folder only
 * postgres.log   what the server said since it was last started
 * making         exists while the data folder is being made for the first time
 * lock           held by the process that starts or stops the server
 * </pre>
 *
 * @param path absolute and without links
 */
record ServerFolder(Path path) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PASSWORD_BYTES = 24;

    static ServerFolder at(Path path) {
        try {
            return new ServerFolder(Files.createDirectories(path).toRealPath());
        } catch (IOException e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE,
                    "cannot make the folder %s for the database (%s): choose another with --home".formatted(path, e.getMessage()),
                    e);
        }
    }

    Path data() {
        return path.resolve("data");
    }

    Path binaries() {
        return path.resolve("binaries");
    }

    Path log() {
        return path.resolve("postgres.log");
    }

    private Path making() {
        return path.resolve("making");
    }

    /**
     * Does something while nobody else, in this process or another, starts or stops the server of this folder. The monitor is for
     * the threads of this process: the operating system's lock on the file belongs to a process as a whole, and is lost as soon as
     * any thread closes the file.
     */
    <T> T alone(Supplier<T> work) {
        synchronized (ServerFolder.class) {
            try (FileChannel channel = FileChannel.open(
                    path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                Instant deadline = Instant.now().plus(PATIENCE);
                FileLock lock = channel.tryLock();
                while (lock == null) {
                    if (Instant.now().isAfter(deadline)) {
                        throw new TasteprintException(
                                Kind.UNAVAILABLE,
                                "another process has been starting or stopping the database in %s for %d s: end it and try again"
                                        .formatted(path, PATIENCE.toSeconds()));
                    }
                    Thread.sleep(20);
                    lock = channel.tryLock();
                }
                return work.get();
            } catch (IOException e) {
                throw new TasteprintException(
                        Kind.UNAVAILABLE, "cannot use the folder %s for the database: %s".formatted(path, e.getMessage()), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TasteprintException(Kind.UNAVAILABLE, "interrupted while waiting for the database in " + path, e);
            }
        }
    }

    /**
     * Clears away what an interrupted first start left: a half made data folder, half unpacked binaries. Nothing was stored in
     * a data folder that is marked as being made.
     *
     * @return whether the data folder has to be made
     */
    boolean prepare() throws IOException {
        if (Files.exists(making())) {
            delete(data());
        }
        try (Stream<Path> unpacked = Files.isDirectory(binaries()) ? Files.list(binaries()) : Stream.empty()) {
            for (Path folder : unpacked.filter(folder -> Files.notExists(folder.resolve(".exists"))).toList()) {
                delete(folder);
            }
        }
        boolean toBeMade = Files.notExists(data());
        if (toBeMade) {
            Files.writeString(making(), "");
        }
        return toBeMade;
    }

    /** The data folder is complete. */
    void made() throws IOException {
        Files.deleteIfExists(making());
    }

    /** Forgets what a failed first start has made, the binaries included: the disk may have been full as they were unpacked. */
    void unmake() throws IOException {
        if (Files.exists(making())) {
            delete(data());
            delete(binaries());
            made();
        }
    }

    /** The superuser's password, made at random when there is none yet. */
    String password() throws IOException {
        Path file = path.resolve("password");
        if (Files.notExists(file)) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            Path written = Files.createTempFile(path, ".password", "");
            Files.writeString(written, HexFormat.of().formatHex(random));
            Files.move(written, file);
        }
        return Files.readString(file).strip();
    }

    /** From now on the server asks everybody for the password. */
    void requirePassword() throws IOException {
        Files.write(
                data().resolve("pg_hba.conf"),
                List.of("host all all 127.0.0.1/32 scram-sha-256", "host all all ::1/128 scram-sha-256"));
    }

    /** The last line of the server's log that tells of a failure, or an empty text. */
    String lastFailure() {
        try (Stream<String> lines = new String(Files.readAllBytes(log()), StandardCharsets.UTF_8).lines()) {
            return lines.filter(line -> line.matches(".*(FATAL|PANIC|ERROR|[Ee]rror|HINT).*")).reduce("", (a, b) -> b).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
