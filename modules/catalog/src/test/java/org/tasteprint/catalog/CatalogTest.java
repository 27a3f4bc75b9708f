package org.tasteprint.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tasteprint.core.Feedback;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.Track;

@ExtendWith(CatalogExtension.class)
class CatalogTest {
    private Catalog catalog;

    @BeforeEach
    void someTracks(Catalog empty) {
        catalog = empty;
        catalog.transaction(handle -> handle.execute("""
                INSERT INTO tracks (id, artist, title, album, genre, split) VALUES
                  ('a', 'Björk', 'Army of Me', 'Post', 'pop', 'train'), ('b', 'BJÖRK', '100%', 'Debut', 'pop', 'test'),
                  ('B', 'Moby', 'Porcelain', 'Play', 'electronic', 'train'), ('c', 'X', 'under_score', '', 'pop', 'train')"""));
    }

    @Test
    void findsATrackByItsId() {
        assertThat(catalog.track("a")).contains(new Track("a", "", "Björk", "Army of Me", "Post", 0, "pop", "train"));
        assertThat(catalog.track("A")).isEmpty();
        assertThat(catalog.user("nobody")).isEmpty();
        assertThatThrownBy(() -> catalog.track("a\0"))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("NUL character");
    }

    @Test
    void searchesTextWhateverItsCaseAndTakesWildcardsAsTheyAre() {
        assertThat(ids(query("björk", "", "", 10, ""))).containsExactly("a", "b");
        assertThat(ids(query("of me", "", "", 10, ""))).containsExactly("a");
        assertThat(ids(query("play", "", "", 10, ""))).containsExactly("B");
        assertThat(ids(query("0%", "", "", 10, ""))).containsExactly("b");
        assertThat(ids(query("%", "", "", 10, ""))).containsExactly("b");
        assertThat(ids(query("r_s", "", "", 10, ""))).containsExactly("c");
        assertThat(ids(query("\\", "", "", 10, ""))).isEmpty();
        assertThat(ids(query("", "pop", "train", 10, ""))).containsExactly("a", "c");
    }

    @Test
    void pagesGoThroughEveryTrackOnceInTheOrderOfIds() {
        TrackPage first = query("", "", "", 2, "");
        TrackPage second = query("", "", "", 2, first.next().orElseThrow());

        assertThat(ids(first)).containsExactly("B", "a");
        assertThat(ids(second)).containsExactly("b", "c");
        assertThat(second.next()).isEmpty();
        assertThat(first.total()).isEqualTo(4).isEqualTo(second.total());
        assertThat(catalog.tracks()).extracting(Track::id).containsExactly("B", "a", "b", "c");
    }

    @Test
    void joinsAllThatAListenerDidWithATrack() {
        catalog.transaction(handle -> handle.execute("""
                INSERT INTO users (id) VALUES ('u'), ('v');
                INSERT INTO feedback (user_no, track_no, reaction, rating, at, occurrence)
                SELECT u.no, t.no, r::reaction, rating, at::timestamptz, occurrence
                FROM (VALUES
                  ('u', 'a', 'RATING', 5, '2024-01-01Z', 0), ('u', 'a', 'RATING', 1, '2024-01-02Z', 0), ('u', 'a', 'RATING', 4, NULL, 0),
                  ('u', 'a', 'PLAY', NULL, NULL, 0), ('u', 'a', 'PLAY', NULL, NULL, 1), ('u', 'a', 'SKIP', NULL, '2023-01-01Z', 0),
                  ('u', 'b', 'LIKE', NULL, NULL, 0), ('v', 'a', 'DISLIKE', NULL, NULL, 0))
                  AS f(u, t, r, rating, at, occurrence) JOIN users AS u ON u.id = f.u JOIN tracks AS t ON t.id = f.t"""));

        Interaction rated =
                new Interaction("u", "a", 2, 0, 0, 1, OptionalDouble.of(1), Instant.parse("2024-01-02T00:00:00Z"));
        Interaction liked = new Interaction("u", "b", 0, 1, 0, 0, OptionalDouble.empty(), Feedback.UNDATED);
        Interaction disliked = new Interaction("v", "a", 0, 0, 1, 0, OptionalDouble.empty(), Feedback.UNDATED);
        assertThat(catalog.interactions()).containsExactly(rated, liked, disliked);
        assertThat(catalog.interactionsOf("u")).containsExactly(rated, liked);
        List<Interaction> streamed = new ArrayList<>();
        catalog.streamInteractions(streamed::add);
        assertThat(streamed).containsExactly(rated, liked, disliked);
        assertThat(rated.disliked()).isTrue();
        assertThat(rated.liked()).isFalse();
        assertThat(liked.liked()).isTrue();
        assertThat(disliked.disliked()).isTrue();
    }

    @Test
    void whoFindsEveryConnectionTakenIsToldToTryAgain() throws InterruptedException {
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch taken = new CountDownLatch(Connections.MOST);
            for (int i = 0; i < Connections.MOST; i++) {
                others.submit(() -> catalog.transaction(handle -> {
                    taken.countDown();
                    return handle.createQuery("SELECT pg_sleep(6)::text").mapTo(String.class).one();
                }));
            }
            taken.await();
            assertThatThrownBy(() -> catalog.track("a")).isInstanceOfSatisfying(TasteprintException.class, busy -> {
                assertThat(busy.kind()).isEqualTo(TasteprintException.Kind.UNAVAILABLE);
                assertThat(busy).hasMessageContaining("try again");
            });
        }
    }

    private TrackPage query(String text, String genre, String split, int limit, String after) {
        return catalog.tracks(new TrackQuery(text, genre, split, limit, after));
    }

    private static Iterable<String> ids(TrackPage page) {
        return page.tracks().stream().map(Track::id).toList();
    }
}
