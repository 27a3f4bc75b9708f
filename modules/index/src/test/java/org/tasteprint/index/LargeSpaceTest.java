package org.tasteprint.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tasteprint.index.Clouds.MADE;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.core.Embedding;
import org.tasteprint.core.Progress;

class LargeSpaceTest {
    private static final List<Embedding> CLOUD = Clouds.of(20_000, 64, 1);

    @TempDir
    static Path folder;

    private static VectorSpaces spaces;
    private static VectorSpace space;

    @BeforeAll
    static void build() {
        spaces = VectorSpaces.open(folder);
        spaces.build("taste", 64, MADE, CLOUD, Progress.SILENT);
        space = spaces.space("taste").orElseThrow();
    }

    @AfterAll
    static void close() {
        spaces.close();
    }

    @Test
    void findsNearlyAllOfTheExactTenNearest() {
        assertThat(Clouds.recallAt10(space, CLOUD, 100, id -> true)).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void holdsRecallUnderFilters() {
        for (int share : new int[] {2, 10, 100}) {
            double recall = Clouds.recallAt10(space, CLOUD, 40, id -> id.hashCode() % share == 0);
            assertThat(recall).as("one in %d allowed", share).isGreaterThanOrEqualTo(0.95);
        }
    }

    @Test
    void findsTheOnlyOneAllowedHoweverFar() {
        assertThat(space.nearest(CLOUD.get(0).vector(), 10, "t19999"::equals))
                .singleElement()
                .returns("t19999", Neighbour::id);
    }

    @Test
    void takesAboutTheRoomOfItsVectorsAndGraph() {
        assertThat(space.info().bytes()).isBetween(20_000L * 64 * 4, 20_000L * 64 * 4 * 2);
    }
}
