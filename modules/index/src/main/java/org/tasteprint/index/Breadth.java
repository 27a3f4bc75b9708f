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
import org.tasteprint.core.Vectors;

/**
 * How many candidates a search through the graph keeps in view (the {@code ef} of Malkov and Yashunin 2016). What it takes depends on
 * how the vectors lie, by a factor of ten between one space and another; so it is measured when a version is built: the neighbours of
 * places near some of its points, found exactly, against what the graph finds.
 */
final class Breadth {
    /** Share of what the largest breadth finds that may be missed: one neighbour in 400 is not worth looking at twice as many candidates. */
    private static final double MISSED = 0.0025;

    private static final int[] STEPS = {24, 32, 40, 50, 64, 80, 100, 128, 160, 200, 256, 320, 400, 512};
    private static final int PROBES = 512;
    private static final int K = 10;
    /** To find neighbours to move probes by, good ones rather than all of them. */
    private static final int PROBE_BREADTH = 64;

    private static final double LEAST = 1e-6;

    private record Near(int document, float similarity) {}

    private Breadth() {}

    /** The smallest breadth that finds as good as all that the largest one finds; what no link leads to, none finds. */
    static int measure(OpenVersion version) throws IOException {
        float[][] probes = probes(version);
        List<Set<Integer>> exact = exact(version, probes);
        double most = recall(version, probes, exact, STEPS[STEPS.length - 1]);
        int step = 0;
        while (recall(version, probes, exact, STEPS[step]) < most - MISSED) {
            step++;
        }
        return STEPS[step];
    }

    /**
     * Where new queries may lie: at some points, moved as far as two of their neighbours lie apart. A search for a point itself, or for
     * a place between neighbours, is led by their own links and finds more with less.
     */
    private static float[][] probes(OpenVersion version) throws IOException {
        float[][] probes = version.vectors(version.spread(PROBES));
        for (int p = 0; p < probes.length; p++) {
            List<Hit> near = version.nearest(probes[p], K + 1, PROBE_BREADTH);
            float[] from = version.vector(near.get(near.size() / 2).document());
            float[] to = version.vector(near.getLast().document());
            float[] moved = probes[p].clone();
            for (int d = 0; d < moved.length; d++) {
                moved[d] += to[d] - from[d];
            }
            probes[p] = Vectors.norm(moved) < LEAST ? probes[p] : Vectors.normalized(moved);
        }
        return probes;
    }

    private static double recall(OpenVersion version, float[][] probes, List<Set<Integer>> exact, int breadth) throws IOException {
        int found = 0;
        int wanted = 0;
        for (int p = 0; p < probes.length; p++) {
            Set<Integer> near = version.nearest(probes[p], K, breadth).stream().map(Hit::document).collect(Collectors.toSet());
            wanted += exact.get(p).size();
            found += (int) exact.get(p).stream().filter(near::contains).count();
        }
        return (double) found / wanted;
    }

    /** The ten nearest of each probe, by one pass over all vectors. */
    private static List<Set<Integer>> exact(OpenVersion version, float[][] probes) throws IOException {
        List<PriorityQueue<Near>> best = new ArrayList<>();
        for (int p = 0; p < probes.length; p++) {
            best.add(new PriorityQueue<>(Comparator.comparingDouble(Near::similarity)));
        }
        for (LeafReaderContext leaf : version.leaves()) {
            FloatVectorValues vectors = leaf.reader().getFloatVectorValues(Documents.VECTOR);
            KnnVectorValues.DocIndexIterator ordinals = vectors.iterator();
            for (int doc = ordinals.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ordinals.nextDoc()) {
                look(leaf.docBase + doc, vectors.vectorValue(ordinals.index()), probes, best);
            }
        }
        return best.stream()
                .map(near -> (Set<Integer>) new HashSet<>(near.stream().map(Near::document).toList()))
                .toList();
    }

    private static void look(int document, float[] vector, float[][] probes, List<PriorityQueue<Near>> best) {
        for (int p = 0; p < probes.length; p++) {
            float similarity = VectorUtil.dotProduct(probes[p], vector);
            PriorityQueue<Near> near = best.get(p);
            if (near.size() < K || similarity > near.peek().similarity()) {
                near.add(new Near(document, similarity));
                if (near.size() > K) {
                    near.remove();
                }
            }
        }
    }
}
