package org.tasteprint.taste.tower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tasteprint.taste.PlantedListeners.reaction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.core.ArtistPlays;
import org.tasteprint.core.Feedback;
import org.tasteprint.core.Track;
import org.tasteprint.taste.listener.Listening;
import org.tasteprint.taste.listener.TasteData;

class TripleSamplerTest {
    private static final List<Track> TRACKS = IntStream.range(0, 8)
            .mapToObj(t -> new Track("t" + t, "", "artist " + t / 2, "", "", 0, "", ""))
            .toList();

    private static TripleSampler sampler(List<Interaction> interactions, List<ArtistPlays> plays, BitSet heard) {
        return sampler(interactions, plays, heard, Negative.STANDARD);
    }

    private static TripleSampler sampler(
            List<Interaction> interactions, List<ArtistPlays> plays, BitSet heard, Set<Negative> negatives) {
        Set<String> ids = TRACKS.stream().map(Track::id).collect(Collectors.toSet());
        Listening listening = Listening.of(new TasteData(TRACKS, interactions, plays, ""), ids);
        BitSet users = new BitSet();
        users.set(0, listening.users().size());
        return new TripleSampler(listening, users, heard, negatives, 3);
    }

    private static List<List<Integer>> draws(TripleSampler sampler, int count) {
        int[] user = new int[count];
        int[] better = new int[count];
        int[] worse = new int[count];
        sampler.draw(user, better, worse);
        List<List<Integer>> triples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            triples.add(List.of(user[i], better[i], worse[i]));
        }
        return triples;
    }

    private static BitSet all() {
        BitSet all = new BitSet();
        all.set(0, TRACKS.size());
        return all;
    }

    @Test
    void whoToldOfBothSidesIsTakenAtTheirWord() {
        TripleSampler sampler = sampler(
                List.of(reaction("u", "t0", true), reaction("u", "t5", false), reaction("u", "t6", true)),
                List.of(new ArtistPlays("u", "artist 1", 10)),
                all());
        assertThat(draws(sampler, 200)).containsOnly(List.of(0, 0, 5), List.of(0, 6, 5)).hasSize(200);
    }

    @Test
    void negativesOfAPlayerAreKnownTracksOfArtistsTheyDoNotPlay() {
        TripleSampler sampler = sampler(
                List.of(),
                List.of(
                        new ArtistPlays("u", "artist 0", 10),
                        new ArtistPlays("v", "artist 1", 1),
                        new ArtistPlays("v", "artist 2", 1)),
                all());
        assertThat(draws(sampler, 300)).allSatisfy(triple -> {
            Set<Integer> own = triple.get(0) == 0 ? Set.of(0, 1) : Set.of(2, 3, 4, 5);
            assertThat(own).contains(triple.get(1)).doesNotContain(triple.get(2));
            assertThat(triple.get(2)).as("nobody knows artist 3").isLessThan(6);
        });
    }

    @Test
    void skipsCountOnlyWhereTheyAreAskedFor() {
        Interaction skip = new Interaction("u", "t4", 1, 0, 0, 2, OptionalDouble.empty(), Feedback.UNDATED);
        List<Interaction> told = List.of(reaction("u", "t0", true), reaction("u", "t6", false), skip);
        assertThat(draws(sampler(told, List.of(), all(), Set.of(Negative.DISLIKES)), 50)).containsOnly(List.of(0, 0, 6));
        assertThat(draws(sampler(told, List.of(), all(), Set.of(Negative.SKIPS)), 50)).containsOnly(List.of(0, 0, 4));
        assertThat(draws(sampler(told, List.of(), all(), Negative.STANDARD), 50))
                .contains(List.of(0, 0, 6), List.of(0, 0, 4));
    }

    /** Artist 1 has one listener, artist 2 has ten. */
    private static List<ArtistPlays> crowd() {
        List<ArtistPlays> plays = new ArrayList<>(List.of(new ArtistPlays("a", "artist 0", 1), new ArtistPlays("b", "artist 1", 1)));
        for (int i = 0; i < 10; i++) {
            plays.add(new ArtistPlays("c" + i, "artist 2", 1));
        }
        return plays;
    }

    @Test
    void popularNegativesAreThoseOfManyListeners() {
        List<List<Integer>> ofFirst = draws(sampler(List.of(), crowd(), all(), Set.of(Negative.POPULAR)), 3000).stream()
                .filter(triple -> triple.getFirst() == 0)
                .toList();
        double share = (double) ofFirst.stream().filter(triple -> triple.get(2) / 2 == 2).count() / ofFirst.size();
        double expected = Math.pow(10, 0.75) / (Math.pow(10, 0.75) + 1);
        assertThat(ofFirst).hasSizeGreaterThan(100);
        assertThat(share).isCloseTo(expected, within(0.1));
    }

    @Test
    void hardNegativesAreTheNearest() {
        TripleSampler sampler = sampler(List.of(), crowd(), all(), Set.of(Negative.HARD));
        sampler.mine((user, track) -> track);
        assertThat(draws(sampler, 500)).filteredOn(triple -> triple.getFirst() == 0).filteredOn(triple -> triple.get(2) != 5).hasSizeLessThan(20);
    }

    @Test
    void aBatchKnowsWhatIsOftenDrawnAndWhatTheUserLikesToo() {
        TripleSampler sampler = sampler(List.of(), crowd(), all(), Set.of(Negative.EVEN));
        // Users are a, b, c0…; tracks 0 and 1 are of artist 0, and so on.
        float[] correction = sampler.correction(new int[] {0, 2}, new int[] {0, 4}, new int[] {2, 1});
        float rare = (float) -Math.log(1 / 12.0 * 3);
        float often = (float) -Math.log(10 / 12.0 * 3);
        assertThat(correction).containsExactly(new float[] {rare, often, 0, -1e9f, rare, often, 0, 0}, within(1e-5f));
    }

    @Test
    void tracksThatCannotBeHeardAreNotDrawn() {
        BitSet heard = all();
        heard.clear(0);
        TripleSampler sampler = sampler(
                List.of(reaction("u", "t0", true), reaction("u", "t1", true), reaction("u", "t7", false)), List.of(), heard);
        assertThat(draws(sampler, 50)).containsOnly(List.of(0, 1, 7));
    }

    @Test
    void drawsTheSameForTheSameSeed() {
        List<ArtistPlays> plays = List.of(new ArtistPlays("u", "artist 0", 1), new ArtistPlays("v", "artist 1", 1));
        assertThat(draws(sampler(List.of(), plays, all()), 40)).isEqualTo(draws(sampler(List.of(), plays, all()), 40));
    }

    @Test
    void isEmptyWhenNobodyHasTwoSides() {
        assertThat(sampler(List.of(), List.of(), all()).isEmpty()).isTrue();
        assertThat(sampler(List.of(), List.of(new ArtistPlays("u", "artist 0", 1)), all()).isEmpty()).isTrue();
        assertThat(sampler(List.of(reaction("u", "t0", false)), List.of(), all()).isEmpty()).isTrue();
    }
}
