package org.tasteprint.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.store.FSDirectory;
import org.tasteprint.core.Vectors;

/** A version opened for queries: one segment in which every document is one vector with its id. */
final class OpenVersion {
    static final String ID = "id";
    static final String VECTOR = "vector";

    /** Spaces of up to this many vectors are searched exactly: that takes a millisecond or so, and a graph saves little. */
    static final int EXACT_UP_TO = 10_000;

    /** The graph is asked for more than wanted, and for this many at least: its recall grows with what it keeps in view. */
    private static final int LEAST_ASKED = 50;

    /** Beyond this share of the space an exact scan is cheaper than the graph. */
    private static final double LARGEST_SHARE = 0.02;

    private static final Comparator<Neighbour> NEAREST_FIRST =
            Comparator.comparingDouble(Neighbour::similarity).reversed().thenComparing(Neighbour::id);

    private final SpaceInfo info;
    private final DirectoryReader reader;
    private final LeafReader segment;

    private OpenVersion(SpaceInfo info, DirectoryReader reader) {
        this.info = info;
        this.reader = reader;
        this.segment = reader.leaves().getFirst().reader();
    }

    static OpenVersion open(Path folder, SpaceInfo info) throws IOException {
        // The directory holds no files itself: closing the reader is enough.
        return new OpenVersion(info, DirectoryReader.open(FSDirectory.open(folder)));
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

    Optional<float[]> vector(String id) throws IOException {
        PostingsEnum documents = segment.postings(new Term(ID, id), PostingsEnum.NONE);
        if (documents == null || documents.nextDoc() == DocIdSetIterator.NO_MORE_DOCS) {
            return Optional.empty();
        }
        return Optional.of(segment.getFloatVectorValues(VECTOR).vectorValue(documents.docID()).clone());
    }

    /** @param unit float[dimensions] of length 1 */
    List<Neighbour> nearest(float[] unit, int k, Predicate<String> allowed) throws IOException {
        if (info.vectors() > EXACT_UP_TO) {
            for (long asked = Math.max(2L * k, LEAST_ASKED); asked <= LARGEST_SHARE * info.vectors(); asked *= 4) {
                List<Neighbour> found = byGraph(unit, (int) asked, allowed);
                if (found.size() >= k) {
                    return List.copyOf(found.subList(0, k));
                }
            }
        }
        return byScan(unit, k, allowed);
    }

    private List<Neighbour> byGraph(float[] unit, int asked, Predicate<String> allowed) throws IOException {
        ScoreDoc[] found = segment.searchNearestVectors(
                        VECTOR, unit, asked, AcceptDocs.fromLiveDocs(null, segment.maxDoc()), Integer.MAX_VALUE)
                .scoreDocs;
        Arrays.sort(found, Comparator.comparingInt(hit -> hit.doc));
        SortedDocValues ids = segment.getSortedDocValues(ID);
        FloatVectorValues vectors = segment.getFloatVectorValues(VECTOR);
        List<Neighbour> neighbours = new ArrayList<>(found.length);
        for (ScoreDoc hit : found) {
            String id = id(ids, hit.doc);
            if (allowed.test(id)) {
                neighbours.add(new Neighbour(id, cosine(unit, vectors.vectorValue(hit.doc))));
            }
        }
        neighbours.sort(NEAREST_FIRST);
        return neighbours;
    }

    private List<Neighbour> byScan(float[] unit, int k, Predicate<String> allowed) throws IOException {
        record Hit(int document, float score) {}
        SortedDocValues ids = segment.getSortedDocValues(ID);
        FloatVectorValues vectors = segment.getFloatVectorValues(VECTOR);
        VectorScorer scorer = vectors.scorer(unit);
        DocIdSetIterator documents = scorer.iterator();
        PriorityQueue<Hit> best = new PriorityQueue<>(Comparator.comparingDouble(Hit::score));
        for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
            float score = scorer.score();
            // The cheap test first: reading an id costs more than a product of two vectors.
            if ((best.size() < k || score > best.peek().score()) && allowed.test(id(ids, doc))) {
                best.add(new Hit(doc, score));
                if (best.size() > k) {
                    best.remove();
                }
            }
        }
        SortedDocValues names = segment.getSortedDocValues(ID);
        FloatVectorValues values = segment.getFloatVectorValues(VECTOR);
        List<Neighbour> neighbours = new ArrayList<>(best.size());
        for (Hit hit : best.stream().sorted(Comparator.comparingInt(Hit::document)).toList()) {
            neighbours.add(new Neighbour(id(names, hit.document()), cosine(unit, values.vectorValue(hit.document()))));
        }
        neighbours.sort(NEAREST_FIRST);
        return List.copyOf(neighbours);
    }

    private static String id(SortedDocValues ids, int document) throws IOException {
        if (!ids.advanceExact(document)) {
            throw new IOException("document %d has no id".formatted(document));
        }
        return ids.lookupOrd(ids.ordValue()).utf8ToString();
    }

    /** In double precision: Lucene's own score is folded into 0..1 and loses the last digits. */
    private static double cosine(float[] unit, float[] other) {
        return Math.clamp(Vectors.dot(unit, other), -1.0, 1.0);
    }
}
