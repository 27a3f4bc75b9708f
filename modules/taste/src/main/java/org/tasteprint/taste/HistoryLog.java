package org.tasteprint.taste;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.catalog.Rejection;
import org.tasteprint.catalog.log.BadRow;
import org.tasteprint.catalog.log.Listen;
import org.tasteprint.catalog.log.ListenSink;
import org.tasteprint.catalog.log.LogReader;
import org.tasteprint.catalog.log.LogRequest;
import org.tasteprint.core.ArtistPlays;
import org.tasteprint.core.Reaction;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Track;

/**
 * Reads the history of one person from a log of any format that can be imported, without importing it. Rows meet tracks of the
 * catalogue by id, else by artist and title; what the catalogue lacks counts for its artist.
 */
public final class HistoryLog {
    private static final String NOBODY = "somebody";

    private final Catalog catalog;

    public HistoryLog(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * A history, and what could not be taken of its log.
     *
     * @param rejected rows, with the reason
     */
    public record Read(History history, List<Rejection> rejected) {}

    /**
     * Reads a log.
     *
     * @throws TasteprintException {@code INVALID_INPUT} when it is no log, or that of several listeners
     */
    public Read read(Path log) {
        Gathering gathering = new Gathering();
        LogReader.read(log, new LogRequest(Optional.empty(), Map.of(), NOBODY), gathering);
        if (gathering.users.size() > 1) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT,
                    "%s is the history of several listeners (%s, %s…): keep the rows of one"
                            .formatted(log, gathering.users.first(), gathering.users.higher(gathering.users.first())));
        }
        return new Read(gathering.history(), gathering.rejected);
    }

    /** Adds rows up. */
    private final class Gathering implements ListenSink {
        private final TreeSet<String> users = new TreeSet<>();
        private final Map<String, Interaction> tracks = new TreeMap<>();
        private final Map<String, Long> artists = new TreeMap<>();
        private final Map<String, Optional<String>> idOfSong = new HashMap<>();
        private final Map<String, String[]> songOfId = new HashMap<>();
        private final List<Rejection> rejected = new ArrayList<>();

        @Override
        public void take(Listen listen) {
            users.add(listen.user());
            String[] song = listen.ids().stream()
                    .map(songOfId::get)
                    .filter(named -> named != null && listen.artist().isBlank())
                    .findFirst()
                    .orElse(new String[] {listen.artist(), listen.title()});
            Optional<String> id = idOf(listen.track(), song[0], song[1]);
            if (id.isPresent()) {
                tracks.merge(id.get(), interaction(id.get(), listen), Gathering::sum);
            } else if (!song[0].isBlank()) {
                artists.merge(song[0], (long) listen.plays(), Long::sum);
            } else {
                throw new BadRow("track_id '%s' is not in the catalogue".formatted(listen.track()));
            }
        }

        @Override
        public void name(String id, String artist, String title) {
            songOfId.put(id, new String[] {artist, title});
        }

        @Override
        public void reject(String file, long line, String reason) {
            rejected.add(new Rejection(file, line, reason));
        }

        private Optional<String> idOf(String track, String artist, String title) {
            return idOfSong.computeIfAbsent(
                    String.join("\n", track, artist, title),
                    key -> catalog.track(track).or(() -> catalog.trackNamed(artist, title)).map(Track::id));
        }

        private static Interaction interaction(String id, Listen listen) {
            Reaction reaction = listen.reaction();
            return new Interaction(
                    NOBODY,
                    id,
                    reaction == Reaction.PLAY ? listen.plays() : 0,
                    reaction == Reaction.LIKE ? 1 : 0,
                    reaction == Reaction.DISLIKE ? 1 : 0,
                    reaction == Reaction.SKIP ? 1 : 0,
                    reaction == Reaction.RATING ? OptionalDouble.of(listen.rating()) : OptionalDouble.empty(),
                    listen.at());
        }

        private static Interaction sum(Interaction before, Interaction more) {
            Instant last = before.last().isAfter(more.last()) ? before.last() : more.last();
            return new Interaction(
                    NOBODY,
                    before.trackId(),
                    (int) Math.min(Listen.MOST_PLAYS, (long) before.plays() + more.plays()),
                    before.likes() + more.likes(),
                    before.dislikes() + more.dislikes(),
                    before.skips() + more.skips(),
                    more.rating().isPresent() ? more.rating() : before.rating(),
                    last);
        }

        private History history() {
            List<ArtistPlays> plays = new ArrayList<>();
            artists.forEach((artist, count) -> plays.add(new ArtistPlays(NOBODY, artist, count)));
            return new History(List.copyOf(tracks.values()), plays, Map.of());
        }
    }
}
