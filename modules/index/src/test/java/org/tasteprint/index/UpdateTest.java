package org.tasteprint.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tasteprint.index.Clouds.MADE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.core.Embedding;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.index.query.Attributes;
import org.tasteprint.index.query.Filter;
import org.tasteprint.index.query.Query;

/** Single points that come, change and go. */
class UpdateTest {
    private static final List<Point> CLOUD =
            Clouds.of(500, 8, 11).stream().map(Point::of).toList();

    @TempDir
    Path folder;

    private VectorSpaces spaces;
    private VectorSpace space;

    @BeforeEach
    void build() {
        spaces = VectorSpaces.open(folder, Duration.ZERO);
        spaces.build(SpaceDefinition.of("taste", 8, MADE), CLOUD, Progress.SILENT);
        space = spaces.space("taste").orElseThrow();
    }

    @AfterEach
    void close() {
        spaces.close();
    }

    private static Point near(String id, String other) {
        float[] vector = CLOUD.stream().filter(p -> p.id().equals(other)).findFirst().orElseThrow().vector().clone();
        vector[0] += 1e-4f;
        return new Point(id, vector, new Attributes("Newcomer", "", "", 0, Set.of(), ""));
    }

    @Test
    void theNextQuerySeesThemHereAndInAnotherProcess() {
        try (VectorSpaces elsewhere = VectorSpaces.open(folder)) {
            VectorSpace other = elsewhere.space("taste").orElseThrow();
            assertThat(other.similar("t1", 1)).extracting(Neighbour::id).doesNotContain("new");
            SpaceInfo info = spaces.update("taste", List.of(near("new", "t1")), List.of("t2"));
            assertThat(info.vectors()).isEqualTo(500);
            assertThat(info.version()).isEqualTo(1);
            for (VectorSpace seen : List.of(space, other)) {
                assertThat(seen.similar("t1", 1)).extracting(Neighbour::id).containsExactly("new");
                assertThat(seen.vector("t2")).isEmpty();
                assertThat(seen.search(Query.near("t1").where(Filter.NONE.artists(Set.of("newcomer"))).build()))
                        .extracting(Neighbour::id)
                        .containsExactly("new");
                assertThat(seen.info().updates()).isEqualTo(1);
            }
        }
    }

    @Test
    void whatIsRemovedCanComeBackElsewhere() {
        spaces.update("taste", List.of(), List.of("t7"));
        assertThatThrownBy(() -> space.similar("t7", 1)).hasMessageContaining("no vector of t7");
        spaces.update("taste", List.of(near("t7", "t9")), List.of());
        assertThat(space.similar("t9", 1)).extracting(Neighbour::id).containsExactly("t7");
        assertThat(space.info().vectors()).isEqualTo(500);
    }

    @Test
    void anUpdateIsWholeOrNotAtAll() {
        assertThatThrownBy(() -> spaces.update(
                        "taste", List.of(near("new", "t1"), new Point("bad", new float[8], Attributes.NONE)), List.of()))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("is zero");
        assertThat(space.vector("new")).isEmpty();
        assertThat(space.info().updates()).isZero();
        assertThatThrownBy(() -> spaces.update("nothing", List.of(), List.of())).hasMessageContaining("no space nothing");
    }

    /** Whatever is added, replaced and removed, in whatever order: the space holds the same as a map would. */
    @Test
    void manyUpdatesLeaveWhatAMapWouldHold() {
        Random random = new Random(17);
        Map<String, float[]> expected = new HashMap<>();
        CLOUD.forEach(point -> expected.put(point.id(), point.vector()));
        for (int round = 0; round < 12; round++) {
            List<Point> put = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                float[] vector = new float[8];
                for (int d = 0; d < 8; d++) {
                    vector[d] = (float) random.nextGaussian();
                }
                put.add(new Point("t" + random.nextInt(600), vector, Attributes.NONE));
            }
            String removed = "t" + random.nextInt(600);
            put.removeIf(point -> point.id().equals(removed));
            spaces.update("taste", put, List.of(removed));
            put.forEach(point -> expected.put(point.id(), point.vector()));
            expected.remove(removed);
        }
        assertThat(space.info().vectors()).isEqualTo(expected.size());
        List<Embedding> cloud =
                expected.entrySet().stream().map(e -> new Embedding(e.getKey(), e.getValue())).toList();
        assertThat(Clouds.recallAt10(space, cloud, 50, id -> true, Filter.NONE)).isEqualTo(1);
    }

    @Test
    void whatChangesDuringABuildIsChangedInTheNewVersionToo() {
        List<Point> points = new ArrayList<>(CLOUD);
        Iterable<Point> changing = () -> {
            Iterator<Point> all = points.iterator();
            return new Iterator<>() {
                private int given;

                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public Point next() {
                    if (given++ == 100) {
                        spaces.update("taste", List.of(near("new", "t1"), near("t3", "t4")), List.of("t2", "t499"));
                        spaces.update("taste", List.of(near("t499", "t5")), List.of());
                    }
                    return all.next();
                }
            };
        };
        SpaceInfo info = spaces.build(SpaceDefinition.of("taste", 8, MADE), changing, Progress.SILENT);
        assertThat(info.version()).isEqualTo(2);
        assertThat(info.vectors()).isEqualTo(500);
        assertThat(space.vector("t2")).isEmpty();
        assertThat(space.similar("t1", 1)).extracting(Neighbour::id).containsExactly("new");
        assertThat(space.similar("t4", 1)).extracting(Neighbour::id).containsExactly("t3");
        assertThat(space.similar("t5", 1)).extracting(Neighbour::id).containsExactly("t499");
    }

    @Test
    void aReplacedVersionIsKeptForItsGrace() {
        try (VectorSpaces patient = VectorSpaces.open(folder, Duration.ofHours(1))) {
            patient.build(SpaceDefinition.of("taste", 8, MADE), CLOUD, Progress.SILENT);
            assertThat(patient.versions("taste"))
                    .extracting(SpaceVersion::state)
                    .containsExactly(SpaceVersion.State.RETIRED, SpaceVersion.State.ACTIVE);
            spaces.build(SpaceDefinition.of("taste", 8, MADE), CLOUD, Progress.SILENT);
            assertThat(patient.versions("taste")).extracting(SpaceVersion::number).containsExactly(3);
        }
    }

    @Test
    void preprocessingIsKeptWithTheVersion() {
        Preprocessing halves = new Preprocessing(new float[] {1, 1}, new float[] {0.5f, 2});
        spaces.build(
                SpaceDefinition.of("pair", 2, MADE).with(halves),
                IntStream.range(1, 4).mapToObj(i -> new Point("p" + i, new float[] {i, 1}, Attributes.NONE)).toList(),
                Progress.SILENT);
        assertThat(spaces.space("pair").orElseThrow().preprocessing()).isEqualTo(halves);
        assertThat(halves.apply(new float[] {3, 2})).containsExactly(1, 2);
        assertThat(space.preprocessing()).isEqualTo(Preprocessing.NONE);
    }
}
