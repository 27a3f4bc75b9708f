package org.tasteprint.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.index.query.Attributes;
import org.tasteprint.index.query.Filter;
import org.tasteprint.index.query.Query;
import org.tasteprint.index.ranking.Candidate;
import org.tasteprint.index.ranking.Hubness;

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

    /** What is known of {@code id} beside its vector; empty when the space has none. */
    public Optional<Attributes> attributes(String id) {
        return answer(version -> {
            int document = version.document(id);
            return document < 0 ? Optional.empty() : Optional.of(version.attributes(document));
        });
    }

    /** What raw vectors must go through before they are seeds or points here. */
    public Preprocessing preprocessing() {
        return answer(version -> files.preprocessing(version.info().version()));
    }

    /**
     * Answers a query: at most as many points as it wants, nearest first, or in the order that its rules give. Segments of up to
     * {@value SegmentSearch#EXACT_UP_TO} points are searched exactly, larger ones through the graph, and exactly where the filter
     * lets few through.
     *
     * @throws TasteprintException {@code NOT_FOUND} when a seed is not in the space; {@code INVALID_INPUT} for a vector of another
     *     length, zero, or not finite, and for seeds that cancel each other out
     */
    public List<Neighbour> search(Query query) {
        return answer(version -> Search.answer(version, query));
    }

    /**
     * Answers several queries out of one version, in their order.
     *
     * @throws TasteprintException as {@link #search(Query)} does for the first that cannot be answered
     */
    public List<List<Neighbour>> search(List<Query> queries) {
        return answer(version -> {
            List<List<Neighbour>> answers = new ArrayList<>();
            for (Query query : queries) {
                answers.add(Search.answer(version, query));
            }
            return List.copyOf(answers);
        });
    }

    /**
     * The nearest points to a point of the space, without itself, nearest first.
     *
     * @throws TasteprintException {@code NOT_FOUND} when the space has no vector of that id
     */
    public List<Neighbour> similar(String id, int k) {
        return search(Query.near(id).count(k).build());
    }

    /**
     * A way from one point to another in even steps: no point twice, and no artist twice where that can be avoided.
     *
     * @param from   id of the first point
     * @param to     id of the last point
     * @param steps  from one end to the other, at least 1; there are steps − 1 points between the ends, or fewer where the space has
     *               no more
     * @param filter which points may lie between the ends
     * @return both ends and what lies between, each with its similarity to the one before it (the first with 1)
     * @throws TasteprintException {@code NOT_FOUND} when one of the ends is not in the space
     */
    public List<Neighbour> path(String from, String to, int steps, Filter filter) {
        if (steps < 1) {
            throw new IllegalArgumentException("steps must be positive; steps=" + steps);
        }
        return answer(version -> new PathSearch(version, filter).run(point(version, from), point(version, to), steps));
    }

    /**
     * A walk through the surroundings of a point: always on to the nearest one that was not visited yet, and where possible to
     * another artist.
     *
     * @param from          id of the point that it begins at, which is not answered
     * @param minSimilarity to the first point, in -1..1: the walk stays within this radius
     * @param count         how many points at most, at least 1
     * @param filter        which points may be visited
     * @return the points in the order of the walk, each with its similarity to the one before it
     * @throws TasteprintException {@code NOT_FOUND} when the point is not in the space
     */
    public List<Neighbour> walk(String from, double minSimilarity, int count, Filter filter) {
        if (count < 1) {
            throw new IllegalArgumentException("count must be positive; count=" + count);
        }
        return answer(version -> new Walk(version, filter).run(point(version, from), minSimilarity, count));
    }

    /**
     * How much of a hub some points are, and how much less with {@link Query#fewerHubs}: measured on the whole space, or on points
     * spread evenly over a large one.
     *
     * @param k    neighbours of each, at least 1
     * @param most how many points take part at most; the time grows with its square
     */
    public Hubness hubness(int k, int most, Progress progress) {
        return answer(version -> Hubness.of(version.vectors(version.spread(most)), k, version.proximity(), progress));
    }

    /**
     * Hands out every point, its vector at length 1.
     *
     * @return how many there were
     */
    public int forEach(Consumer<Point> reader) {
        return forEach(version -> {}, reader);
    }

    /**
     * Hands out every point of one version, its vector at length 1.
     *
     * @param first  is told before which version it is; it has as many points as that says
     * @param reader of the points, which may take its time: the version stays there until it is done
     * @return how many there were
     */
    public int forEach(Consumer<SpaceInfo> first, Consumer<Point> reader) {
        return answer(version -> {
            first.accept(version.info());
            int[] documents = version.spread(version.size());
            for (int document : documents) {
                reader.accept(new Point(version.id(document), version.vector(document), version.attributes(document)));
            }
            return documents.length;
        });
    }

    /** Where the files of the space lie; what is derived from all versions may be kept there too. */
    public Path folder() {
        return files.path();
    }

    private static Candidate point(OpenVersion version, String id) throws IOException {
        return version.candidate(new Hit(version.existing(id), 1));
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
                OpenVersion fresh = current != null && current.info().version() == info.version()
                        ? current.refreshed(info)
                        : OpenVersion.open(files.version(info.version()), info);
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
