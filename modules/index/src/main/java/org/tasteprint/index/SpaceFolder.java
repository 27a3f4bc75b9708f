package org.tasteprint.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tasteprint.core.AtomicFile;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.index.SpaceVersion.State;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The files of one space: manifest, lock, and a folder for each version. See the package description. */
record SpaceFolder(Path path) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");
    private static final Pattern UNFINISHED_MANIFEST = Pattern.compile("\\.manifest\\.json.*\\.part");
    private static final Pattern KEPT_BESIDE = Pattern.compile("[A-Za-z].*\\.json");
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,8}");

    private static final int LOCK_ATTEMPTS = 6_000;
    private static final Duration LOCK_PAUSE = Duration.ofMillis(5);

    /** What tells one manifest from the next: a replaced file is another file, with another time. */
    record Stamp(Object fileKey, long modifiedMillis, long size) {}

    static SpaceFolder of(Path root, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT,
                    "'%s' cannot name a space: use letters, digits, and . _ @ - after the first character".formatted(name));
        }
        return new SpaceFolder(root.resolve(name));
    }

    String name() {
        return path.getFileName().toString();
    }

    Path version(int version) {
        return path.resolve(Integer.toString(version));
    }

    private Path manifest() {
        return path.resolve("manifest.json");
    }

    /** One look at the file system; empty when the space does not exist. */
    Optional<Stamp> stamp() {
        try {
            BasicFileAttributes now = Files.readAttributes(manifest(), BasicFileAttributes.class);
            return Optional.of(new Stamp(
                    String.valueOf(now.fileKey()), now.lastModifiedTime().toMillis(), now.size()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The active version; empty when the space does not exist. */
    Optional<SpaceInfo> active() {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(manifest()), SpaceInfo.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | JacksonException | NullPointerException e) {
            throw unreadable(e);
        }
    }

    /** Makes {@code info} the active version: from here on every new query is answered by it. */
    void activate(SpaceInfo info) throws IOException {
        int before = active().map(SpaceInfo::version).orElse(info.version());
        write(manifest(), info);
        if (before != info.version()) {
            Files.writeString(retired(before), "replaced by %d%n".formatted(info.version()));
        }
    }

    /** What raw vectors of a version went through; a version without a word on it takes them as they are. */
    Preprocessing preprocessing(int version) throws IOException {
        Path file = preprocessingFile(version);
        return Files.exists(file) ? JSON.readValue(Files.readAllBytes(file), Preprocessing.class) : Preprocessing.NONE;
    }

    void write(int version, Preprocessing preprocessing) {
        write(preprocessingFile(version), preprocessing);
    }

    private static void write(Path file, Object value) {
        byte[] json = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
        AtomicFile.write(file, out -> out.write(json));
    }

    private Path preprocessingFile(int version) {
        return version(version).resolve("preprocessing.json");
    }

    /** A mark in the folder of a version that was replaced; its time is when. */
    private Path retired(int version) {
        return version(version).resolve("retired");
    }

    /** A number that no version of this space has had, as far as the files tell. */
    int nextVersion() throws IOException {
        int highest = active().map(SpaceInfo::version).orElse(0);
        for (Path folder : versionFolders()) {
            highest = Math.max(highest, Integer.parseInt(folder.getFileName().toString()));
        }
        return highest + 1;
    }

    /**
     * Removes versions that were never finished, and those that were replaced longer ago than the grace. A file that another process
     * holds may stay until the next sweep. Only for who holds the {@linkplain #lock right to build}.
     */
    void sweep(Duration grace) throws IOException {
        for (SpaceVersion version : versions()) {
            if (version.state() == State.BUILDING) {
                delete(version(version.number()));
            }
        }
        for (Path halfManifest : entries(UNFINISHED_MANIFEST)) {
            delete(halfManifest);
        }
        dropRetired(grace);
    }

    /** Removes versions that were replaced longer ago than the grace; nobody can want them back, so that this takes no right. */
    void dropRetired(Duration grace) throws IOException {
        for (SpaceVersion version : versions()) {
            if (version.state() == State.RETIRED && version.since().plus(grace).isBefore(Instant.now())) {
                delete(version(version.number()));
            }
        }
    }

    /** Every version that has files, the oldest first. */
    List<SpaceVersion> versions() throws IOException {
        int active = active().map(SpaceInfo::version).orElse(0);
        List<SpaceVersion> versions = new ArrayList<>();
        for (Path folder : versionFolders()) {
            int number = Integer.parseInt(folder.getFileName().toString());
            try {
                boolean retired = Files.exists(retired(number));
                Path telling = number == active ? manifest() : retired ? retired(number) : folder;
                versions.add(new SpaceVersion(
                        number,
                        number == active ? State.ACTIVE : retired ? State.RETIRED : State.BUILDING,
                        Files.getLastModifiedTime(telling).toInstant(),
                        bytes(number)));
            } catch (NoSuchFileException | UncheckedIOException e) {
                // Removed while it was looked at: it is no version any more.
            }
        }
        versions.sort(Comparator.comparingInt(SpaceVersion::number));
        return versions;
    }

    /**
     * Takes the right to build, which ends with the returned channel or with the process.
     *
     * @throws TasteprintException {@code CONFLICT} when a build of this space is under way, here or in another process
     */
    FileChannel lock() throws IOException {
        return tryLock("build.lock").orElseThrow(() -> new TasteprintException(
                Kind.CONFLICT, "the space %s is being built already: wait for that to end".formatted(name())));
    }

    /** Takes the right to change the active version, which ends with the returned channel; waits for others, who take milliseconds. */
    FileChannel updateLock() throws IOException {
        for (int attempt = 0; attempt < LOCK_ATTEMPTS; attempt++) {
            Optional<FileChannel> lock = tryLock("update.lock");
            if (lock.isPresent()) {
                return lock.get();
            }
            LockSupport.parkNanos(LOCK_PAUSE.toNanos());
        }
        throw new TasteprintException(
                Kind.CONFLICT, "the space %s is being changed by somebody else: try again".formatted(name()));
    }

    private Optional<FileChannel> tryLock(String file) throws IOException {
        Files.createDirectories(path);
        FileChannel channel =
                FileChannel.open(path.resolve(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException e) {
            // Another thread of this process has it: the same answer as for another process.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    /** Ids that changed while a build is under way; there is such a file for as long. */
    Path changes() {
        return path.resolve("changes");
    }

    /** Size of all files of a version. */
    long bytes(int version) throws IOException {
        long sum = 0;
        try (Stream<Path> files = Files.walk(version(version))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                sum += Files.size(file);
            }
        }
        return sum;
    }

    /** Links the active version, and what is kept beside all versions, into another folder. Only for who holds the update lock. */
    void link(Path into) throws IOException {
        Path active = version(active().orElseThrow(() -> new NoSuchFileException(manifest().toString())).version());
        Files.createDirectories(into);
        List<Path> wanted = new ArrayList<>(entries(KEPT_BESIDE));
        try (Stream<Path> files = Files.walk(active)) {
            wanted.addAll(files.toList());
        }
        for (Path file : wanted) {
            Path target = into.resolve(path.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else if (!file.endsWith("write.lock")) {
                link(file, target);
            }
        }
    }

    private static void link(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(file, target);
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList().reversed()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // Not ours to insist on: a file may be open elsewhere. The next build sweeps again.
            System.getLogger(SpaceFolder.class.getName()).log(System.Logger.Level.DEBUG, "left behind: " + folder, e);
        }
    }

    private List<Path> versionFolders() throws IOException {
        return entries(VERSION);
    }

    private List<Path> entries(Pattern names) throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(p -> names.matcher(p.getFileName().toString()).matches()).toList();
        }
    }

    private TasteprintException unreadable(Exception cause) {
        return new TasteprintException(
                Kind.UNAVAILABLE,
                "cannot read %s (%s): mend its permissions, or delete it and run ./tasteprint index"
                        .formatted(manifest(), cause.getClass().getSimpleName()),
                cause);
    }
}
