package org.tasteprint.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.VectorUtil;

/**
 * How many candidates a search through the graph keeps in view (the {@code ef} of Malkov and Yashunin 2016). What it takes depends on
 * how the vectors lie, by a factor of ten between one space and another; so it is measured when a version is built: the neighbours of
 * some of its own points, found exactly, against what the graph finds.
 */
final class Breadth {
    /** What is wanted of recall@10 on the probes: more than users are promised, since points of the graph are found more easily than others. */
    static final double WANTED = 0.998;

    /** One neighbour in a thousand is not worth looking at twice as many candidates. */
    private static final double AS_GOOD_AS = 0.001;

    private static final int[] STEPS = {24, 32, 40, 50, 64, 80, 100, 128, 160, 200, 256, 320, 400, 512};
    private static final int PROBES = 256;
    private static final int K = 10;

    private record Near(int document, float similarity) {}

    private Breadth() {}

    /** The smallest breadth that finds enough; where none does, the smallest beyond which as good as nothing more is found. */
    static int measure(OpenVersion version) throws IOException {
        int[] documents = version.spread(PROBES);
        float[][] probes = version.vectors(documents);
        List<Set<Integer>> exact = exact(version, documents, probes);
        double[] recalls = new double[STEPS.length];
        for (int step = 0; step < STEPS.length; step++) {
            recalls[step] = recall(version, documents, probes, exact, STEPS[step]);
            if (recalls[step] >= WANTED) {
                return STEPS[step];
            }
        }
        int smallest = 0;
        while (recalls[smallest] < recalls[STEPS.length - 1] - AS_GOOD_AS) {
            smallest++;
        }
        return STEPS[smallest];
    }

    private static double recall(OpenVersion version, int[] documents, float[][] probes, List<Set<Integer>> exact, int breadth)
            throws IOException {
        int found = 0;
        int wanted = 0;
        for (int p = 0; p < probes.length; p++) {
            int self = documents[p];
            Set<Integer> near = version.nearest(probes[p], K + 1, breadth).stream()
                    .map(Hit::document)
                    .filter(document -> document != self)
                    .collect(Collectors.toSet());
            wanted += exact.get(p).size();
            found += (int) exact.get(p).stream().filter(near::contains).count();
        }
        return (double) found / wanted;
    }

    /** The ten nearest of each probe without itself, by one pass over all vectors. */
    private static List<Set<Integer>> exact(OpenVersion version, int[] documents, float[][] probes) throws IOException {
        List<PriorityQueue<Near>> best = new ArrayList<>();
        for (int p = 0; p < probes.length; p++) {
            best.add(new PriorityQueue<>(Comparator.comparingDouble(Near::similarity)));
        }
        for (LeafReaderContext leaf : version.leaves()) {
            FloatVectorValues vectors = leaf.reader().getFloatVectorValues(Documents.VECTOR);
            KnnVectorValues.DocIndexIterator ordinals = vectors.iterator();
            for (int doc = ordinals.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ordinals.nextDoc()) {
                look(leaf.docBase + doc, vectors.vectorValue(ordinals.index()), documents, probes, best);
            }
        }
        return best.stream()
                .map(near -> (Set<Integer>) new HashSet<>(near.stream().map(Near::document).toList()))
                .toList();
    }

    private static void look(int document, float[] vector, int[] documents, float[][] probes, List<PriorityQueue<Near>> best) {
        for (int p = 0; p < probes.length; p++) {
            float similarity = VectorUtil.dotProduct(probes[p], vector);
            PriorityQueue<Near> near = best.get(p);
            if (document != documents[p] && (near.size() < K || similarity > near.peek().similarity())) {
                near.add(new Near(document, similarity));
                if (near.size() > K) {
                    near.remove();
                }
            }
        }
    }
}
