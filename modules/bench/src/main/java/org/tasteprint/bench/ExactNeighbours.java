package org.tasteprint.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;
import org.tasteprint.core.Vectors;

/** The true nearest neighbours by cosine, found by looking at every vector: what recall is measured by. */
final class ExactNeighbours {
    private static final int BLOCK = 2000;

    private record Found(int row, float similarity) {}

    private ExactNeighbours() {}

    /**
     * The rows nearest to each query.
     *
     * @param queries float[queries][dimensions], each of length 1
     * @param admitted which rows may be found
     */
    static List<Set<Integer>> of(float[][] queries, VectorRows rows, int k, IntPredicate admitted) {
        List<PriorityQueue<Found>> best = new ArrayList<>();
        for (int q = 0; q < queries.length; q++) {
            best.add(new PriorityQueue<>(Comparator.comparingDouble(Found::similarity)));
        }
        List<float[]> block = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        int number = 0;
        for (float[] row : rows) {
            if (admitted.test(number)) {
                block.add(Vectors.normalized(row));
                numbers.add(number);
            }
            number++;
            if (block.size() == BLOCK || number == rows.count()) {
                IntStream.range(0, queries.length).parallel().forEach(q -> look(queries[q], block, numbers, k, best.get(q)));
                block.clear();
                numbers.clear();
            }
        }
        return best.stream()
                .map(found -> {
                    Set<Integer> near = new HashSet<>();
                    found.forEach(one -> near.add(one.row()));
                    return near;
                })
                .toList();
    }

    private static void look(float[] query, List<float[]> block, List<Integer> numbers, int k, PriorityQueue<Found> best) {
        for (int i = 0; i < block.size(); i++) {
            float similarity = VectorUtil.dotProduct(query, block.get(i));
            if (best.size() < k || similarity > best.peek().similarity()) {
                best.add(new Found(numbers.get(i), similarity));
                if (best.size() > k) {
                    best.remove();
                }
            }
        }
    }
}
