package org.tasteprint.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tasteprint.index.Clouds.MADE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.core.Embedding;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.index.query.Query;

class VectorSpacesTest {
    private static final List<Embedding> COMPASS = List.of(
            new Embedding("east", new float[] {2, 0}),
            new Embedding("north", new float[] {0, 5}),
            new Embedding("north-east", new float[] {3, 3}),
            new Embedding("west", new float[] {-1, 0}));

    @TempDir
    Path folder;

    private VectorSpaces spaces;

    @BeforeEach
    void open() {
        spaces = VectorSpaces.open(folder.resolve("spaces"));
    }

    @AfterEach
    void close() {
        spaces.close();
    }

    private SpaceInfo build(String name, List<Embedding> vectors) {
        return Clouds.build(spaces, name, 2, vectors);
    }

    @Test
    void similarityIsTheCosine() {
        build("compass", COMPASS);
        List<Neighbour> found = spaces.space("compass").orElseThrow().search(Query.near(new float[] {10, 0}).build());
        assertThat(found).extracting(Neighbour::id).containsExactly("east", "north-east", "north", "west");
        assertThat(found.get(0).similarity()).isEqualTo(1);
        assertThat(found.get(1).similarity()).isCloseTo(Math.sqrt(0.5), within(1e-6));
        assertThat(found.get(2).similarity()).isCloseTo(0, within(1e-6));
        assertThat(found.get(3).similarity()).isEqualTo(-1);
    }

    @Test
    void aPointIsNotItsOwnNeighbour() {
        build("compass", COMPASS);
        VectorSpace space = spaces.space("compass").orElseThrow();
        assertThat(space.similar("east", 2)).extracting(Neighbour::id).containsExactly("north-east", "north");
        assertThatThrownBy(() -> space.similar("south", 2))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("no vector of south");
    }

    @Test
    void givesVectorsAtLengthOne() {
        build("compass", COMPASS);
        VectorSpace space = spaces.space("compass").orElseThrow();
        assertThat(space.vector("north")).hasValue(new float[] {0, 1});
        assertThat(space.vector("south")).isEmpty();
    }

    @Test
    void tellsWhatItHolds() {
        build("taste", COMPASS);
        SpaceInfo second = build("compass", COMPASS);
        assertThat(spaces.spaces()).extracting(SpaceInfo::name).containsExactly("compass", "taste");
        assertThat(spaces.spaces()).first().isEqualTo(second);
        assertThat(second.vectors()).isEqualTo(4);
        assertThat(second.provenance()).isEqualTo(MADE);
        assertThat(spaces.space("nothing")).isEmpty();
    }

    @Test
    void isThereAgainAfterReopening() {
        SpaceInfo info = build("compass", COMPASS);
        spaces.close();
        try (VectorSpaces again = VectorSpaces.open(folder.resolve("spaces"))) {
            VectorSpace space = again.space("compass").orElseThrow();
            assertThat(space.info()).isEqualTo(info);
            assertThat(space.similar("east", 1)).extracting(Neighbour::id).containsExactly("north-east");
        }
    }

    @Test
    void refusesWhatHasNoPlaceInASpace() {
        assertInvalid(() -> build("bad", List.of(new Embedding("a", new float[] {0, 0}))), "the vector of a is zero");
        assertInvalid(() -> build("bad", List.of(new Embedding("a", new float[] {1, 2, 3}))), "has 3 dimensions where 2");
        assertInvalid(() -> build("bad", List.of(new Embedding("a", new float[] {1, Float.NaN}))), "not a finite number");
        assertInvalid(() -> build("bad", List.of(COMPASS.get(0), COMPASS.get(0))), "would hold east twice");
        assertInvalid(() -> build("bad", List.of()), "would be empty");
        assertInvalid(() -> build("../bad", COMPASS), "'../bad' cannot name a space");
        assertThat(spaces.spaces()).isEmpty();
    }

    @Test
    void refusesAQueryThatDoesNotFit() {
        build("compass", COMPASS);
        VectorSpace space = spaces.space("compass").orElseThrow();
        assertInvalid(() -> space.search(Query.near(new float[3]).build()), "the query of space compass has 3 dimensions");
        assertInvalid(() -> space.search(Query.near(new float[2]).build()), "is zero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> space.similar("east", 0))
                .withMessage("count must be positive; count=0");
    }

    @Test
    void aFailedBuildChangesNothing() throws IOException {
        SpaceInfo info = build("compass", COMPASS);
        assertInvalid(() -> build("compass", List.of(COMPASS.get(0), new Embedding("b", new float[2]))), "is zero");
        assertThat(spaces.space("compass").orElseThrow().info()).isEqualTo(info);
        assertThat(folder.resolve("spaces/compass/2")).doesNotExist();
        assertThat(Files.exists(folder.resolve("spaces/compass/1"))).isTrue();
    }

    @Test
    void takesVectorsLongerThanLuceneDoesByDefault() {
        int dimensions = 1546;
        List<Embedding> vectors = IntStream.range(0, 3)
                .mapToObj(i -> {
                    float[] vector = new float[dimensions];
                    vector[i] = 1;
                    return new Embedding("v" + i, vector);
                })
                .toList();
        Clouds.build(spaces, "combined", dimensions, vectors);
        assertThat(spaces.space("combined").orElseThrow().similar("v0", 5)).hasSize(2);
    }

    @Test
    void answersNoMoreOnceClosed() {
        build("compass", COMPASS);
        VectorSpace space = spaces.space("compass").orElseThrow();
        spaces.close();
        assertThatIllegalStateException().isThrownBy(() -> space.similar("east", 1));
        assertThatIllegalStateException().isThrownBy(() -> spaces.space("compass"));
    }

    private static void assertInvalid(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining(message)
                .extracting(e -> ((TasteprintException) e).kind())
                .isEqualTo(Kind.INVALID_INPUT);
    }
}
