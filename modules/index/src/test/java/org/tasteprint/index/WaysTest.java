package org.tasteprint.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tasteprint.index.Clouds.MADE;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Vectors;
import org.tasteprint.index.query.Attributes;
import org.tasteprint.index.query.Filter;

/** Paths and walks on a sphere in three dimensions that is covered well, so that even steps are possible. */
class WaysTest {
    private static final int COUNT = 3_000;

    @TempDir
    static Path folder;

    private static VectorSpaces spaces;
    private static VectorSpace space;

    @BeforeAll
    static void build() {
        Random random = new Random(3);
        List<Point> points = IntStream.range(0, COUNT)
                .mapToObj(i -> new Point(
                        "t" + i,
                        new float[] {(float) random.nextGaussian(), (float) random.nextGaussian(), (float) random.nextGaussian()},
                        new Attributes("artist " + i % 200, "", i % 2 == 0 ? "even" : "odd", 0, Set.of(), "")))
                .toList();
        spaces = VectorSpaces.open(folder);
        spaces.build(SpaceDefinition.of("globe", 3, MADE), points, Progress.SILENT);
        space = spaces.space("globe").orElseThrow();
    }

    @AfterAll
    static void close() {
        spaces.close();
    }

    private static double angle(String a, String b) {
        return Math.acos(Math.clamp(
                Vectors.dot(space.vector(a).orElseThrow(), space.vector(b).orElseThrow()), -1.0, 1.0));
    }

    private static String artist(String id) {
        return "artist " + Integer.parseInt(id.substring(1)) % 200;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 12})
    void aPathGoesEvenlyWithoutMeetingAnybodyTwice(int steps) {
        for (int from = 0; from < 5; from++) {
            List<String> path = space.path("t" + from, "t" + (from + 77), steps, Filter.NONE).stream()
                    .map(Neighbour::id)
                    .toList();
            assertThat(path).hasSize(steps + 1).startsWith("t" + from).endsWith("t" + (from + 77)).doesNotHaveDuplicates();
            assertThat(path.stream().map(WaysTest::artist)).doesNotHaveDuplicates();
            double even = angle(path.getFirst(), path.getLast()) / steps;
            for (int i = 1; i < path.size(); i++) {
                assertThat(angle(path.get(i - 1), path.get(i))).isCloseTo(even, within(0.2));
            }
        }
    }

    @Test
    void aPathKeepsToItsFilter() {
        List<Neighbour> path = space.path("t1", "t3", 8, Filter.NONE.genres(Set.of("even")));
        assertThat(path.subList(1, 8)).allMatch(step -> Integer.parseInt(step.id().substring(1)) % 2 == 0);
        assertThat(path.getFirst().similarity()).isCloseTo(1, within(1e-6));
    }

    @Test
    void aWalkStaysInItsRadiusAndGoesOnToSomebodyElse() {
        List<Neighbour> walk = space.walk("t5", 0.95, 30, Filter.NONE);
        assertThat(walk).hasSize(30).extracting(Neighbour::id).doesNotHaveDuplicates().doesNotContain("t5");
        String before = "t5";
        for (Neighbour step : walk) {
            assertThat(Math.cos(angle("t5", step.id()))).isGreaterThanOrEqualTo(0.949);
            assertThat(Math.cos(angle(before, step.id()))).isCloseTo(step.similarity(), within(1e-5));
            assertThat(artist(step.id())).isNotEqualTo(artist(before));
            before = step.id();
        }
        assertThat(space.walk("t5", 1, 30, Filter.NONE)).isEmpty();
    }
}
