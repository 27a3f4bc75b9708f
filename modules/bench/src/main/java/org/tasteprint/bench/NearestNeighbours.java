package org.tasteprint.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Provenance;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Vectors;
import org.tasteprint.index.Neighbour;
import org.tasteprint.index.Point;
import org.tasteprint.index.Precision;
import org.tasteprint.index.SpaceDefinition;
import org.tasteprint.index.SpaceInfo;
import org.tasteprint.index.VectorSpace;
import org.tasteprint.index.VectorSpaces;
import org.tasteprint.index.query.Attributes;
import org.tasteprint.index.query.Filter;
import org.tasteprint.index.query.Query;

/**
 * A space as it is used: how long it takes to build, which share of the true ten nearest a query finds, and how many queries one
 * thread asks in a second; without a filter and with filters that let 50, 10 and 1 % through.
 */
public final class NearestNeighbours {
    private static final int K = 10;
    private static final int MADE_DIMENSIONS = 128;
    private static final int QUERIES = 1000;
    private static final int MOST_QUERIES = 2000;
    private static final int[] SHARES = {100, 50, 10, 1};

    private NearestNeighbours() {}

    /**
     * What to search among.
     *
     * @param vectors a {@code .npy} file of float32, or none for made ones
     * @param queries another one, or none for made ones; its first 2 000 rows are asked
     * @param made    how many are made of 128 dimensions, where no file is given
     * @param save    a folder that gets those that are made, as {@code vectors.npy} and {@code queries.npy}, for other programs
     */
    public record Among(Optional<Path> vectors, Optional<Path> queries, int made, Optional<Path> save) {
        public Among {
            if (vectors.isPresent() != queries.isPresent()) {
                throw new TasteprintException(Kind.INVALID_INPUT, "--vectors and --queries belong together: give both or none");
            }
        }
    }

    /**
     * Measures a space of vectors.
     *
     * @param precision of the graph
     * @param time      to measure queries for, without building and warm-up
     * @throws TasteprintException {@code INVALID_INPUT} when a file is not one of vectors
     */
    public static List<Figure> measure(Among among, Precision precision, Duration time, Progress progress) {
        VectorRows rows = among.vectors().map(VectorRows::of).orElseGet(() -> VectorRows.made(among.made(), MADE_DIMENSIONS, 1));
        VectorRows asked = among.queries().map(VectorRows::of).orElseGet(() -> VectorRows.made(QUERIES, MADE_DIMENSIONS, 2));
        among.save().ifPresent(folder -> {
            rows.save(folder.resolve("vectors.npy"));
            asked.save(folder.resolve("queries.npy"));
        });
        Path folder = temporaryFolder();
        try (VectorSpaces spaces = VectorSpaces.open(folder)) {
            return measure(spaces, rows, units(asked), precision, time, progress);
        } finally {
            delete(folder);
        }
    }

    private static List<Figure> measure(
            VectorSpaces spaces, VectorRows rows, float[][] queries, Precision precision, Duration time, Progress progress) {
        String name = "ann " + precision.name().toLowerCase(Locale.ROOT);
        long start = System.nanoTime();
        SpaceInfo info = spaces.build(
                SpaceDefinition.of("bench", rows.dimensions(), Provenance.now("all", 0, "", Map.of())).with(precision),
                points(rows),
                progress);
        List<Figure> figures = new ArrayList<>();
        int threads = Runtime.getRuntime().availableProcessors();
        figures.add(new Figure(name + " vectors", info.vectors(), "of " + info.dimensions() + " dimensions", threads));
        figures.add(new Figure(name + " build", (System.nanoTime() - start) / 1e9, "s", threads));
        figures.add(new Figure(name + " size", info.bytes() / 1e6, "MB", 0));
        VectorSpace space = spaces.space("bench").orElseThrow();
        for (int share : SHARES) {
            figures.addAll(asked(name, space, rows, queries, share, time.dividedBy(SHARES.length)));
        }
        return figures;
    }

    private static List<Figure> asked(
            String name, VectorSpace space, VectorRows rows, float[][] queries, int share, Duration time) {
        Filter filter = share == 100 ? Filter.NONE : Filter.NONE.tags(Set.of(tag(share)));
        Query[] asked = Stream.of(queries)
                .map(query -> Query.near(query).count(K).where(filter).build())
                .toArray(Query[]::new);
        List<Set<Integer>> exact = ExactNeighbours.of(queries, rows, K, row -> isIn(row, share));
        int found = 0;
        int wanted = 0;
        for (int q = 0; q < asked.length; q++) {
            Set<Integer> near = exact.get(q);
            wanted += near.size();
            for (Neighbour neighbour : space.search(asked[q])) {
                found += near.contains(Integer.parseInt(neighbour.id())) ? 1 : 0;
            }
        }
        int[] next = {0};
        double perSecond = Throughput.callsPerSecond(() -> space.search(asked[next[0]++ % asked.length]), time);
        String under = share == 100 ? "" : " of %d %%".formatted(share);
        return List.of(
                new Figure(name + under + " recall@10", (double) found / wanted, "share", 1),
                new Figure(name + under, perSecond, "queries/s", 1));
    }

    private static Iterable<Point> points(VectorRows rows) {
        return () -> new Iterator<>() {
            private final Iterator<float[]> vectors = rows.iterator();
            private int row;

            @Override
            public boolean hasNext() {
                return vectors.hasNext();
            }

            @Override
            public Point next() {
                Point point = new Point(Integer.toString(row), vectors.next(), attributes(row));
                row++;
                return point;
            }
        };
    }

    private static Attributes attributes(int row) {
        Set<String> tags = IntStream.of(SHARES)
                .filter(share -> share < 100 && isIn(row, share))
                .mapToObj(NearestNeighbours::tag)
                .collect(Collectors.toSet());
        return new Attributes("", "", "", 0, tags, "");
    }

    /** As good as at random, and the same in every run. */
    private static boolean isIn(int row, int share) {
        return Integer.remainderUnsigned(Integer.reverse(row * 0x9E3779B9) ^ row, 100) < share;
    }

    private static String tag(int share) {
        return "share " + share;
    }

    private static float[][] units(VectorRows rows) {
        List<float[]> units = new ArrayList<>();
        for (float[] row : rows) {
            if (units.size() < MOST_QUERIES) {
                units.add(Vectors.normalized(row));
            }
        }
        return units.toArray(float[][]::new);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("tasteprint-bench");
        } catch (IOException e) {
            throw new TasteprintException(Kind.UNAVAILABLE, "cannot make a temporary folder: check the free space", e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList().reversed()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new TasteprintException(Kind.UNAVAILABLE, "cannot remove the temporary folder " + folder, e);
        }
    }
}
