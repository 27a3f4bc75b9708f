package org.tasteprint.index.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.index.Neighbour;
import org.tasteprint.index.Point;
import org.tasteprint.index.VectorSpace;
import org.tasteprint.index.query.Query;
import smile.graph.NearestNeighborGraph;
import smile.manifold.UMAP;
import smile.math.MathEx;

/**
 * Draws the map of a space by UMAP (McInnes, Healy and Melville 2018). Of a large space {@value #LANDMARKS} points, spread evenly, are
 * drawn that way, and the others are put among their nearest of those.
 */
public final class MapMaker {
    static final int LANDMARKS = 10_000;

    private static final int FEWEST = 20;

    /** Of a point's neighbours, so many of the landmarks among them say where it lies. */
    private static final int ANCHORS = 3;

    private static final int LOOKED_AT = 60;

    private final VectorSpace space;
    private final MapSettings settings;
    private final Progress progress;
    private final List<String> ids = new ArrayList<>();
    private final List<float[]> units = new ArrayList<>();

    private MapMaker(VectorSpace space, MapSettings settings, Progress progress) {
        this.space = space;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Draws the map; the same one for the same space and settings.
     *
     * @throws TasteprintException {@code CONFLICT} when the space has fewer than 20 points
     */
    public static SpaceMap make(VectorSpace space, MapSettings settings, Progress progress) {
        return new MapMaker(space, settings, progress).make();
    }

    private SpaceMap make() {
        int version = space.info().version();
        List<Point> points = new ArrayList<>();
        space.forEach(points::add);
        points.sort(Comparator.comparing(Point::id));
        points.forEach(point -> {
            ids.add(point.id());
            units.add(point.vector());
        });
        if (ids.size() < FEWEST) {
            throw new TasteprintException(
                    Kind.CONFLICT, "the space %s has %d points: a map needs %d".formatted(space.info().name(), ids.size(), FEWEST));
        }
        int[] landmarks = landmarks();
        float[][] drawn = Arrays.stream(landmarks).mapToObj(units::get).toArray(float[][]::new);
        Clusters clusters = Clusters.of(
                drawn, settings.clusters() == 0 ? Clusters.usualCount(drawn.length) : settings.clusters(), settings.seed());
        double[][] places = places(landmarks, layout(drawn));
        return new SpaceMap(
                space.info().name(),
                version,
                settings.seed(),
                clusters.count(),
                IntStream.range(0, ids.size())
                        .mapToObj(i -> new SpaceMap.Place(ids.get(i), places[i][0], places[i][1], clusters.of(units.get(i))))
                        .toList());
    }

    private int[] landmarks() {
        int count = Math.min(ids.size(), LANDMARKS);
        return IntStream.range(0, count).map(i -> (int) ((long) i * ids.size() / count)).toArray();
    }

    private double[][] layout(float[][] drawn) {
        int k = Math.min(settings.neighbours(), drawn.length - 1);
        NearestNeighborGraph graph = withIsland(neighbours(drawn, k));
        float[][] points = Arrays.copyOf(drawn, graph.size());
        try (Progress.Task task = progress.begin("drawing the map", "maps", 1)) {
            MathEx.setSeed(settings.seed());
            double[][] layout = UMAP.fit(
                    points, graph, new UMAP.Options(k, 2, settings.epochs(), 1.0, 0.1, 1.0, 5, 1.0, 1.0));
            task.advance(1);
            return Arrays.copyOf(layout, drawn.length);
        }
    }

    /**
     * The graph, and beside it a few points that know each other alone. Where all points hang together, Smile begins with a spectral
     * layout, for which it needs ARPACK, a native library that hardly any machine has; where they do not, at random.
     */
    private static NearestNeighborGraph withIsland(NearestNeighborGraph graph) {
        int size = graph.size();
        int k = graph.k();
        int[][] neighbours = Arrays.copyOf(graph.neighbors(), size + k + 1);
        double[][] distances = Arrays.copyOf(graph.distances(), size + k + 1);
        for (int i = 0; i <= k; i++) {
            int self = i;
            neighbours[size + i] = IntStream.rangeClosed(0, k).filter(j -> j != self).map(j -> size + j).toArray();
            distances[size + i] = new double[k];
            Arrays.fill(distances[size + i], 1);
        }
        return new NearestNeighborGraph(k, neighbours, distances);
    }

    /** The exact nearest neighbours of each point, by the straight distance between directions. */
    private NearestNeighborGraph neighbours(float[][] drawn, int k) {
        int[][] neighbours = new int[drawn.length][];
        double[][] distances = new double[drawn.length][];
        try (Progress.Task task = progress.begin("finding neighbours", "points", drawn.length)) {
            IntStream.range(0, drawn.length).parallel().forEach(i -> {
                float[] similarity = new float[drawn.length];
                PriorityQueue<Integer> best = new PriorityQueue<>(Comparator.comparingDouble(j -> similarity[j]));
                for (int j = 0; j < drawn.length; j++) {
                    similarity[j] = VectorUtil.dotProduct(drawn[i], drawn[j]);
                    if (j != i && (best.size() < k || similarity[j] > similarity[best.peek()])) {
                        best.add(j);
                        if (best.size() > k) {
                            best.remove();
                        }
                    }
                }
                neighbours[i] = best.stream()
                        .sorted(Comparator.<Integer>comparingDouble(j -> similarity[j]).reversed())
                        .mapToInt(Integer::intValue)
                        .toArray();
                distances[i] = Arrays.stream(neighbours[i])
                        .mapToDouble(j -> Math.sqrt(Math.max(0, 2 - 2 * similarity[j])))
                        .toArray();
                task.advance(1);
            });
        }
        return new NearestNeighborGraph(k, neighbours, distances);
    }

    /** Places for all points, from 0 to 1 on both axes. */
    private double[][] places(int[] landmarks, double[][] layout) {
        Map<String, double[]> known = new HashMap<>();
        for (int i = 0; i < landmarks.length; i++) {
            known.put(ids.get(landmarks[i]), layout[i]);
        }
        double[][] places = new double[ids.size()][];
        try (Progress.Task task = progress.begin("placing the others", "points", ids.size())) {
            for (int i = 0; i < places.length; i++) {
                double[] place = known.get(ids.get(i));
                places[i] = (place != null ? place : among(units.get(i), known)).clone();
                task.advance(1);
            }
        }
        for (int axis = 0; axis < 2; axis++) {
            stretch(places, axis);
        }
        return places;
    }

    /** The weighted middle of the nearest landmarks. */
    private double[] among(float[] unit, Map<String, double[]> known) {
        double[] sum = new double[2];
        double weights = 0;
        int found = 0;
        for (Neighbour neighbour : space.search(Query.near(unit).count(LOOKED_AT).build())) {
            double[] place = known.get(neighbour.id());
            if (place != null && found < ANCHORS) {
                double weight = 1 / Math.max(1e-6, 1 - neighbour.similarity());
                sum[0] += weight * place[0];
                sum[1] += weight * place[1];
                weights += weight;
                found++;
            }
        }
        return found == 0 ? known.values().iterator().next() : new double[] {sum[0] / weights, sum[1] / weights};
    }

    private static void stretch(double[][] places, int axis) {
        double low = Arrays.stream(places).mapToDouble(place -> place[axis]).min().orElse(0);
        double high = Arrays.stream(places).mapToDouble(place -> place[axis]).max().orElse(1);
        for (double[] place : places) {
            place[axis] = high == low ? 0.5 : (place[axis] - low) / (high - low);
        }
    }
}
