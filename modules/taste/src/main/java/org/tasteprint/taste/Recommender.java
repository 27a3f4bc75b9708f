package org.tasteprint.taste;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tasteprint.catalog.ArtistNames;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.core.ArtistPlays;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Track;
import org.tasteprint.core.User;
import org.tasteprint.index.Neighbour;
import org.tasteprint.index.VectorSpace;
import org.tasteprint.index.query.Filter;
import org.tasteprint.index.query.Query;
import org.tasteprint.taste.Recommendation.Reason;

/** Recommends tracks: those nearest to the listener's vector in the space of taste that they have not met yet. */
public final class Recommender {
    private static final int REASONS = 3;
    private static final int TAGS = 3;
    private static final String SHARED = "liked by listeners in general";

    private final Catalog catalog;
    private final TasteModel model;
    private final VectorSpace space;
    private final TrackTags tags;

    /**
     * @param space of the vectors that {@code model} gives tracks
     * @param tags  what networks hear in tracks, to say what a recommendation has in common with what it rests on
     * @throws TasteprintException {@code CONFLICT} when the space has other dimensions than the model
     */
    public Recommender(Catalog catalog, TasteModel model, VectorSpace space, TrackTags tags) {
        this.catalog = requireNonNull(catalog, "catalog is null");
        this.model = requireNonNull(model, "model is null");
        this.space = requireNonNull(space, "space is null");
        this.tags = requireNonNull(tags, "tags is null");
        if (space.info().dimensions() != model.dimensions()) {
            throw new TasteprintException(
                    Kind.CONFLICT,
                    "the space %s has %d dimensions, the taste model %d: run ./tasteprint index again"
                            .formatted(space.info().name(), space.info().dimensions(), model.dimensions()));
        }
    }

    /**
     * The {@code k} best tracks for a listener as their history is now, best first. One of whom nothing is known is served what
     * listeners in general like.
     *
     * @param k at least 1; fewer come back when there are fewer tracks that the listener has not met
     * @throws TasteprintException {@code NOT_FOUND} when there is no such listener
     */
    public List<Recommendation> recommend(String userId, int k) {
        User user = catalog.user(userId).orElseThrow(() -> new TasteprintException(
                Kind.NOT_FOUND, "there is no listener '%s' in the catalogue: import their listens first".formatted(userId)));
        return recommend(History.of(catalog, user), k, Filter.NONE);
    }

    /**
     * The {@code k} best tracks for whoever has this history: a listener with new plays, a new one, a session of somebody unknown.
     * Nothing is trained or kept.
     *
     * @param k      at least 1; fewer come back when there are fewer tracks that are not in the history
     * @param filter which tracks may be recommended
     */
    public List<Recommendation> recommend(History history, int k, Filter filter) {
        float[] query = model.userVector(history, space::vector);
        boolean personal = query[0] < 1;
        Set<String> without = new HashSet<>(filter.withoutIds());
        without.addAll(history.trackIds());
        List<Neighbour> nearest = space.search(Query.near(query).count(k).where(filter.withoutIds(without)).build());
        Map<String, Favourite> favourites = personal ? favourites(history) : Map.of();
        Map<String, float[]> vectors = new LinkedHashMap<>();
        favourites.forEach((id, favourite) -> vectors.put(id, favourite.vector()));
        Reasons reasons = new Reasons(query, vectors);
        return nearest.stream().map(track -> explained(track, reasons, favourites)).toList();
    }

    /**
     * A track that tells something of a listener.
     *
     * @param vector in the space of taste
     * @param how    "which you liked", "which you play"
     */
    private record Favourite(float[] vector, String how) {}

    /** Tracks they like; where there are none tracks they play, or tracks of artists they play. */
    private Map<String, Favourite> favourites(History history) {
        Map<String, Favourite> found = new LinkedHashMap<>();
        history.tracks().stream().filter(Interaction::liked).forEach(like -> add(found, like.trackId(), "which you liked"));
        if (found.isEmpty()) {
            history.tracks().stream()
                    .filter(played -> played.plays() > 0 && !played.disliked())
                    .forEach(played -> add(found, played.trackId(), "which you played"));
        }
        if (found.isEmpty() && !history.artists().isEmpty()) {
            Set<String> artists = history.artists().stream()
                    .map(ArtistPlays::artist)
                    .map(ArtistNames::fold)
                    .collect(Collectors.toSet());
            catalog.tracks().stream()
                    .filter(track -> !track.artist().isBlank() && artists.contains(ArtistNames.fold(track.artist())))
                    .forEach(track -> add(found, track.id(), "whom you play"));
        }
        return found;
    }

    private void add(Map<String, Favourite> found, String trackId, String how) {
        space.vector(trackId).ifPresent(vector -> found.put(trackId, new Favourite(vector, how)));
    }

    private Recommendation explained(Neighbour found, Reasons reasons, Map<String, Favourite> favourites) {
        List<Reason> restsOn = space.vector(found.id()).map(vector -> reasons.of(vector, REASONS)).orElse(List.of());
        Optional<Track> first = restsOn.stream().findFirst().flatMap(reason -> catalog.track(reason.trackId()));
        if (first.isEmpty()) {
            return new Recommendation(found.id(), found.similarity(), SHARED, List.of(), List.of());
        }
        List<String> shared = catalog.track(found.id()).map(track -> tags.shared(track, first.get(), TAGS)).orElse(List.of());
        String why = "rests on %s, %s%s".formatted(
                named(first.get()),
                favourites.get(first.get().id()).how(),
                shared.isEmpty() ? "" : "; both: " + String.join(", ", shared));
        return new Recommendation(found.id(), found.similarity(), why, restsOn, shared);
    }

    private static String named(Track track) {
        String title = track.title().isBlank() ? track.id() : track.title();
        return track.artist().isBlank() ? title : title + " by " + track.artist();
    }
}
