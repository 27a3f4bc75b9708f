package org.tasteprint.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tasteprint.core.Feedback;
import org.tasteprint.core.Reaction;

@ExtendWith(CatalogExtension.class)
class FeedbackLogTest {
    private static final Instant NOON = Instant.parse("2024-05-01T12:00:00.000001Z");

    private Catalog catalog;
    private FeedbackLog log;

    @BeforeEach
    void twoTracks(Catalog empty) {
        catalog = empty;
        log = catalog.feedback();
        catalog.transaction(handle -> handle.execute("TRUNCATE feedback"));
        catalog.transaction(handle -> handle.execute("INSERT INTO tracks (id) VALUES ('one'), ('two') ON CONFLICT DO NOTHING"));
    }

    private static Feedback did(String track, Reaction reaction, double rating, Instant at) {
        return new Feedback("new/listener", track, reaction, rating, at);
    }

    @Test
    void eventsAreKeptOnceAndThoseOfUnknownTracksLeftOut() {
        List<Feedback> events = List.of(
                did("one", Reaction.PLAY, 0, NOON), did("two", Reaction.RATING, 4.5, NOON), did("three", Reaction.LIKE, 0, NOON));
        FeedbackLog.Added first = log.add(events);
        assertThat(first.added()).isEqualTo(2);
        assertThat(first.unknownTracks()).containsExactly("three");
        assertThat(log.add(events).duplicate()).isEqualTo(2);
        assertThat(catalog.interactionsOf("new/listener")).hasSize(2);
        assertThat(catalog.sizes()).isEqualTo(catalog.counts());
        assertThatThrownBy(() -> log.add(List.of(did("one", Reaction.RATING, 7, NOON)))).hasMessageContaining("0..5");
    }

    @Test
    void pagesGoThroughAllOfItNewestFirst() {
        List<Feedback> events = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            events.add(did("one", Reaction.PLAY, 0, NOON.plusSeconds(i)));
        }
        events.add(did("one", Reaction.RATING, 3, NOON));
        events.add(did("one", Reaction.RATING, 3.5, NOON));
        events.add(did("two", Reaction.LIKE, 0, NOON));
        log.add(events);
        catalog.transaction(handle -> handle.execute(
                "INSERT INTO feedback SELECT u.no, t.no, NULL, 'PLAY', 7 FROM users u, tracks t WHERE t.id = 'two' AND u.id = 'new/listener'"));
        List<FeedbackEntry> all = new ArrayList<>();
        String after = "";
        do {
            FeedbackPage page = log.of("new/listener", 3, after);
            all.addAll(page.entries());
            after = page.next().orElse("");
        } while (!after.isEmpty());
        assertThat(all).hasSize(14).doesNotHaveDuplicates();
        assertThat(all.getFirst().at()).contains(NOON.plusSeconds(9));
        assertThat(all.getLast().plays()).isEqualTo(7);
        assertThat(all.getLast().at()).isEmpty();
        assertThat(log.of("nobody", 3, "").entries()).isEmpty();
        assertThatThrownBy(() -> log.of("new/listener", 3, "1.2.SING.0.1.0")).hasMessageContaining("'next' of the page before");
    }

    @Test
    void aLikeIsTakenBack() {
        log.add(List.of(did("one", Reaction.PLAY, 0, NOON), did("one", Reaction.LIKE, 0, NOON), did("two", Reaction.LIKE, 0, NOON)));
        assertThat(log.remove("new/listener", "one", Optional.of(Reaction.LIKE))).isEqualTo(1);
        assertThat(log.remove("new/listener", "one", Optional.empty())).isEqualTo(1);
        assertThat(log.remove("nobody", "one", Optional.empty())).isZero();
        assertThat(log.of("new/listener", 9, "").entries()).extracting(FeedbackEntry::trackId).containsExactly("two");
    }
}
