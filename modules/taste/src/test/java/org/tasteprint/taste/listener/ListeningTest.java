package org.tasteprint.taste.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tasteprint.taste.PlantedListeners.played;
import static org.tasteprint.taste.PlantedListeners.reaction;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.core.ArtistPlays;
import org.tasteprint.core.Feedback;
import org.tasteprint.core.Track;

class ListeningTest {
    private static final List<Track> TRACKS = List.of(
            track("a1", "The Beatles"), track("a2", "Beatles"), track("b1", "Sigur Rós"), track("c1", ""), track("c2", ""));

    private static Track track(String id, String artist) {
        return new Track(id, "", artist, id, "", 0, "", "");
    }

    private static Listening listening(Set<String> training, List<Interaction> interactions, List<ArtistPlays> plays) {
        return Listening.of(new TasteData(TRACKS, interactions, plays, ""), training);
    }

    @Test
    void attributesAreItemsOfTheHistoryByDecades() {
        assertThat(AttributeItems.of(Map.of("age", "27", "children", "2", "language", " Dutch ", "city", "")))
                .containsExactly("attribute age=20s", "attribute children=2", "attribute language=Dutch");
    }

    @Test
    void ofVeryManyListenersSomeEvenlySpreadStandForAll() {
        List<ArtistPlays> plays = List.of(
                new ArtistPlays("u1", "A", 1), new ArtistPlays("u2", "A", 1), new ArtistPlays("u3", "A", 1), new ArtistPlays("u4", "A", 1));
        TasteData data = new TasteData(TRACKS, List.of(), plays, "");
        assertThat(data.everyFor(4)).isEqualTo(1);
        assertThat(data.everyFor(3)).isEqualTo(2);
        assertThat(Listening.of(data, Set.of("a1"), data.everyFor(3)).users()).containsExactly("u1", "u3");
        assertThat(Listening.of(data, Set.of("a1")).users()).containsExactly("u1", "u2", "u3", "u4");
    }

    @Test
    void artistPlaysCountForTheArtistsTracksHoweverTheNameIsSpelt() {
        Listening listening = listening(
                Set.of("a1", "a2", "b1"),
                List.of(),
                List.of(new ArtistPlays("u", "beatles, the", 7), new ArtistPlays("u", "SIGUR ROS", 1)));
        assertThat(listening.opinions(0).played()).containsExactly(0, 1, 2);
        assertThat(listening.evidence(0)).isEqualTo(2);
        assertThat(listening.artist(0)).isEqualTo(listening.artist(1)).isNotEqualTo(listening.artist(2));
    }

    @Test
    void nothingIsSeenOfOtherTracksNorOfPlaysOfTheirArtists() {
        List<Interaction> reactions = List.of(reaction("u", "a1", true), reaction("u", "b1", true), reaction("v", "b1", false));
        Listening listening = listening(
                Set.of("a1", "a2"),
                reactions,
                List.of(
                        new ArtistPlays("u", "Sigur Ros", 500),
                        new ArtistPlays("u", "Not in the catalogue", 3),
                        new ArtistPlays("w", "Sigur Ros", 1)));
        assertThat(listening.users()).containsExactly("u");
        assertThat(listening.opinions(0).liked()).containsExactly(0);
        assertThat(listening.evidence(0)).isEqualTo(2);
        assertThat(listening.column("artist sigur ros")).isEmpty();
        assertThat(listening.column("artist not in the catalogue")).hasValue(2);
    }

    @Test
    void playsOfAnArtistWithSomeUnseenTrackAreNotSeen() {
        Listening listening = listening(Set.of("a1"), List.of(), List.of(new ArtistPlays("u", "Beatles", 9)));
        assertThat(listening.users()).isEmpty();
    }

    @Test
    void tracksWithoutAnArtistAreEachTheirOwn() {
        Listening listening = listening(Set.of("c1", "c2"), List.of(), List.of());
        assertThat(listening.artist(0)).isNotEqualTo(listening.artist(1));
    }

    @Test
    void skipsAreDislikesUnlessPlaysOrLikesSayOtherwise() {
        Listening listening = listening(
                Set.of("a1", "a2", "b1", "c1"),
                List.of(
                        new Interaction("u", "a1", 1, 0, 0, 2, OptionalDouble.empty(), Feedback.UNDATED),
                        new Interaction("u", "a2", 5, 0, 0, 1, OptionalDouble.empty(), Feedback.UNDATED),
                        new Interaction("u", "b1", 0, 1, 0, 1, OptionalDouble.empty(), Feedback.UNDATED),
                        new Interaction("u", "c1", 3, 0, 0, 0, OptionalDouble.of(1), Feedback.UNDATED)),
                List.of());
        Listening.Opinions opinions = listening.opinions(0);
        assertThat(opinions.liked()).containsExactly(2);
        assertThat(opinions.disliked()).containsExactly(0, 3);
        assertThat(opinions.played()).containsExactly(1);
        assertThat(opinions.explicit()).isTrue();
    }

    @Test
    void aListenerHasALogWhenPlaysAreDatedOrCountedByArtist() {
        TasteData data = new TasteData(
                TRACKS,
                List.of(
                        played("dated", "a1", 1, Instant.parse("2024-01-01T00:00:00Z")),
                        played("undated", "a1", 3, Feedback.UNDATED)),
                List.of(new ArtistPlays("counted", "Anybody", 1)),
                "");
        assertThat(data.listenersWithLog()).containsExactlyInAnyOrder("dated", "counted");
    }
}
