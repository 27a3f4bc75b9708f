package org.tasteprint.index;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.tasteprint.core.Embedding;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Provenance;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/**
 * The embedding spaces of a folder. Several processes may have the folder open: whatever one of them builds, the others answer
 * from, beginning with their next query.
 *
 * <p>Safe for use by several threads.
 */
public final class VectorSpaces implements AutoCloseable {
    private final Path folder;
    private final Map<String, VectorSpace> opened = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private VectorSpaces(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens a folder of spaces, and makes it when there is none.
     *
     * @throws TasteprintException {@code UNAVAILABLE} when it cannot be made
     */
    public static VectorSpaces open(Path folder) {
        try {
            return new VectorSpaces(Files.createDirectories(folder));
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
     * nothing changes when this fails.
     *
     * @param name       letters, digits, and {@code . _ @ -}
     * @param dimensions length of every vector, in 1..4096
     * @param provenance how the model came to be that made the vectors
     * @param vectors    at least one; ids are unique; lengths are ignored, directions kept
     * @throws TasteprintException {@code INVALID_INPUT} for a zero vector, one of another length or with a value that is not
     *     finite, an id twice, or no vector at all; {@code CONFLICT} when this space is being built already;
     *     {@code UNAVAILABLE} when the disk is full or not writable
     */
    public SpaceInfo build(
            String name, int dimensions, Provenance provenance, Iterable<Embedding> vectors, Progress progress) {
        requireOpen();
        requireNonNull(provenance, "provenance is null");
        if (dimensions < 1 || dimensions > VectorCodec.MAX_DIMENSIONS) {
            throw new IllegalArgumentException("dimensions must be in 1..%d; dimensions=%d"
                    .formatted(VectorCodec.MAX_DIMENSIONS, dimensions));
        }
        SpaceFolder files = SpaceFolder.of(folder, name);
        try (FileChannel lock = files.lock()) {
            requireNonNull(lock, "no lock");
            int version = files.nextVersion();
            files.sweep();
            SpaceInfo info;
            try {
                long count = new SpaceWriter(name, dimensions).write(files.version(version), vectors, progress);
                info = new SpaceInfo(name, version, count, dimensions, files.bytes(version), provenance);
                files.activate(info);
            } catch (IOException | RuntimeException e) {
                SpaceFolder.delete(files.version(version));
                throw e;
            }
            files.sweep();
            return info;
        } catch (IOException e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE,
                    "cannot build the space %s in %s (%s): check the free space and the permissions"
                            .formatted(name, folder, e.getMessage()),
                    e);
        }
    }

    /** The active version of every space, by name. */
    public List<SpaceInfo> spaces() {
        requireOpen();
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .map(SpaceFolder::new)
                    .flatMap(space -> space.active().stream())
                    .sorted(Comparator.comparing(SpaceInfo::name))
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
