package org.tasteprint.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Changes single points of a version in place: what is new goes into a small segment of its own, what is gone is marked. Small
 * segments are joined now and then; the large one that the build made is left alone until the next build.
 */
final class SpaceUpdate {
    private static final int LARGEST_TO_JOIN = 50_000;
    private static final int SEGMENTS_TO_JOIN = 8;

    private SpaceUpdate() {}

    /**
     * Commits the changes, all or none.
     *
     * @param put    points that are added, or take the place of those with the same ids
     * @param remove ids; those that are not there are ignored
     * @return the number of points there are now
     */
    static long apply(Path folder, SpaceInfo info, Collection<Point> put, Collection<String> remove) throws IOException {
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config(info, NoMergePolicy.INSTANCE))) {
            for (Point point : put) {
                writer.updateDocument(Documents.id(point.id()), SpaceWriter.document(point, info.dimensions()));
            }
            for (String id : remove) {
                writer.deleteDocuments(Documents.id(id));
            }
            writer.commit();
            return writer.getDocStats().numDocs;
        }
    }

    /** Joins small segments where there are many. */
    static void tidy(Path folder, SpaceInfo info) throws IOException {
        LogDocMergePolicy small = new LogDocMergePolicy();
        small.setMergeFactor(SEGMENTS_TO_JOIN);
        small.setMaxMergeDocs(LARGEST_TO_JOIN);
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config(info, small))) {
            writer.maybeMerge();
            writer.commit();
        }
    }

    /** What is not committed when something fails is lost on purpose: an update is whole or not at all. */
    private static IndexWriterConfig config(SpaceInfo info, MergePolicy merges) {
        return new IndexWriterConfig(null)
                .setCodec(VectorCodec.withGraph(info.precision(), 1, null))
                .setOpenMode(IndexWriterConfig.OpenMode.APPEND)
                .setMergePolicy(merges)
                .setMergeScheduler(new SerialMergeScheduler())
                .setCommitOnClose(false);
    }
}
