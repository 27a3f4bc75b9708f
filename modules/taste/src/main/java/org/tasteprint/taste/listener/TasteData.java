package org.tasteprint.taste.listener;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

/**
 * All that is known of tracks and listeners; {@link Listening} is the part of it that a training may see.
 *
 * @param tracks       every track, ordered by id
 * @param interactions every pair of a listener and a track
 * @param artistPlays  every pair of a listener and an artist
 * @param hash         SHA-256, in hexadecimal, of all this
 */
public record TasteData(List<Track> tracks, List<Interaction> interactions, List<ArtistPlays> artistPlays, String hash) {
    public TasteData {
        tracks = List.copyOf(tracks);
        interactions = List.copyOf(interactions);
        artistPlays = List.copyOf(artistPlays);
        requireNonNull(hash, "hash is null");
    }

    /** What the catalogue holds now. */
    public static TasteData of(Catalog catalog) {
        return new TasteData(catalog.tracks(), catalog.interactions(), catalog.artistPlays(), catalog.dataHash());
    }

    /**
     * The ids of a split's tracks, in order; of every track when the name is empty.
     *
     * @throws TasteprintException {@code NOT_FOUND} when no track is in the split
     */
    public Set<String> trackIds(String split) {
        Set<String> ids = tracks.stream()
                .filter(track -> split.isEmpty() || track.split().equals(split))
                .map(Track::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
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
