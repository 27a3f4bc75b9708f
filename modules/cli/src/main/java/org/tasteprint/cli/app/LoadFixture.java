package org.tasteprint.cli.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tasteprint.catalog.DatasetImport;
import org.tasteprint.core.Provenance;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.index.Point;
import org.tasteprint.index.SpaceDefinition;
import org.tasteprint.index.SpaceInfo;
import org.tasteprint.index.query.Attributes;

/** Fills a home with as many invented tracks and vectors as a load needs: no sound, no listeners, nothing to listen to. */
final class LoadFixture {
    private static final String SPACE = "bench";
    private static final int CLUSTERS = 200;
    private static final List<String> GENRES = List.of("ambient", "electronic", "folk", "jazz", "rock");

    private final Workspace workspace;

    LoadFixture(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Adds tracks to the catalogue and builds the space {@code bench}.
     *
     * @param dimensions length of the vectors, which lie around 200 centres
     * @throws TasteprintException {@code CONFLICT} when the home has other tracks already
     */
    IndexResult fill(int tracks, int dimensions) {
        long start = System.nanoTime();
        if (workspace.catalog().counts().tracks() > 0 && workspace.spaces().space(SPACE).isEmpty()) {
            throw new TasteprintException(
                    TasteprintException.Kind.CONFLICT, "this home has music of its own: name an empty one with --home");
        }
        importTracks(tracks);
        float[][] centres = centres(dimensions);
        Iterable<Point> points = () -> points(tracks, dimensions, centres);
        Provenance provenance = Provenance.now("none", 1, "", Map.of("invented", Integer.toString(tracks)));
        SpaceInfo built = workspace.spaces().build(SpaceDefinition.of(SPACE, dimensions, provenance), points, workspace.progress());
        return new IndexResult(List.of(IndexResult.Space.of(built)), (System.nanoTime() - start) / 1e9);
    }

    private void importTracks(int tracks) {
        Path folder = workspace.settings().home().resolve("bench");
        try {
            Files.createDirectories(folder);
            try (BufferedWriter csv = Files.newBufferedWriter(folder.resolve("tracks.csv"))) {
                csv.write("track_id,path,artist,title,album,year,genre,split\n");
                for (int i = 0; i < tracks; i++) {
                    csv.write("%s,,Artist %d,Title %d,Album %d,%d,%s,train%n"
                            .formatted(id(i), i / 20, i, i / 10, 1950 + i % 75, GENRES.get(i % GENRES.size())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + folder, e);
        }
        new DatasetImport(workspace.catalog(), new FfmpegTags()).run(folder, workspace.progress());
    }

    private static float[][] centres(int dimensions) {
        SplittableRandom random = new SplittableRandom(7);
        return IntStream.range(0, CLUSTERS).mapToObj(i -> gaussian(random, dimensions, 1)).toArray(float[][]::new);
    }

    private static Iterator<Point> points(int tracks, int dimensions, float[][] centres) {
        SplittableRandom random = new SplittableRandom(8);
        return IntStream.range(0, tracks)
                .mapToObj(i -> {
                    float[] vector = gaussian(random, dimensions, 0.7);
                    float[] centre = centres[random.nextInt(CLUSTERS)];
                    for (int d = 0; d < dimensions; d++) {
                        vector[d] += centre[d];
                    }
                    return new Point(
                            id(i),
                            vector,
                            new Attributes("Artist " + i / 20, "Album " + i / 10, GENRES.get(i % GENRES.size()), 1950 + i % 75, Set.of(), ""));
                })
                .iterator();
    }

    private static float[] gaussian(SplittableRandom random, int dimensions, double deviation) {
        float[] vector = new float[dimensions];
        for (int d = 0; d < dimensions; d++) {
            vector[d] = (float) random.nextGaussian(0, deviation);
        }
        return vector;
    }

    private static String id(int number) {
        return "bench-%07d".formatted(number);
    }
}
