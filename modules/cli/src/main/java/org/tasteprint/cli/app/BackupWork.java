package org.tasteprint.cli.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.core.AtomicFile;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Software;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import tools.jackson.databind.json.JsonMapper;

/**
 * A home in one file, and a home out of such a file: the database, features, models, spaces and evaluations. Not in it are sound
 * files, settings (which say where the database is) and what work in progress leaves on the disk.
 *
 * <p>A backup may be taken while a server runs. The database is read in one snapshot; of each space the active version is linked
 * between two updates; other files are only ever replaced as a whole. Tracks that are imported meanwhile are in it as a whole or not at
 * all; features that are extracted meanwhile may be in it or not.
 */
public final class BackupWork {
    private static final String FORMAT = "tasteprint backup 1";
    private static final String ABOUT = "backup.json";
    private static final String DATABASE = "database";
    private static final String SPACES = "spaces";

    private final Workspace workspace;
    private final Path home;

    BackupWork(Workspace workspace) {
        this.workspace = workspace;
        this.home = workspace.settings().home();
    }

    /**
     * Writes a backup; there is a file of that name only when it is complete.
     *
     * @param to a file that does not exist, or a folder in which one is made that is called after the time
     * @throws TasteprintException {@code CONFLICT} when there is such a file, or another backup of this home is being written;
     *     {@code UNAVAILABLE} when the disk is full
     */
    public BackupResult backup(Path to) {
        long start = System.nanoTime();
        Path target = Files.isDirectory(to)
                ? to.resolve("tasteprint-%s.tar.gz".formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "")))
                : to.toAbsolutePath();
        if (Files.exists(target)) {
            throw new TasteprintException(Kind.CONFLICT, "there is a file %s already: name another, or a folder".formatted(target));
        }
        Path staging = home.resolve(".backup");
        try (FileChannel lock = lock(Files.createDirectories(home).resolve(".backup.lock"))) {
            Objects.requireNonNull(lock, "no lock");
            delete(staging);
            try {
                long rows = workspace.catalog().dump(staging.resolve(DATABASE), workspace.progress());
                workspace.spaces().snapshot(staging.resolve(SPACES));
                Files.write(staging.resolve(ABOUT), about(rows));
                long[] files = {0};
                AtomicFile.write(target, out -> {
                    try (BackupWriter writer = new BackupWriter(out, staging.resolve("sums"))) {
                        files[0] = writeAll(writer, staging);
                        writer.finish();
                    }
                });
                return new BackupResult(target, Files.size(target), files[0], rows, (System.nanoTime() - start) / 1e9);
            } finally {
                delete(staging);
            }
        } catch (IOException e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE,
                    "cannot back up %s (%s): check the free space and the permissions".formatted(home, e.getMessage()),
                    e);
        }
    }

    private static byte[] about(long rows) {
        return JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(Map.of("format", FORMAT, "software", Software.version(), "made", Instant.now().toString(), "rows", rows));
    }

    private long writeAll(BackupWriter writer, Path staging) throws IOException {
        writer.add(staging, staging.resolve(ABOUT));
        long files = 0;
        try (Progress.Task task = workspace.progress().begin("writing the backup", "files", 0)) {
            add(writer, staging, DATABASE, task);
            files += add(writer, staging, SPACES, task);
            for (Path part : List.of(workspace.settings().trained(), workspace.settings().features(), workspace.settings().evaluations())) {
                files += add(writer, home, home.relativize(part).toString(), task);
            }
        }
        return files;
    }

    /** Adds the files of a folder, but not those that are being written. */
    private static long add(BackupWriter writer, Path base, String part, Progress.Task task) throws IOException {
        long added = 0;
        if (Files.isDirectory(base.resolve(part))) {
            try (Stream<Path> files = Files.walk(base.resolve(part)).filter(Files::isRegularFile)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    boolean hidden = Stream.iterate(file, f -> !f.equals(base), Path::getParent)
                            .anyMatch(f -> f.getFileName().toString().startsWith("."));
                    if (!hidden && writer.add(base, file)) {
                        added++;
                        task.advance(1);
                    }
                }
            }
        }
        return added;
    }

    /**
     * Makes an empty home what another one was. Until everything is unpacked and its checksums have been compared, the home and the
     * database are left alone; then the database is filled in one transaction. One that was interrupted is begun anew.
     *
     * @param from a backup
     * @throws TasteprintException {@code CONFLICT} when home or database have something in them; {@code INVALID_INPUT} when the file is
     *     damaged or no backup; {@code UNAVAILABLE} when the disk is full
     */
    public BackupResult restore(Path from) {
        long start = System.nanoTime();
        Path staging = home.resolve(".restore");
        Path begun = staging.resolve("begun");
        List<Path> parts = Stream.of(
                        workspace.settings().spaces(),
                        workspace.settings().trained(),
                        workspace.settings().features(),
                        workspace.settings().evaluations())
                .toList();
        try (FileChannel lock = lock(Files.createDirectories(home).resolve(".backup.lock"))) {
            Objects.requireNonNull(lock, "no lock");
            if (!Files.exists(begun)) {
                for (Path part : parts) {
                    requireAbsent(part);
                }
            }
            delete(staging);
            try {
                Path content = staging.resolve("content");
                long files = BackupReader.unpack(from, content, staging.resolve("sums"), FORMAT, workspace.progress());
                // From here on what lies in the home is ours.
                Files.createFile(begun);
                for (Path part : parts) {
                    delete(part);
                    Path unpacked = content.resolve(home.relativize(part).toString());
                    if (Files.exists(unpacked)) {
                        Files.move(unpacked, part);
                    }
                }
                long rows;
                try {
                    rows = Catalog.restore(workspace.settings().whereCatalogIs(), content.resolve(DATABASE), workspace.progress());
                } catch (RuntimeException e) {
                    for (Path part : parts) {
                        delete(part);
                    }
                    throw e;
                }
                return new BackupResult(from, Files.size(from), files, rows, (System.nanoTime() - start) / 1e9);
            } finally {
                delete(staging);
            }
        } catch (IOException e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE,
                    "cannot restore %s into %s (%s): check the free space and the permissions".formatted(from, home, e.getMessage()),
                    e);
        }
    }

    private void requireAbsent(Path part) throws IOException {
        if (Files.isDirectory(part)) {
            try (Stream<Path> files = Files.list(part)) {
                if (files.findAny().isEmpty()) {
                    return;
                }
            }
            throw new TasteprintException(
                    Kind.CONFLICT,
                    "the home %s is not empty, it has %s: name another with --home, which is made".formatted(home, part.getFileName()));
        }
    }

    private FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Another thread of this process has it: the same answer as for another process.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new TasteprintException(
                Kind.CONFLICT, "a backup or restore of %s is under way: wait for that to end".formatted(home));
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(file);
                }
            }
        }
    }
}
