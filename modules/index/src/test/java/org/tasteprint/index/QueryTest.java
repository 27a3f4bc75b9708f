package org.tasteprint.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tasteprint.index.Clouds.MADE;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.core.Embedding;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.Vectors;
import org.tasteprint.index.query.Attributes;
import org.tasteprint.index.query.Filter;
import org.tasteprint.index.query.Query;
import org.tasteprint.index.query.Seed;
import org.tasteprint.index.query.Years;

/** What a query asks for is what it gets: checked against looking at every point. */
class QueryTest {
    private static final int COUNT = 12_000;
    private static final List<Embedding> CLOUD = Clouds.of(COUNT, 16, 5);
    private static final Map<String, Embedding> BY_ID = new HashMap<>();

    @TempDir
    static Path folder;

    private static VectorSpaces spaces;
    private static VectorSpace space;

    private static Attributes attributes(int i) {
        return new Attributes(
                "Artist " + i / 6,
                "Album " + i / 3,
                i % 10 == 0 ? "Jazz" : "rock",
                i % 4 == 0 ? 0 : 1950 + i % 50,
                i % 100 == 0 ? Set.of("rare", "slow") : Set.of(),
                "/music/%d/%d".formatted(i % 2, i % 20));
    }

    private static Attributes attributesOf(String id) {
        return attributes(Integer.parseInt(id.substring(1)));
    }

    @BeforeAll
    static void build() {
        spaces = VectorSpaces.open(folder);
        List<Point> points = IntStream.range(0, COUNT)
                .mapToObj(i -> new Point(CLOUD.get(i).id(), CLOUD.get(i).vector(), attributes(i)))
                .toList();
        spaces.build(SpaceDefinition.of("taste", 16, MADE), points, Progress.SILENT);
        space = spaces.space("taste").orElseThrow();
        CLOUD.forEach(embedding -> BY_ID.put(embedding.id(), embedding));
    }

    @AfterAll
    static void close() {
        spaces.close();
    }

    private static double recall(Filter filter, Predicate<Attributes> same) {
        return Clouds.recallAt10(space, CLOUD, 30, id -> same.test(attributesOf(id)), filter);
    }

    private static double similarity(String a, String b) {
        return Vectors.cosine(BY_ID.get(a).vector(), BY_ID.get(b).vector());
    }

    @Test
    void filtersFindTheNearestOfWhatTheyLetThrough() {
        assertThat(recall(Filter.NONE.genres(Set.of("jazz")), a -> a.genre().equals("Jazz"))).isGreaterThan(0.99);
        assertThat(recall(Filter.NONE.genres(Set.of("ROCK")), a -> a.genre().equals("rock"))).isGreaterThan(0.95);
        assertThat(recall(Filter.NONE.tags(Set.of("slow", "unheard of")), a -> a.tags().contains("slow"))).isEqualTo(1);
        assertThat(recall(Filter.NONE.years(new Years(1960, 1964)), a -> a.year() >= 1960 && a.year() <= 1964)).isEqualTo(1);
        assertThat(recall(Filter.NONE.folder("/music/1"), a -> a.folder().startsWith("/music/1/"))).isGreaterThan(0.99);
        assertThat(recall(Filter.NONE.folder("/music/0/2/"), a -> a.folder().equals("/music/0/2"))).isEqualTo(1);
        assertThat(recall(
                        Filter.NONE.artists(Set.of("artist 7", "artist 8", "artist 9")).albums(Set.of("album 15", "album 16")),
                        a -> a.album().equals("Album 15") || a.album().equals("Album 16")))
                .isEqualTo(1);
    }

    @Test
    void whatIsDeniedIsNotAnswered() {
        List<Neighbour> before = space.similar("t100", 10);
        Set<String> played = Set.of(before.get(0).id(), before.get(1).id());
        String artist = attributesOf(before.get(2).id()).artist();
        List<Neighbour> after = space.search(Query.near("t100")
                .where(Filter.NONE.withoutIds(played).withoutArtists(Set.of(artist.toUpperCase())))
                .build());
        assertThat(after).hasSize(10).allSatisfy(found -> {
            assertThat(played).doesNotContain(found.id());
            assertThat(attributesOf(found.id()).artist()).isNotEqualTo(artist);
        });
        assertThat(space.search(Query.near("t100").where(Filter.NONE.onlyIds(Set.of())).build())).isEmpty();
    }

