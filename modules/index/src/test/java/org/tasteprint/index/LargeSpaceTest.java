package org.tasteprint.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tasteprint.index.Clouds.MADE;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.core.Embedding;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Vectors;
import org.tasteprint.index.query.Filter;
import org.tasteprint.index.query.Query;

class LargeSpaceTest {
    private static final List<Embedding> CLOUD = Clouds.of(20_000, 64, 1);

    @TempDir
    static Path folder;

    private static VectorSpaces spaces;
    private static VectorSpace space;

    @BeforeAll
    static void build() {
        spaces = VectorSpaces.open(folder);
        Clouds.build(spaces, "taste", 64, CLOUD);
        space = spaces.space("taste").orElseThrow();
    }

    @AfterAll
    static void close() {
        spaces.close();
    }

    @Test
    void findsNearlyAllOfTheExactTenNearest() {
        assertThat(Clouds.recallAt10(space, CLOUD, 100, id -> true, Filter.NONE)).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void holdsRecallUnderFilters() {
        for (int share : new int[] {2, 10, 100}) {
            Set<String> allowed = CLOUD.stream().map(Embedding::id).filter(id -> id.hashCode() % share == 0).collect(Collectors.toSet());
            double recall = Clouds.recallAt10(space, CLOUD, 40, allowed::contains, Filter.NONE.onlyIds(allowed));
            assertThat(recall).as("one in %d allowed", share).isGreaterThanOrEqualTo(0.95);
        }
    }

    @Test
    void findsTheOnlyOneAllowedHoweverFar() {
        assertThat(space.search(Query.near("t0").where(Filter.NONE.onlyIds(Set.of("t19999"))).build()))
                .singleElement()
                .returns("t19999", Neighbour::id);
    }

    @Test
    void findsAsManyThroughBytesAndGivesExactSimilarities() {
        spaces.build(
                SpaceDefinition.of("bytes", 64, MADE).with(Precision.INT8),
                CLOUD.stream().map(Point::of).toList(),
                Progress.SILENT);
        VectorSpace bytes = spaces.space("bytes").orElseThrow();
        assertThat(bytes.info().precision()).isEqualTo(Precision.INT8);
        assertThat(Clouds.recallAt10(bytes, CLOUD, 100, id -> true, Filter.NONE)).isGreaterThanOrEqualTo(0.95);
        Neighbour nearest = bytes.similar("t0", 1).getFirst();
        int other = Integer.parseInt(nearest.id().substring(1));
        assertThat(nearest.similarity())
                .isCloseTo(Vectors.cosine(CLOUD.get(0).vector(), CLOUD.get(other).vector()), within(1e-6));
    }

    @Test
    void takesAboutTheRoomOfItsVectorsAndGraph() {
        assertThat(space.info().bytes()).isBetween(20_000L * 64 * 4, 20_000L * 64 * 4 * 2);
    }
}
