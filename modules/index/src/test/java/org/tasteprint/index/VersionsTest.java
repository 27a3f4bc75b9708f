package org.tasteprint.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tasteprint.index.Clouds.MADE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.core.Embedding;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** A space while it is built again: by this process or another one, to the end or not. */
class VersionsTest {
    private static final List<Embedding> OLD = List.of(
            new Embedding("a", new float[] {1, 0}), new Embedding("old", new float[] {1, 0.1f}));
    private static final List<Embedding> NEW = List.of(
            new Embedding("a", new float[] {1, 0}), new Embedding("new", new float[] {1, 0.1f}));

    @TempDir
    Path folder;

    private static SpaceInfo build(VectorSpaces spaces, Iterable<Embedding> vectors) {
        return spaces.build("taste", 2, MADE, vectors, Progress.SILENT);
    }

    private static String neighbourOfA(VectorSpace space) {
        return space.similar("a", 1).getFirst().id();
    }

    @Test
    void answersFromTheOldVersionWhileTheNewOneIsBuilt() throws Exception {
        try (VectorSpaces spaces = VectorSpaces.open(folder);
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
        try (VectorSpaces server = VectorSpaces.open(folder);
                VectorSpaces command = VectorSpaces.open(folder)) {
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
        try (VectorSpaces server = VectorSpaces.open(folder);
                VectorSpaces command = VectorSpaces.open(folder);
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
        try (VectorSpaces spaces = VectorSpaces.open(folder)) {
            build(spaces, OLD);
        }
        Path half = Files.createDirectories(folder.resolve("taste/2/parts"));
        Files.writeString(half.resolve("_0.fdt"), "half a file");
        Files.writeString(folder.resolve("taste/.manifest.json123.part"), "{\"name\":\"ta");
        try (VectorSpaces spaces = VectorSpaces.open(folder)) {
            assertThat(neighbourOfA(spaces.space("taste").orElseThrow())).isEqualTo("old");
            assertThat(build(spaces, NEW).version()).isEqualTo(3);
            assertThat(neighbourOfA(spaces.space("taste").orElseThrow())).isEqualTo("new");
        }
        try (var left = Files.list(folder.resolve("taste"))) {
            assertThat(left.map(p -> p.getFileName().toString()))
                    .containsExactlyInAnyOrder("3", "manifest.json", "build.lock");
        }
    }

    @Test
    void aDamagedManifestIsNamed() throws IOException {
        try (VectorSpaces spaces = VectorSpaces.open(folder)) {
            build(spaces, OLD);
            Files.writeString(folder.resolve("taste/manifest.json"), "{\"name\":");
            assertThatThrownBy(() -> spaces.space("taste").orElseThrow().info())
                    .isInstanceOf(TasteprintException.class)
                    .hasMessageContaining("manifest.json")
                    .hasMessageContaining("./tasteprint index");
        }
    }

    /** Hands out the first vector, says so, and waits for leave to go on. */
    private static Iterable<Embedding> pausing(CountDownLatch reached, CountDownLatch goOn) {
        return () -> {
            Iterator<Embedding> vectors = NEW.iterator();
            return new Iterator<>() {
                private int given;

                @Override
                public boolean hasNext() {
                    return vectors.hasNext();
                }

                @Override
                public Embedding next() {
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
