package org.tasteprint.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.SlowCodecReaderWrapper;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/**
 * Writes one version: first the vectors as they come, in as many segments as memory asks for and without graphs; then
 * everything into one segment, whose graph is made once, by all processors. Growing a graph on the way and merging graphs
 * afterwards would do most of the work twice.
 */
final class SpaceWriter {
    private static final double BUFFER_MIB = 64;

    /** What a commit calls the breadth that its graph was measured to need. */
    private static final String BREADTH = "breadth";

    /** For versions without a graph, or without a measurement. */
    private static final int DEFAULT_BREADTH = 200;

    private final SpaceDefinition space;

    SpaceWriter(SpaceDefinition space) {
        this.space = space;
    }

    /** Returns the number of vectors written. */
    long write(Path folder, Iterable<Point> points, Progress progress) throws IOException {
        Path parts = folder.resolve("parts");
        long total = points instanceof Collection<?> known ? known.size() : 0;
        long count;
        try (Progress.Task task = progress.begin("indexing " + space.name(), "vectors", total);
                Directory from = FSDirectory.open(parts);
                Directory to = FSDirectory.open(folder)) {
            count = collect(from, points, task);
            if (count == 0) {
                throw invalid("the space %s would be empty: extract features or train first".formatted(space.name()));
            }
            boolean graph = count > SegmentSearch.EXACT_UP_TO;
            task.detail("making the graph");
            join(from, to, graph);
            if (graph) {
                task.detail("measuring the graph");
                note(to, breadthOf(folder));
            }
        }
        SpaceFolder.delete(parts);
        return count;
    }

    private long collect(Directory to, Iterable<Point> points, Progress.Task task) throws IOException {
        IndexWriterConfig config = config(VectorCodec.withoutGraph())
                .setRAMBufferSizeMB(BUFFER_MIB)
                .setMergePolicy(NoMergePolicy.INSTANCE);
        Set<String> ids = new HashSet<>();
        try (IndexWriter writer = new IndexWriter(to, config)) {
            for (Point point : points) {
                if (!ids.add(point.id())) {
                    throw invalid("the space %s would hold %s twice: give each id one vector"
                            .formatted(space.name(), point.id()));
                }
                writer.addDocument(document(point, space.dimensions()));
                task.advance(1);
            }
        }
        return ids.size();
    }

    /** @throws TasteprintException {@code INVALID_INPUT} when the vector has no place in a space of so many dimensions */
    static Document document(Point point, int dimensions) {
        float[] unit = Directions.unit(point.vector(), dimensions, "the vector of " + point.id());
        return Documents.of(point.id(), unit, point.attributes());
    }

    private void join(Directory from, Directory to, boolean graph) throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads);
                DirectoryReader reader = DirectoryReader.open(from);
                IndexWriter writer = new IndexWriter(
                        to,
                        config(graph ? VectorCodec.withGraph(space.precision(), threads, workers) : VectorCodec.withoutGraph()))) {
            List<CodecReader> segments = new ArrayList<>();
            for (LeafReaderContext leaf : reader.leaves()) {
                segments.add(SlowCodecReaderWrapper.wrap(leaf.reader()));
            }
            writer.addIndexes(segments.toArray(CodecReader[]::new));
            writer.forceMerge(1);
        }
    }

    private int breadthOf(Path folder) throws IOException {
        OpenVersion version = OpenVersion.open(folder, new SpaceInfo(
                space.name(), 0, 0, space.dimensions(), 0, space.provenance(), space.precision(), 0));
        try {
            return Breadth.measure(version);
        } finally {
            version.release();
        }
    }

    private static void note(Directory version, int breadth) throws IOException {
        IndexWriterConfig config = config(VectorCodec.withoutGraph()).setOpenMode(IndexWriterConfig.OpenMode.APPEND);
        try (IndexWriter writer = new IndexWriter(version, config)) {
            writer.setLiveCommitData(Map.of(BREADTH, Integer.toString(breadth)).entrySet());
        }
    }

    /** The breadth that was noted when a version was built; updates keep it. */
    static int breadth(IndexCommit commit) throws IOException {
        String noted = commit.getUserData().get(BREADTH);
        return noted == null ? DEFAULT_BREADTH : Integer.parseInt(noted);
    }

    private static IndexWriterConfig config(Codec codec) {
        return new IndexWriterConfig(null)
                .setCodec(codec)
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                .setMergeScheduler(new SerialMergeScheduler());
    }

    private static TasteprintException invalid(String message) {
        return new TasteprintException(Kind.INVALID_INPUT, message);
    }
}
