package org.tasteprint.index;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/**
 * One embedding space, searched by cosine. Each call is answered by one version: the one that is active when it begins.
 *
 * <p>Safe for use by several threads.
 */
public final class VectorSpace {
    /** How often a version may be replaced between reading the manifest and opening it. */
    private static final int ATTEMPTS = 5;

    private final SpaceFolder files;
    private SpaceFolder.Stamp stamp;
    private OpenVersion current;
    private boolean closed;

    VectorSpace(SpaceFolder files) {
        this.files = files;
    }

    @FunctionalInterface
    private interface Question<R> {
        R askOf(OpenVersion version) throws IOException;
    }

    /** The version that is active now. */
    public SpaceInfo info() {
        return answer(OpenVersion::info);
    }

    /** The vector of {@code id}, scaled to length 1; empty when the space has none. */
    public Optional<float[]> vector(String id) {
        return answer(version -> version.vector(id));
    }

    /**
     * The nearest points to a direction, nearest first. Spaces of up to {@value OpenVersion#EXACT_UP_TO} vectors are searched
     * exactly, larger ones through the graph, and exactly where {@code allowed} leaves too few of what the graph offers.
     *
     * @param query   float[dimensions], finite and not zero; its length does not matter
     * @param k       how many at most, at least 1; fewer come back when fewer are allowed
     * @param allowed which ids may appear
     * @throws TasteprintException {@code INVALID_INPUT} for a query of another length, zero, or not finite
     */
    public List<Neighbour> nearest(float[] query, int k, Predicate<String> allowed) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be positive; k=" + k);
        }
        return answer(version -> version.nearest(
                Directions.unit(query, version.info().dimensions(), "the query of space " + files.name()), k, allowed));
    }

    /**
     * The nearest points to a point of the space, without itself, nearest first.
     *
     * @throws TasteprintException {@code NOT_FOUND} when the space has no vector of that id
     */
    public List<Neighbour> similar(String id, int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be positive; k=" + k);
        }
        return answer(version -> {
            float[] query = version.vector(id).orElseThrow(() -> new TasteprintException(
                    Kind.NOT_FOUND,
                    "the space %s has no vector of %s: run ./tasteprint index once it has features"
                            .formatted(files.name(), id)));
            return version.nearest(query, k, other -> !other.equals(id));
        });
    }

    private <R> R answer(Question<R> question) {
        OpenVersion version = acquire();
        try {
            return question.askOf(version);
        } catch (IOException e) {
            throw unreadable(e);
        } finally {
            version.release();
        }
    }

    /** The active version, held: it stays open until it is released, whatever happens to its files. */
    private synchronized OpenVersion acquire() {
        if (closed) {
            throw new IllegalStateException("the space %s is closed".formatted(files.name()));
        }
        Optional<SpaceFolder.Stamp> now = files.stamp();
        if (current == null || now.isPresent() && !now.get().equals(stamp)) {
            reopen();
        }
        current.hold();
        return current;
    }

    private void reopen() {
        for (int attempt = 1; ; attempt++) {
            SpaceFolder.Stamp before = files.stamp().orElseThrow(this::gone);
            SpaceInfo info = files.active().orElseThrow(this::gone);
            try {
                OpenVersion fresh = OpenVersion.open(files.version(info.version()), info);
                if (current != null) {
                    current.release();
                }
                current = fresh;
                stamp = before;
                return;
            } catch (IOException e) {
                // Another build may have finished meanwhile and removed this version: look again.
                if (attempt == ATTEMPTS || files.active().map(SpaceInfo::version).orElse(0) == info.version()) {
                    throw unreadable(e);
                }
            }
        }
    }

    synchronized void close() {
        closed = true;
        if (current != null) {
            current.release();
            current = null;
        }
    }

    private TasteprintException gone() {
        return new TasteprintException(
                Kind.NOT_FOUND, "the space %s is gone: run ./tasteprint index".formatted(files.name()));
    }

    private TasteprintException unreadable(IOException e) {
        return new TasteprintException(
                Kind.UNAVAILABLE,
                "cannot read the space %s in %s (%s): run ./tasteprint index to build it again"
                        .formatted(files.name(), files.path(), e.getMessage()),
                e);
    }
}
