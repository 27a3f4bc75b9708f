package org.tasteprint.taste.listener;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.core.ArtistPlays;
import org.tasteprint.core.Track;
import org.tasteprint.taste.table.Numbered;

/**
 * What a training may see of the listeners.
 *
 * <ul>
 *   <li>Of tracks, the training tracks and what was done with them. Nothing else about a track is seen.
 *   <li>Of artist-level plays, those of artists all of whose tracks in the catalogue are training tracks; the plays of artists
 *       without any track stay too, because they tell what a listener is like.
 * </ul>
 *
 * <p>Listeners of whom nothing is seen are left out. Tracks are numbered as in {@link #tracks()}, listeners as in {@link
 * #users()}.
 */
public final class Listening {
    private static final String TRACK = "track ";

    private final List<String> users;
    private final List<Track> tracks;
    private final int[] artists;
    private final int artistCount;
    private final OpinionTable opinions;
    private final SparseRows histories;
    private final Numbered columns;

    /**
     * What one listener thinks of the training tracks: positions in {@link Listening#tracks()}, ascending.
     *
     * @param liked    said that they like it
     * @param disliked said that they do not, or skipped it at least as often as they played it, without liking it
     * @param skipped  those of {@code disliked} that they only skipped
     * @param played   played it, or its artist, and did not dislike it
     * @param log      whether the plays are a log of what they chose to hear: only then what they did not play says something
     */
    public record Opinions(int[] liked, int[] disliked, int[] skipped, int[] played, boolean log) {
        /** Whether they told of both sides, so that pairs need no guessing. */
        public boolean explicit() {
            return liked.length > 0 && disliked.length > 0;
        }

        /** What they are sure to like best: their likes where they told of both sides or keep no log, else their plays too. */
        public IntStream better() {
            return explicit() || !log && liked.length > 0
                    ? Arrays.stream(liked)
                    : IntStream.concat(Arrays.stream(liked), Arrays.stream(played)).distinct();
        }
    }

    private Listening(
            List<String> users,
            List<Track> tracks,
            int[] artists,
            OpinionTable opinions,
            SparseRows histories,
            Numbered columns) {
        this.users = users;
        this.tracks = tracks;
        this.artists = artists;
        this.artistCount = 1 + Arrays.stream(artists).max().orElse(-1);
        this.opinions = opinions;
        this.histories = histories;
        this.columns = columns;
    }

    /** The view of a training on {@code trainingTracks}, of every listener. */
    public static Listening of(TasteData data, Set<String> trainingTracks) {
        return of(data, trainingTracks, 1);
    }

    /**
     * The view of a training on {@code trainingTracks}.
     *
     * @param every listener of so many is seen, in the order of their ids
     */
    public static Listening of(TasteData data, Set<String> trainingTracks, int every) {
        List<Track> tracks = data.tracks().stream().filter(track -> trainingTracks.contains(track.id())).toList();
        Numbered position = new Numbered();
        Numbered artistNames = new Numbered();
        int[] artists = new int[tracks.size()];
        for (int t = 0; t < artists.length; t++) {
            position.of(tracks.get(t).id());
            artists[t] = artistNames.of(TasteData.artistOf(tracks.get(t)));
        }
        int[][] tracksOfArtist = Groups.of(artists, artistNames.size());
        Set<String> unseen = new HashSet<>();
        data.tracks().stream().filter(track -> !trainingTracks.contains(track.id())).map(TasteData::artistOf).forEach(unseen::add);

        Numbered columns = new Numbered();
        tracks.forEach(track -> columns.of(item(track.id())));
        List<String> users = new ArrayList<>();
        OpinionTable.Builder opinions = new OpinionTable.Builder();
        SparseRows.Builder histories = new SparseRows.Builder();
        Set<String> withLog = data.listenersWithLog();
        data.forEachListener(every, (user, interactions, artistPlays) -> {
            ListenerLog log = new ListenerLog();
            for (Interaction interaction : interactions) {
                int track = position.find(interaction.trackId());
                if (track >= 0) {
                    log.did(track, interaction);
                }
            }
            for (ArtistPlays plays : artistPlays) {
                String artist = TasteData.artistOf(plays);
                if (!unseen.contains(artist)) {
                    int known = artistNames.find(artist);
                    log.played(columns.of(artist), plays.plays(), known < 0 ? new int[0] : tracksOfArtist[known]);
                }
            }
            if (!log.isEmpty()) {
                AttributeItems.of(data.attributes().getOrDefault(user, Map.of()))
                        .forEach(name -> log.is(columns.of(name)));
                users.add(user);
                histories.row(log.entries());
                opinions.add(log.opinions(withLog.contains(user)));
            }
        });
        return new Listening(List.copyOf(users), tracks, artists, opinions.build(), histories.build(columns.size()), columns);
    }

    public List<String> users() {
        return users;
    }

    public List<Track> tracks() {
        return tracks;
    }

    /** The artist of a track, numbered from 0; tracks of one artist have one number. */
    public int artist(int track) {
        return artists[track];
    }

    /** How many artists the tracks have. */
    public int artistCount() {
        return artistCount;
    }

    /** The numbers of each artist's tracks, ascending, by the number of the artist. */
    public int[][] tracksOfArtists() {
        return Groups.of(artists, artistCount);
    }

    public Opinions opinions(int user) {
        return opinions.get(user);
    }

    /** Listeners × items: the tracks first, then artists and attributes; what user vectors are made of. */
    public SparseRows histories() {
        return histories;
    }

    /** The column of an item in {@link #histories}, by its name: {@link #item} or {@link TasteData#artistOf(ArtistPlays)}. */
    public OptionalInt column(String item) {
        int column = columns.find(item);
        return column < 0 ? OptionalInt.empty() : OptionalInt.of(column);
    }

    /** The columns of {@link #histories} by the names of their items; not to be added to. */
    public Numbered columns() {
        return columns;
    }

    /** The name of a track as an item of histories. */
    public static String item(String trackId) {
        return TRACK + trackId;
    }

    /** The track that an item of histories is; empty for an artist or an attribute. */
    public static Optional<String> trackOf(String item) {
        return item.startsWith(TRACK) ? Optional.of(item.substring(TRACK.length())) : Optional.empty();
    }

    /** How much is known of a listener: the items of their history. */
    public int evidence(int user) {
        return histories.size(user);
    }

    /** For each track, by how many listeners it was liked, disliked and played. */
    public int[][] reception() {
        int[][] counts = new int[tracks.size()][3];
        for (int user = 0; user < opinions.listeners(); user++) {
            Opinions opinion = opinions.get(user);
            for (int track : opinion.liked()) {
                counts[track][0]++;
            }
            for (int track : opinion.disliked()) {
                counts[track][1]++;
            }
            for (int track : opinion.played()) {
                counts[track][2]++;
            }
        }
        return counts;
    }
}
