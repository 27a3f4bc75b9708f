package org.tasteprint.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.index.query.Attributes;
import org.tasteprint.index.query.Filter;
import org.tasteprint.index.ranking.Candidate;
import org.tasteprint.index.ranking.MutualProximity;

/** A version opened for queries, as it was at one moment: documents, each of them one point, in one segment or a few. */
final class OpenVersion {
    private final SpaceInfo info;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final List<SegmentSearch> segments;
    private final int breadth;
    private volatile MutualProximity proximity;

    private OpenVersion(SpaceInfo info, DirectoryReader reader) throws IOException {
        this.info = info;
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.segments = reader.leaves().stream().map(leaf -> new SegmentSearch(leaf, info.precision())).toList();
        this.breadth = SpaceWriter.breadth(reader.getIndexCommit());
    }

    static OpenVersion open(Path folder, SpaceInfo info) throws IOException {
        // The directory holds no files itself: closing the reader is enough.
        return new OpenVersion(info, DirectoryReader.open(FSDirectory.open(folder)));
    }

    /** The same version after an update; what has not changed is not opened again. */
    OpenVersion refreshed(SpaceInfo now) throws IOException {
        DirectoryReader changed = DirectoryReader.openIfChanged(reader);
        if (changed == null) {
            reader.incRef();
            return new OpenVersion(now, reader);
        }
        return new OpenVersion(now, changed);
    }

    /** Counts one more user; the files stay open until all have {@linkplain #release released} it. */
    void hold() {
        reader.incRef();
    }

    void release() {
        try {
            reader.decRef();
        } catch (IOException e) {
            System.getLogger(OpenVersion.class.getName())
                    .log(System.Logger.Level.DEBUG, "closing version %d of %s".formatted(info.version(), info.name()), e);
        }
    }

    SpaceInfo info() {
        return info;
    }

    /** The number of points. */
    int size() {
        return reader.numDocs();
    }

    /** The document of a point, or -1. */
    int document(String id) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum documents = leaf.reader().postings(Documents.id(id), PostingsEnum.NONE);
            Bits live = leaf.reader().getLiveDocs();
            if (documents != null) {
                for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
                    if (live == null || live.get(doc)) {
                        return leaf.docBase + doc;
                    }
                }
            }
        }
        return -1;
    }

    /** @throws TasteprintException {@code NOT_FOUND} when there is no such point */
    int existing(String id) throws IOException {
        int document = document(id);
        if (document < 0) {
            throw new TasteprintException(
                    Kind.NOT_FOUND,
                    "the space %s has no vector of %s: run ./tasteprint index once it has features"
                            .formatted(info.name(), id));
        }
        return document;
    }

    Optional<float[]> vector(String id) throws IOException {
        int document = document(id);
        return document < 0 ? Optional.empty() : Optional.of(vector(document));
    }

    float[] vector(int document) throws IOException {
        LeafReaderContext leaf = leaf(document);
        FloatVectorValues vectors = leaf.reader().getFloatVectorValues(Documents.VECTOR);
        KnnVectorValues.DocIndexIterator ordinals = vectors.iterator();
        if (ordinals.advance(document - leaf.docBase) != document - leaf.docBase) {
            throw new IOException("document %d has no vector".formatted(document));
        }
        return vectors.vectorValue(ordinals.index()).clone();
    }

    String id(int document) throws IOException {
        LeafReaderContext leaf = leaf(document);
        SortedDocValues ids = leaf.reader().getSortedDocValues(Documents.ID);
        if (!ids.advanceExact(document - leaf.docBase)) {
            throw new IOException("document %d has no id".formatted(document));
        }
        return ids.lookupOrd(ids.ordValue()).utf8ToString();
    }

    Attributes attributes(int document) throws IOException {
        LeafReaderContext leaf = leaf(document);
        BinaryDocValues json = leaf.reader().getBinaryDocValues(Documents.attributesField());
        return json != null && json.advanceExact(document - leaf.docBase)
                ? Documents.attributes(json.binaryValue())
                : Attributes.NONE;
    }

    /** A document with all that is known of it. */
    Candidate candidate(Hit hit) throws IOException {
        return new Candidate(
                id(hit.document()), hit.similarity(), hit.similarity(), vector(hit.document()), attributes(hit.document()));
    }

    /**
     * The nearest documents that a filter lets through, nearest first.
     *
     * @param unit float[dimensions] of length 1
     */
    List<Hit> nearest(float[] unit, int k, Filter filter) throws IOException {
        return nearest(unit, k, breadth, Admission.of(filter, searcher));
    }

    /** The nearest documents, with a breadth of the search that is not the version's own. */
    List<Hit> nearest(float[] unit, int k, int otherBreadth) throws IOException {
        return nearest(unit, k, otherBreadth, Admission.of(Filter.NONE, searcher));
    }

    private List<Hit> nearest(float[] unit, int k, int ofBreadth, Admission admission) throws IOException {
        if (segments.size() == 1) {
            return segments.getFirst().nearest(unit, k, ofBreadth, admission);
        }
        List<Hit> hits = new ArrayList<>();
        for (SegmentSearch segment : segments) {
            hits.addAll(segment.nearest(unit, k, ofBreadth, admission));
        }
        hits.sort(Comparator.comparingDouble(Hit::similarity).reversed());
        return hits.subList(0, Math.min(k, hits.size()));
    }

    /** Documents that are there, in order, at most {@code most}, spread evenly. */
    int[] spread(int most) {
        int size = reader.numDocs();
        int wanted = Math.min(most, size);
        int[] spread = new int[wanted];
        int live = 0;
        int taken = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            LeafReader segment = leaf.reader();
            Bits alive = segment.getLiveDocs();
            for (int doc = 0; doc < segment.maxDoc() && taken < wanted; doc++) {
                if ((alive == null || alive.get(doc)) && live++ == (long) taken * size / wanted) {
                    spread[taken++] = leaf.docBase + doc;
                }
            }
        }
        return spread;
    }

    /** float[documents][dimensions] */
    float[][] vectors(int[] documents) throws IOException {
        float[][] vectors = new float[documents.length][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = vector(documents[i]);
        }
        return vectors;
    }

    /** Made from a sample of the points when it is first asked for. */
    MutualProximity proximity() throws IOException {
        MutualProximity made = proximity;
        if (made == null) {
            made = new MutualProximity(vectors(spread(MutualProximity.SAMPLE)));
            proximity = made;
        }
        return made;
    }

    List<LeafReaderContext> leaves() {
        return reader.leaves();
    }

    private LeafReaderContext leaf(int document) {
        List<LeafReaderContext> leaves = reader.leaves();
        return leaves.get(ReaderUtil.subIndex(document, leaves));
    }
}
