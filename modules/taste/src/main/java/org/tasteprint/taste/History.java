package org.tasteprint.taste;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.core.ArtistPlays;
import org.tasteprint.core.Feedback;
import org.tasteprint.core.User;

/**
 * What somebody did so far: all that is needed to recommend something, whether the training has seen them or not. Whose it is does
 * not matter; the listeners that the rows name are not looked at.
 *
 * @param tracks     what was done with tracks, each once
 * @param artists    how often artists were played, whatever the track
 * @param attributes what is known of the listener, by column name
 */
public record History(List<Interaction> tracks, List<ArtistPlays> artists, Map<String, String> attributes) {
    private static final String NOBODY = "";

    public History {
        tracks = List.copyOf(tracks);
        artists = List.copyOf(artists);
        attributes = Map.copyOf(requireNonNull(attributes, "attributes is null"));
    }

    /** What a listener of the catalogue did until now. */
    public static History of(Catalog catalog, User user) {
        return new History(catalog.interactionsOf(user.id()), catalog.artistPlaysOf(user.id()), user.attributes());
    }

    /** A session: some tracks are liked, some are not; nothing is known of when. */
    public static History session(List<String> liked, List<String> disliked) {
        List<Interaction> tracks = new ArrayList<>();
        liked.stream().distinct().forEach(id -> tracks.add(reaction(id, 1, 0)));
        disliked.stream().distinct().filter(id -> !liked.contains(id)).forEach(id -> tracks.add(reaction(id, 0, 1)));
        return new History(tracks, List.of(), Map.of());
    }

    private static Interaction reaction(String trackId, int likes, int dislikes) {
        return new Interaction(NOBODY, trackId, 0, likes, dislikes, 0, OptionalDouble.empty(), Feedback.UNDATED);
    }

    /** The tracks it names. */
    public Set<String> trackIds() {
        return tracks.stream().map(Interaction::trackId).collect(Collectors.toSet());
    }

    /** When anything in it was last done, or {@link Feedback#UNDATED}. */
    Instant latest() {
        return tracks.stream().map(Interaction::last).max(Instant::compareTo).orElse(Feedback.UNDATED);
    }
}