    @Test
    void severalSeedsPullAndPush() {
        float[] direction = new float[16];
        for (int d = 0; d < 16; d++) {
            direction[d] = (float) (Vectors.normalized(BY_ID.get("t1").vector())[d]
                    + 0.5 * Vectors.normalized(BY_ID.get("t2").vector())[d]
                    - 0.7 * Vectors.normalized(BY_ID.get("t3").vector())[d]);
        }
        // Among so few, search is exact.
        Filter few = Filter.NONE.tags(Set.of("slow"));
        List<String> exact = Clouds.exact(CLOUD, direction, 10, id -> attributesOf(id).tags().contains("slow"));
        assertThat(space.search(Query.near("t1").plus("t2", 0.5).minus("t3", 0.7).where(few).build()))
                .extracting(Neighbour::id)
                .containsExactlyElementsOf(exact);
        assertThat(space.search(Query.near(direction).where(few).build()))
                .extracting(Neighbour::id)
                .containsExactlyElementsOf(exact);
    }

    @Test
    void seedsThatCancelOutOrOnlyPushAreRefused() {
        assertThatThrownBy(() -> space.search(Query.near("t1").minus("t1", 1).build()))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("cancel each other out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Query.near(List.of(new Seed.OfId("t1", -1))).build())
                .withMessageContaining("one at least that pulls");
        assertThatIllegalArgumentException().isThrownBy(() -> Query.near("t1").diversity(1.5).build());
    }

    @Test
    void noArtistAndNoAlbumComesUpMoreOftenThanAllowed() {
        List<Neighbour> found = space.search(
                Query.near("t50").count(300).maxPerArtist(2).maxPerAlbum(1).build());
        assertThat(found).hasSize(300);
        Map<String, Integer> artists = new HashMap<>();
        Map<String, Integer> albums = new HashMap<>();
        found.forEach(one -> {
            artists.merge(attributesOf(one.id()).artist(), 1, Integer::sum);
            albums.merge(attributesOf(one.id()).album(), 1, Integer::sum);
        });
        assertThat(artists.values()).allMatch(count -> count <= 2).contains(2);
        assertThat(albums.values()).allMatch(count -> count == 1);
    }

    @Test
    void capsAreFilledFromAsFarAwayAsNeeded() {
        // 6 000 points are of 1 000 artists: one of each means looking at all of them.
        List<Neighbour> found = space.search(Query.near("t50")
                .count(1_000)
                .maxPerArtist(1)
                .where(Filter.NONE.onlyIds(Set.copyOf(CLOUD.stream().limit(6_000).map(Embedding::id).toList())))
                .build());
        assertThat(found).hasSize(1_000);
    }

    @Test
    void theArtistsOfSeedsCanBeLeftOut() {
        assertThat(space.search(Query.near("t60").count(100).withoutSeedArtists().build()))
                .hasSize(100)
                .noneMatch(found -> attributesOf(found.id()).artist().equals("Artist 10"));
    }

    @Test
    void duplicatesAreAnsweredOnce() {
        List<Neighbour> found = space.search(Query.near("t70").count(50).duplicateFrom(0.9).build());
        for (Neighbour one : found) {
            assertThat(similarity("t70", one.id())).isLessThan(0.9);
            for (Neighbour other : found) {
                if (!one.id().equals(other.id())) {
                    assertThat(similarity(one.id(), other.id())).isLessThan(0.9);
                }
            }
        }
        assertThat(space.similar("t70", 50)).anyMatch(one -> similarity("t70", one.id()) >= 0.9);
    }

    @Test
    void diversityMakesAListLessAlikeAndKeepsTheNearestFirst() {
        List<Neighbour> near = space.similar("t80", 10);
        List<Neighbour> diverse = space.search(Query.near("t80").diversity(0.5).build());
        List<Neighbour> moreDiverse = space.search(Query.near("t80").diversity(0.8).build());
        assertThat(List.of(diverse.getFirst(), moreDiverse.getFirst())).containsOnly(near.getFirst());
        assertThat(meanSimilarityWithin(diverse)).isLessThan(meanSimilarityWithin(near));
        assertThat(meanSimilarityWithin(moreDiverse)).isLessThan(meanSimilarityWithin(diverse) - 0.05);
    }

    private static double meanSimilarityWithin(List<Neighbour> list) {
        return list.stream()
                .flatMap(a -> list.stream().filter(b -> !b.id().equals(a.id())).map(b -> similarity(a.id(), b.id())))
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    @Test
    void severalQueriesAreAnsweredInTheirOrder() {
        assertThat(space.search(List.of(Query.near("t1").build(), Query.near("t2").count(3).build())))
                .containsExactly(space.similar("t1", 10), space.similar("t2", 3));
    }

    @Test
    void attributesComeBackAsTheyWent() {
        assertThat(space.attributes("t100")).hasValue(attributes(100));
        assertThat(space.attributes("nobody")).isEmpty();
    }
}
