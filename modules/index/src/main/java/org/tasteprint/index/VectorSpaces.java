package org.tasteprint.index;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/**
 * The embedding spaces of a folder. Several processes may have the folder open: whatever one of them builds, the others answer
 * from, beginning with their next query.
 *
 * <p>Safe for use by several threads.
 */
public final class VectorSpaces implements AutoCloseable {
    /** How long a replaced version is kept for those who have just begun to read it, where nothing else is said. */
    public static final Duration GRACE = Duration.ofSeconds(30);

    private final Path folder;
    private final Duration grace;
    private final Map<String, VectorSpace> opened = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private VectorSpaces(Path folder, Duration grace) {
        this.folder = folder;
        this.grace = grace;
    }

    /**
     * Opens a folder of spaces, and makes it when there is none.
     *
     * @throws TasteprintException {@code UNAVAILABLE} when it cannot be made
     */
    public static VectorSpaces open(Path folder) {
        return open(folder, GRACE);
    }

    /**
     * The same, with a grace of its own.
     *
     * @param grace how long a replaced version is kept for those who have just begun to read it
     */
    public static VectorSpaces open(Path folder, Duration grace) {
        try {
            return new VectorSpaces(Files.createDirectories(folder), grace);
        } catch (IOException e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE,
                    "cannot make the folder %s for embedding spaces (%s): check its permissions"
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    /**
     * Builds a new version of a space and makes it the active one. Queries are answered by the old version until then, and
     * nothing changes when this fails. Points that are {@linkplain #update updated} meanwhile are updated in the new version too,
     * unless another model made it: then only removals are, since vectors of two models cannot be compared.
     *
     * @param points at least one; ids are unique; lengths are ignored, directions kept
     * @throws TasteprintException {@code INVALID_INPUT} for a zero vector, one of another length or with a value that is not
     *     finite, an id twice, no point at all, or a name that is none; {@code CONFLICT} when this space is being built already;
     *     {@code UNAVAILABLE} when the disk is full or not writable
     */
    public SpaceInfo build(SpaceDefinition space, Iterable<Point> points, Progress progress) {
        requireOpen();
        SpaceFolder files = SpaceFolder.of(folder, space.name());
        try (FileChannel lock = files.lock()) {
            requireNonNull(lock, "no lock");
            SpaceInfo info = new SpaceBuild(files, space, grace).run(points, progress);
            sweepLater(files);
            return info;
        } catch (IOException e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE,
                    "cannot build the space %s in %s (%s): check the free space and the permissions"
                            .formatted(space.name(), folder, e.getMessage()),
                    e);
        }
    }

    /**
     * Adds, replaces and removes single points of the active version; every query that begins after this has returned sees it, in
     * other processes too. All of it is done, or nothing. Vectors must come from the model, and through the
     * {@linkplain VectorSpace#preprocessing preprocessing}, of the space.
     *
     * @param put    points that are added, or take the place of those with the same ids
     * @param remove ids; those that are not there are ignored
     * @throws TasteprintException {@code NOT_FOUND} when there is no such space; {@code INVALID_INPUT} for vectors that have no place
     *     in it; {@code CONFLICT} when others keep changing it; {@code UNAVAILABLE} when the disk is full or not writable
     */
    public SpaceInfo update(String name, Collection<Point> put, Collection<String> remove) {
        requireOpen();
        SpaceFolder files = SpaceFolder.of(folder, name);
        if (files.stamp().isEmpty()) {
            throw new TasteprintException(
                    Kind.NOT_FOUND, "there is no space %s to change: run ./tasteprint index".formatted(name));
        }
        try (FileChannel lock = files.updateLock()) {
            requireNonNull(lock, "no lock");
            SpaceInfo before = files.active().orElseThrow();
            Path version = files.version(before.version());
            new Changes(files.changes())
                    .note(Stream.concat(put.stream().map(Point::id), remove.stream()).toList());
            long vectors = SpaceUpdate.apply(version, before, put, remove);
            SpaceInfo now = before.updated(vectors, files.bytes(before.version()));
            files.activate(now);
            SpaceUpdate.tidy(version, now);
            return now;
        } catch (IOException e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE,
                    "cannot change the space %s in %s (%s): check the free space and the permissions"
                            .formatted(name, folder, e.getMessage()),
                    e);
        }
    }

    /**
     * Every version of a space that has files, the oldest first.
     *
     * @throws TasteprintException {@code UNAVAILABLE} when they cannot be read
     */
    public List<SpaceVersion> versions(String name) {
        requireOpen();
        try {
            return SpaceFolder.of(folder, name).versions();
        } catch (IOException e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE, "cannot read the versions of the space %s in %s".formatted(name, folder), e);
        }
    }

    /**
     * Puts the active version of every space into another folder of the same file system, as it is between two updates, by links to its
     * files, which are never written to again: nothing is copied, and nobody has to wait for long.
     *
     * @param into a folder, in which a folder of spaces appears; made when absent
     * @throws TasteprintException {@code UNAVAILABLE} when it cannot be written
     */
    public void snapshot(Path into) {
        for (SpaceInfo info : spaces()) {
            SpaceFolder files = SpaceFolder.of(folder, info.name());
            try (FileChannel lock = files.updateLock()) {
                requireNonNull(lock, "no lock");
                files.link(into.resolve(info.name()));
            } catch (IOException e) {
                throw new TasteprintException(
                        Kind.UNAVAILABLE,
                        "cannot copy the space %s into %s (%s): check the free space and the permissions"
                                .formatted(info.name(), into, e.getMessage()),
                        e);
            }
        }
    }

    /** Removes what a build replaced, when its grace is over. A process that ends before leaves that to the next build. */
    private void sweepLater(SpaceFolder files) {
        CompletableFuture.delayedExecutor(grace.toMillis() + 1, TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(() -> {
                    try {
                        files.dropRetired(grace);
                    } catch (IOException | TasteprintException e) {
                        System.getLogger(VectorSpaces.class.getName())
                                .log(System.Logger.Level.DEBUG, "left for the next build to sweep: " + files.path(), e);
                    }
                });
    }

    /** The active version of every space, by name. */
    public List<SpaceInfo> spaces() {
        return names().stream()
                .flatMap(name -> SpaceFolder.of(folder, name).active().stream())
                .toList();
    }

    /** The names of all spaces, in order: what a server asks for at every request, and therefore without a look into any. */
    public List<String> names() {
        requireOpen();
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .map(SpaceFolder::new)
                    .filter(space -> space.stamp().isPresent())
                    .map(SpaceFolder::name)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE, "cannot read the folder %s: check its permissions".formatted(folder), e);
        }
    }

    /** The space of this name, if it was ever built. It may be kept: it answers from the version that is active then. */
    public Optional<VectorSpace> space(String name) {
        requireOpen();
        SpaceFolder files = SpaceFolder.of(folder, name);
        return files.stamp().map(exists -> opened.computeIfAbsent(name, n -> new VectorSpace(files)));
    }

    /** Closes every space. A query under way ends as usual; a later one is refused. */
    @Override
    public void close() {
        closed = true;
        opened.values().forEach(VectorSpace::close);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the spaces of %s are closed".formatted(folder));
        }
    }
}
