package org.tasteprint.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tasteprint.index.Clouds.MADE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.index.query.Attributes;

/** A space while it is built again: by this process or another one, to the end or not. */
class VersionsTest {
    private static final List<Point> OLD = List.of(
            point("a", new float[] {1, 0}), point("old", new float[] {1, 0.1f}));
    private static final List<Point> NEW = List.of(
            point("a", new float[] {1, 0}), point("new", new float[] {1, 0.1f}));

    private static Point point(String id, float[] vector) {
        return new Point(id, vector, Attributes.NONE);
    }

    @TempDir
    Path folder;

    private static SpaceInfo build(VectorSpaces spaces, Iterable<Point> points) {
        return spaces.build(SpaceDefinition.of("taste", 2, MADE), points, Progress.SILENT);
    }

    private static String neighbourOfA(VectorSpace space) {
        return space.similar("a", 1).getFirst().id();
    }

    @Test
    void answersFromTheOldVersionWhileTheNewOneIsBuilt() throws Exception {
        try (VectorSpaces spaces = VectorSpaces.open(folder, Duration.ZERO);
                ExecutorService builder = Executors.newSingleThreadExecutor()) {
            build(spaces, OLD);
            VectorSpace space = spaces.space("taste").orElseThrow();
            CountDownLatch building = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            Future<SpaceInfo> built = builder.submit(() -> build(spaces, pausing(building, goOn)));
            building.await();

            assertThat(neighbourOfA(space)).isEqualTo("old");
            assertThatThrownBy(() -> build(spaces, NEW))
                    .isInstanceOf(TasteprintException.class)
                    .hasMessageContaining("being built already")
                    .extracting(e -> ((TasteprintException) e).kind())
                    .isEqualTo(Kind.CONFLICT);

            goOn.countDown();
            assertThat(built.get().version()).isEqualTo(2);
            assertThat(neighbourOfA(space)).isEqualTo("new");
        }
    }

    @Test
    void noticesWhatAnotherProcessBuilt() {
        try (VectorSpaces server = VectorSpaces.open(folder, Duration.ZERO);
                VectorSpaces command = VectorSpaces.open(folder, Duration.ZERO)) {
            build(command, OLD);
            VectorSpace space = server.space("taste").orElseThrow();
            assertThat(neighbourOfA(space)).isEqualTo("old");
            build(command, NEW);
            assertThat(folder.resolve("taste/1")).doesNotExist();
            assertThat(neighbourOfA(space)).isEqualTo("new");
            assertThat(space.info().version()).isEqualTo(2);
        }
    }

    @Test
    void keepsAnsweringWithoutAPauseThroughManyBuilds() throws Exception {
        try (VectorSpaces server = VectorSpaces.open(folder, Duration.ZERO);
                VectorSpaces command = VectorSpaces.open(folder, Duration.ZERO);
                ExecutorService readers = Executors.newFixedThreadPool(3)) {
            build(command, OLD);
            VectorSpace space = server.space("taste").orElseThrow();
            AtomicInteger answered = new AtomicInteger();
            CountDownLatch stop = new CountDownLatch(1);
            List<Future<?>> clients = List.of(1, 2, 3).stream()
                    .<Future<?>>map(i -> readers.submit(() -> {
                        while (stop.getCount() > 0) {
                            assertThat(neighbourOfA(space)).isIn("old", "new");
                            answered.incrementAndGet();
                        }
                    }))
                    .toList();
            for (int i = 0; i < 10; i++) {
                build(command, i % 2 == 0 ? NEW : OLD);
            }
            stop.countDown();
            for (Future<?> client : clients) {
                client.get();
            }
            assertThat(answered).hasPositiveValue();
            assertThat(space.info().version()).isEqualTo(11);
        }
    }

    @Test
    void aCrashLeavesTheActiveVersionAndTheNextBuildSweeps() throws IOException {
        try (VectorSpaces spaces = VectorSpaces.open(folder, Duration.ZERO)) {
            build(spaces, OLD);
        }
        Path half = Files.createDirectories(folder.resolve("taste/2/parts"));
        Files.writeString(half.resolve("_0.fdt"), "half a file");
        Files.writeString(folder.resolve("taste/.manifest.json123.part"), "{\"name\":\"ta");
        try (VectorSpaces spaces = VectorSpaces.open(folder, Duration.ZERO)) {
            assertThat(neighbourOfA(spaces.space("taste").orElseThrow())).isEqualTo("old");
            assertThat(build(spaces, NEW).version()).isEqualTo(3);
            assertThat(neighbourOfA(spaces.space("taste").orElseThrow())).isEqualTo("new");
        }
        try (var left = Files.list(folder.resolve("taste"))) {
            assertThat(left.map(p -> p.getFileName().toString()))
                    .containsExactlyInAnyOrder("3", "manifest.json", "build.lock", "update.lock");
        }
    }

    @Test
    void aDamagedManifestIsNamed() throws IOException {
        try (VectorSpaces spaces = VectorSpaces.open(folder, Duration.ZERO)) {
            build(spaces, OLD);
            Files.writeString(folder.resolve("taste/manifest.json"), "{\"name\":");
            assertThatThrownBy(() -> spaces.space("taste").orElseThrow().info())
                    .isInstanceOf(TasteprintException.class)
                    .hasMessageContaining("manifest.json")
                    .hasMessageContaining("./tasteprint index");
        }
    }

    /** Hands out the first vector, says so, and waits for leave to go on. */
    private static Iterable<Point> pausing(CountDownLatch reached, CountDownLatch goOn) {
        return () -> {
            Iterator<Point> vectors = NEW.iterator();
            return new Iterator<>() {
                private int given;

                @Override
                public boolean hasNext() {
                    return vectors.hasNext();
                }

                @Override
                public Point next() {
                    if (given++ == 1) {
                        reached.countDown();
                        try {
                            goOn.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                    return vectors.next();
                }
            };
        };
    }
}
