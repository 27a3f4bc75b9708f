package org.tasteprint.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.search.TotalHits.Relation;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.tasteprint.core.Vectors;

/**
 * Nearest neighbours within one segment: exactly where there is little to look at, otherwise through the graph; the candidates of a
 * graph that sees but bytes are scored again with the exact vectors.
 */
final class SegmentSearch {
    /** Up to this many vectors are searched exactly: that takes a millisecond or so, and a graph saves little. */
    static final int EXACT_UP_TO = 10_000;

    /** The breadth is measured for ten neighbours; who wants more gets so many candidates for each. */
    private static final int CANDIDATES_EACH = 2;

    /** Beyond this share of what is admitted an exact scan is cheaper than the graph. */
    private static final double LARGEST_SHARE = 0.02;

    /** Of a graph that sees bytes, so many candidates for each that is wanted are scored again: bytes hardly change their order. */
    private static final int RESCORED_EACH = 4;

    private final LeafReaderContext context;
    private final Precision precision;
    private volatile Landmarks landmarks;

    SegmentSearch(LeafReaderContext context, Precision precision) {
        this.context = context;
        this.precision = precision;
    }

    /**
     * @param unit    float[dimensions] of length 1
     * @param breadth how many candidates the graph keeps in view, where it is used
     */
    List<Hit> nearest(float[] unit, int k, int breadth, Admission admission) throws IOException {
        LeafReader reader = context.reader();
        if (reader.numDocs() == 0) {
            return List.of();
        }
        FixedBitSet admitted = admission.isOpen() ? null : admission.of(context);
        int open = admitted == null ? reader.numDocs() : admitted.cardinality();
        int asked = Math.max(CANDIDATES_EACH * k, breadth);
        if (open > EXACT_UP_TO && asked <= LARGEST_SHARE * open) {
            KnnCollector collector = new TopKnnCollector(asked, open, landmarks().towards(unit));
            reader.searchNearestVectors(Documents.VECTOR, unit, collector, accepted(admitted));
            TopDocs found = collector.topDocs();
            boolean finished = found.totalHits.relation() == Relation.EQUAL_TO;
            if (finished && found.scoreDocs.length >= k) {
                int rescored = precision == Precision.FLOAT32 ? k : Math.min(found.scoreDocs.length, RESCORED_EACH * k);
                return exactly(unit, Arrays.copyOf(found.scoreDocs, rescored), k);
            }
        }
        return scan(unit, k, admitted == null ? reader.getLiveDocs() : admitted);
    }

    /** Read when a graph is searched first; reading them twice does no harm. */
    private Landmarks landmarks() throws IOException {
        Landmarks read = landmarks;
        if (read == null) {
            read = Landmarks.of(context.reader().getFloatVectorValues(Documents.VECTOR));
            landmarks = read;
        }
        return read;
    }

    private AcceptDocs accepted(FixedBitSet admitted) throws IOException {
        LeafReader reader = context.reader();
        if (admitted == null) {
            return AcceptDocs.fromLiveDocs(reader.getLiveDocs(), reader.maxDoc());
        }
        int count = admitted.cardinality();
        return AcceptDocs.fromIteratorSupplier(() -> new BitSetIterator(admitted, count), null, reader.maxDoc());
    }

    private List<Hit> scan(float[] unit, int k, Bits admitted) throws IOException {
        VectorScorer scorer = context.reader().getFloatVectorValues(Documents.VECTOR).rescorer(unit);
        DocIdSetIterator documents = scorer.iterator();
        PriorityQueue<ScoreDoc> best = new PriorityQueue<>(Comparator.comparingDouble(hit -> hit.score));
        int doc = next(documents, -1, admitted);
        while (doc != DocIdSetIterator.NO_MORE_DOCS) {
            if (admitted == null || admitted.get(doc)) {
                float score = scorer.score();
                if (best.size() < k) {
                    best.add(new ScoreDoc(doc, score));
                } else if (score > best.peek().score) {
                    ScoreDoc worst = best.remove();
                    worst.doc = doc;
                    worst.score = score;
                    best.add(worst);
                }
            }
            doc = next(documents, doc, admitted);
        }
        return exactly(unit, best.toArray(ScoreDoc[]::new), k);
    }

    private static int next(DocIdSetIterator documents, int doc, Bits admitted) throws IOException {
        if (admitted instanceof FixedBitSet bits) {
            int next = doc + 1 >= bits.length() ? DocIdSetIterator.NO_MORE_DOCS : bits.nextSetBit(doc + 1);
            return next == DocIdSetIterator.NO_MORE_DOCS ? next : documents.advance(next);
        }
        return documents.nextDoc();
    }

    private List<Hit> exactly(float[] unit, ScoreDoc[] found, int k) throws IOException {
        FloatVectorValues vectors = context.reader().getFloatVectorValues(Documents.VECTOR);
        KnnVectorValues.DocIndexIterator ordinals = vectors.iterator();
        Arrays.sort(found, Comparator.comparingInt(hit -> hit.doc));
        Hit[] hits = new Hit[found.length];
        for (int i = 0; i < found.length; i++) {
            if (ordinals.advance(found[i].doc) != found[i].doc) {
                throw new IOException("document %d has no vector".formatted(found[i].doc));
            }
            double similarity = Math.clamp(Vectors.dot(unit, vectors.vectorValue(ordinals.index())), -1.0, 1.0);
            hits[i] = new Hit(context.docBase + found[i].doc, similarity);
        }
        Arrays.sort(hits, Comparator.comparingDouble(Hit::similarity).reversed());
        return List.of(hits).subList(0, Math.min(k, hits.length));
    }
}
