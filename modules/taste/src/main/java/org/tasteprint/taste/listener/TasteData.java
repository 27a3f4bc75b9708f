package org.tasteprint.taste.listener;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tasteprint.catalog.ArtistNames;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.core.ArtistPlays;
import org.tasteprint.core.Feedback;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Track;
import org.tasteprint.core.User;
import org.tasteprint.taste.table.SortedIds;

/**
 * All that is known of tracks and listeners; {@link Listening} is the part of it that a training may see.
 *
 * @param tracks       every track, ordered by id; those of a catalogue without path, title, album and year
 * @param interactions every pair of a listener and a track, by listener; those of a catalogue are in a mapped file
 * @param artistPlays  every pair of a listener and an artist, likewise
 * @param attributes   what else is known of listeners, by their id and the name of a column
 * @param hash         SHA-256, in hexadecimal, of all this
 */
public record TasteData(
        List<Track> tracks,
        List<Interaction> interactions,
        List<ArtistPlays> artistPlays,
        Map<String, Map<String, String>> attributes,
        String hash) {
    public TasteData {
        tracks = List.copyOf(tracks);
        interactions = byListener(interactions, Interaction::userId);
        artistPlays = byListener(artistPlays, ArtistPlays::userId);
        attributes = Map.copyOf(attributes);
        requireNonNull(hash, "hash is null");
    }

    /** Nothing else is known of the listeners. */
    public TasteData(List<Track> tracks, List<Interaction> interactions, List<ArtistPlays> artistPlays, String hash) {
        this(tracks, interactions, artistPlays, Map.of(), hash);
    }

    /** The same, but of listeners what they did alone. */
    public TasteData withoutAttributes() {
        return attributes.isEmpty() ? this : new TasteData(tracks, interactions, artistPlays, hash);
    }

    /** What the catalogue holds now. */
    public static TasteData of(Catalog catalog) {
        Map<String, Map<String, String>> attributes = catalog.users().stream()
                .filter(user -> !user.attributes().isEmpty())
                .collect(Collectors.toMap(User::id, User::attributes));
        return new TasteData(
                slim(catalog.tracks()), InteractionTable.of(catalog), ArtistPlaysTable.of(catalog), attributes, catalog.dataHash());
    }

    /** What is asked about tracks here, without the rest: names that many tracks share are in the heap once. */
    private static List<Track> slim(List<Track> tracks) {
        Map<String, String> once = new HashMap<>();
        return tracks.stream()
                .map(track -> new Track(
                        track.id(),
                        "",
                        once.computeIfAbsent(track.artist(), name -> name),
                        "",
                        "",
                        0,
                        once.computeIfAbsent(track.genre(), name -> name),
                        once.computeIfAbsent(track.split(), name -> name)))
                .toList();
    }

    private static <T> List<T> byListener(List<T> rows, Function<T, String> listener) {
        boolean table = rows instanceof InteractionTable || rows instanceof ArtistPlaysTable;
        return table ? rows : rows.stream().sorted(Comparator.comparing(listener)).toList();
    }

    /** Takes one listener after the other. */
    @FunctionalInterface
    public interface ListenerRows {
        /** @param interactions and artist-level plays, either may be empty */
        void take(String userId, List<Interaction> interactions, List<ArtistPlays> artistPlays);
    }

    /** Of how many listeners one is enough, where {@code most} rows are to stand for all: 1 where there are no more. */
    public int everyFor(int most) {
        return Math.toIntExact(Math.max(1, ((long) interactions.size() + artistPlays.size() + most - 1) / most));
    }

    /** Goes through the listeners in the order of their ids, or through one of every so many. */
    public void forEachListener(int every, ListenerRows rows) {
        TreeMap<String, int[]> runs = new TreeMap<>();
        runs(interactions, Interaction::userId, runs, 0);
        runs(artistPlays, ArtistPlays::userId, runs, 2);
        long listener = 0;
        for (Map.Entry<String, int[]> run : runs.entrySet()) {
            if (listener++ % every == 0) {
                int[] at = run.getValue();
                rows.take(run.getKey(), interactions.subList(at[0], at[1]), artistPlays.subList(at[2], at[3]));
            }
        }
    }

    /** Writes from where to where the rows of each listener go, to two places of their array. */
    private static <T> void runs(List<T> rows, Function<T, String> listener, Map<String, int[]> runs, int place) {
        for (int from = 0; from < rows.size(); ) {
            String user = listener.apply(rows.get(from));
            int to = from + 1;
            while (to < rows.size() && listener.apply(rows.get(to)).equals(user)) {
                to++;
            }
            int[] run = runs.computeIfAbsent(user, id -> new int[4]);
            run[place] = from;
            run[place + 1] = to;
            from = to;
        }
    }

    /**
     * The ids of a split's tracks, in order; of every track when the name is empty.
     *
     * @throws TasteprintException {@code NOT_FOUND} when no track is in the split
     */
    public Set<String> trackIds(String split) {
        Set<String> ids = SortedIds.of(tracks.stream()
                .filter(track -> split.isEmpty() || track.split().equals(split))
                .map(Track::id)
                .toList());
        if (ids.isEmpty()) {
            throw new TasteprintException(
                    Kind.NOT_FOUND,
                    split.isEmpty()
                            ? "the catalogue has no tracks: import a dataset or a folder of audio first"
                            : "no track is in split '%s': name one that tracks.csv has, or none for all tracks".formatted(split));
        }
        return ids;
    }

    /**
     * Listeners whose plays are a log of what they chose to hear: dated, or counted by artist. Undated reactions may as well
     * answer what somebody else chose for them, and then what is not there says nothing.
     */
    public Set<String> listenersWithLog() {
        return Stream.concat(
                        interactions.stream()
                                .filter(interaction -> !interaction.last().equals(Feedback.UNDATED))
                                .map(Interaction::userId),
                        artistPlays.stream().map(ArtistPlays::userId))
                .collect(Collectors.toSet());
    }

    /**
     * What a split by artist must not tear apart: the artist's folded name, or the track itself where the artist is not known.
     */
    public static String artistOf(Track track) {
        return track.artist().isBlank() ? "track " + track.id() : "artist " + ArtistNames.fold(track.artist());
    }

    /** The key under which plays of an artist meet the tracks' {@link #artistOf}. */
    public static String artistOf(ArtistPlays plays) {
        return "artist " + ArtistNames.fold(plays.artist());
    }
}
