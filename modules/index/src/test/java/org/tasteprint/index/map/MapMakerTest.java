package org.tasteprint.index.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Provenance;
import org.tasteprint.index.Point;
import org.tasteprint.index.SpaceDefinition;
import org.tasteprint.index.VectorSpace;
import org.tasteprint.index.VectorSpaces;
import org.tasteprint.index.map.SpaceMap.Place;
import org.tasteprint.index.query.Attributes;

class MapMakerTest {
    private static final MapSettings SETTINGS = new MapSettings(5, 8, 100, 3);

    @TempDir
    Path folder;

    /** Three groups, 40 points each, that lie far apart. */
    private static List<Point> groups(int count) {
        Random random = new Random(1);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    float[] vector = new float[12];
                    for (int d = 0; d < 12; d++) {
                        vector[d] = (float) (0.3 * random.nextGaussian() + (d % 3 == i % 3 ? 1 : 0));
                    }
                    return new Point("t%03d".formatted(i), vector, Attributes.NONE);
                })
                .toList();
    }

    private VectorSpace space(VectorSpaces spaces, int count) {
        spaces.build(SpaceDefinition.of("taste", 12, Provenance.now("all", 1, "", Map.of())), groups(count), Progress.SILENT);
        return spaces.space("taste").orElseThrow();
    }

    @Test
    void whatIsNearIsDrawnNearAndTheSameSeedDrawsTheSameMap() {
        try (VectorSpaces spaces = VectorSpaces.open(folder)) {
            VectorSpace space = space(spaces, 120);
            SpaceMap map = MapMaker.make(space, SETTINGS, Progress.SILENT);
            assertThat(map.places()).hasSize(120).allSatisfy(place -> {
                assertThat(place.x()).isBetween(0.0, 1.0);
                assertThat(place.y()).isBetween(0.0, 1.0);
            });
            assertThat(MapMaker.make(space, SETTINGS, Progress.SILENT)).isEqualTo(map);

            // The nearest place is of the same group.
            List<Place> places = map.places();
            long same = IntStream.range(0, 120).filter(i -> nearest(places, i) % 3 == i % 3).count();
            assertThat(same).isGreaterThan(110);
            // And clusters are the groups.
            assertThat(IntStream.range(0, 120).filter(i -> places.get(i).cluster() == places.get(i % 3).cluster()).count())
                    .isGreaterThan(115);

            map.keep(space);
            assertThat(SpaceMap.of(space)).hasValue(map);
        }
    }

    @Test
    void tooFewPointsMakeNoMap() {
        try (VectorSpaces spaces = VectorSpaces.open(folder)) {
            VectorSpace space = space(spaces, 10);
            assertThat(SpaceMap.of(space)).isEmpty();
            assertThatThrownBy(() -> MapMaker.make(space, SETTINGS, Progress.SILENT)).hasMessageContaining("a map needs 20");
        }
    }

    private static int nearest(List<Place> places, int of) {
        return IntStream.range(0, places.size())
                .filter(i -> i != of)
                .boxed()
                .min((a, b) -> Double.compare(distance(places, of, a), distance(places, of, b)))
                .orElseThrow();
    }

    private static double distance(List<Place> places, int a, int b) {
        return Math.hypot(places.get(a).x() - places.get(b).x(), places.get(a).y() - places.get(b).y());
    }
}
