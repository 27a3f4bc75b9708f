package org.tasteprint.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.tasteprint.core.Embedding;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Provenance;
import org.tasteprint.core.Vectors;
import org.tasteprint.index.query.Filter;
import org.tasteprint.index.query.Query;

/** Clustered vectors, and what an exact search finds among them. */
final class Clouds {
    static final Provenance MADE = new Provenance(
            Instant.parse("2026-01-02T03:04:05Z"), "train", 7, "00ff", Map.of("dimensions", "64"), "test");

    private Clouds() {}

    static List<Embedding> of(int count, int dimensions, long seed) {
        Random random = new Random(seed);
        float[][] centres = new float[100][];
        for (int c = 0; c < centres.length; c++) {
            centres[c] = gaussian(random, dimensions);
        }
        List<Embedding> cloud = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] vector = gaussian(random, dimensions);
            float[] centre = centres[random.nextInt(centres.length)];
            for (int d = 0; d < dimensions; d++) {
                vector[d] = centre[d] + 0.5f * vector[d];
            }
            cloud.add(new Embedding("t" + i, vector));
        }
        return cloud;
    }

    static List<String> exact(List<Embedding> cloud, float[] query, int k, Predicate<String> allowed) {
        return cloud.stream()
                .filter(e -> allowed.test(e.id()))
                .map(e -> new Neighbour(e.id(), Vectors.cosine(query, e.vector())))
                .sorted(Comparator.comparingDouble(Neighbour::similarity).reversed())
                .limit(k)
                .map(Neighbour::id)
                .toList();
    }

    /** Share of the exact ten nearest that a space finds, over queries near the cloud's own points. */
    static double recallAt10(VectorSpace space, List<Embedding> cloud, int queries, Predicate<String> allowed, Filter filter) {
        Random random = new Random(99);
        int found = 0;
        int wanted = 0;
        for (int q = 0; q < queries; q++) {
            float[] query = cloud.get(random.nextInt(cloud.size())).vector().clone();
            for (int d = 0; d < query.length; d++) {
                query[d] += 0.3f * (float) random.nextGaussian();
            }
            List<String> exact = exact(cloud, query, 10, allowed);
            List<String> answered = space.search(Query.near(query).where(filter).build()).stream()
                    .map(Neighbour::id)
                    .toList();
            wanted += exact.size();
            found += (int) exact.stream().filter(answered::contains).count();
        }
        return (double) found / wanted;
    }

    /** Builds a space of exact vectors without attributes. */
    static SpaceInfo build(VectorSpaces spaces, String name, int dimensions, List<Embedding> vectors) {
        return spaces.build(
                SpaceDefinition.of(name, dimensions, MADE), vectors.stream().map(Point::of).toList(), Progress.SILENT);
    }

    private static float[] gaussian(Random random, int dimensions) {
        float[] vector = new float[dimensions];
        for (int d = 0; d < dimensions; d++) {
            vector[d] = (float) random.nextGaussian();
        }
        return vector;
    }
}
