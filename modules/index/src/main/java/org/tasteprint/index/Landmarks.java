package org.tasteprint.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.knn.KnnSearchStrategy;
import org.apache.lucene.util.VectorUtil;

/**
 * Where searches enter a graph: some of its vectors, spread evenly and held in memory, of which the nearest to a query are looked up
 * first. A graph's own entry leads down from one point; where vectors lie in clusters that hardly touch, a search that enters at
 * the wrong one may never find its way to the right one, however broad it is. In 50 clusters of 128 dimensions this finds 99.7 % of the
 * ten nearest where the graph's own entry finds 97.8 %, and sooner.
 */
final class Landmarks {
    private static final int COUNT = 1024;

    /** Points that a search begins at. */
    private static final int ENTRIES = 2;

    /** Lucene's default: from this share of documents in percent, what is let through is searched as if there were no filter. */
    private static final int UNFILTERED_FROM = 60;

    private final int[] ordinals;
    private final float[][] vectors;

    private Landmarks(int[] ordinals, float[][] vectors) {
        this.ordinals = ordinals;
        this.vectors = vectors;
    }

    static Landmarks of(FloatVectorValues all) throws IOException {
        int count = Math.min(COUNT, all.size());
        int[] ordinals = new int[count];
        float[][] vectors = new float[count][];
        for (int i = 0; i < count; i++) {
            ordinals[i] = (int) ((long) i * all.size() / count);
            vectors[i] = all.vectorValue(ordinals[i]).clone();
        }
        return new Landmarks(ordinals, vectors);
    }

    /** A search that begins at those nearest to {@code unit}. */
    KnnSearchStrategy towards(float[] unit) {
        int[] nearest = new int[ENTRIES];
        float[] similarities = new float[ENTRIES];
        Arrays.fill(similarities, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < vectors.length; i++) {
            float similarity = VectorUtil.dotProduct(unit, vectors[i]);
            int place = ENTRIES;
            while (place > 0 && similarity > similarities[place - 1]) {
                place--;
            }
            if (place < ENTRIES) {
                System.arraycopy(similarities, place, similarities, place + 1, ENTRIES - place - 1);
                System.arraycopy(nearest, place, nearest, place + 1, ENTRIES - place - 1);
                similarities[place] = similarity;
                nearest[place] = ordinals[i];
            }
        }
        Arrays.sort(nearest);
        return new KnnSearchStrategy.Seeded(new Entries(nearest), ENTRIES, new KnnSearchStrategy.Hnsw(UNFILTERED_FROM));
    }

    /** A few ordinals, in order. */
    private static final class Entries extends DocIdSetIterator {
        private final int[] ordinals;
        private int at = -1;

        Entries(int[] ordinals) {
            this.ordinals = ordinals;
        }

        @Override
        public int docID() {
            return at < 0 ? -1 : at < ordinals.length ? ordinals[at] : NO_MORE_DOCS;
        }

        @Override
        public int nextDoc() {
            at++;
            return docID();
        }

        @Override
        public int advance(int target) throws IOException {
            return slowAdvance(target);
        }

        @Override
        public long cost() {
            return ordinals.length;
        }
    }
}
