package org.tasteprint.server.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.Track;
import org.tasteprint.index.Neighbour;
import org.tasteprint.index.SpaceInfo;
import org.tasteprint.index.VectorSpace;
import org.tasteprint.index.query.Query;
import org.tasteprint.server.http.BadParameterException;
import org.tasteprint.server.http.Json;
import org.tasteprint.server.http.Parameters;
import org.tasteprint.server.http.Routing;
import org.tasteprint.server.music.MusicService;
import org.tasteprint.server.route.SearchBody.FilterBody;
import org.tasteprint.server.route.SearchBody.SeedBody;
import org.tasteprint.server.route.Views.Similar;
import org.tasteprint.server.route.Views.SimilarTrack;
import org.tasteprint.server.route.Views.TrackView;

/**
 * What is near in an embedding space: to a track, by query parameters, and to anything, by a query in the body. Each answer asks one
 * version of the space and the catalogue once.
 */
final class SearchRoutes {
    private static final int MOST_QUERIES = 100;
    private static final String[] OPTIONS = {
        "k", "space", "genre", "artist", "album", "tag", "from_year", "to_year", "folder", "liked_by", "unheard_by",
        "without_seed_artists", "max_per_artist", "max_per_album", "duplicate_from", "diversity", "fewer_hubs"
    };

    private final Catalog catalog;
    private final MusicService music;

    SearchRoutes(Catalog catalog, MusicService music) {
        this.catalog = catalog;
        this.music = music;
    }

    void register(RoutesConfig routes) {
        Routing.read(routes, Routing.API + "/tracks/{id}/similar", this::similar);
        routes.post(Routing.API + "/search", this::search);
        routes.post(Routing.API + "/search/batch", this::batch);
    }

    private record Batch(String space, List<SearchBody> queries) {}

    private record Answers(String space, List<Answer> answers) {}

    private record Answer(List<SimilarTrack> results) {}

    private void similar(Context request) {
        Parameters query = Parameters.of(request, OPTIONS);
        String id = request.pathParam("id");
        SearchBody asked = new SearchBody(
                query.text("space"),
                query.number("k", 1, 100, 10),
                List.of(new SeedBody(id, null, null)),
                new FilterBody(
                        query.list("genre"),
                        query.list("artist"),
                        query.list("album"),
                        query.list("tag"),
                        query.numberOrNull("from_year"),
                        query.numberOrNull("to_year"),
                        query.text("folder"),
                        null,
                        null,
                        null,
                        query.textOrNull("liked_by"),
                        query.textOrNull("unheard_by")),
                query.flag("without_seed_artists"),
                query.number("max_per_artist", 0, 100, 0),
                query.number("max_per_album", 0, 100, 0),
                query.share("duplicate_from", 1),
                query.share("diversity", 0),
                query.flag("fewer_hubs"));
        VectorSpace space = space(asked.space());
        try {
            List<Neighbour> found = space.search(asked.query(catalog));
            request.json(new Similar(space.info().name(), shown(found, tracks(List.of(found)))));
        } catch (TasteprintException e) {
            if (e.kind() == TasteprintException.Kind.NOT_FOUND && catalog.track(id).isEmpty()) {
                throw TrackRoutes.unknown(id);
            }
            throw e;
        }
    }

    private void search(Context request) {
        Parameters.of(request);
        SearchBody asked = Json.body(request, SearchBody.class);
        VectorSpace space = space(asked.space());
        List<Neighbour> found = space.search(asked.query(catalog));
        request.json(new Similar(space.info().name(), shown(found, tracks(List.of(found)))));
    }

    private void batch(Context request) {
        Parameters.of(request);
        Batch asked = Json.body(request, Batch.class);
        if (asked.queries() == null || asked.queries().isEmpty() || asked.queries().size() > MOST_QUERIES) {
            throw BadParameterException.saying("queries", "queries must have 1 to %d entries".formatted(MOST_QUERIES));
        }
        if (asked.queries().stream().anyMatch(query -> query.space() != null)) {
            throw BadParameterException.saying("space", "name the space once, beside queries");
        }
        VectorSpace space = space(asked.space());
        List<Query> queries = asked.queries().stream().map(query -> query.query(catalog)).toList();
        List<List<Neighbour>> found = space.search(queries);
        Map<String, Track> tracks = tracks(found);
        request.json(new Answers(
                space.info().name(), found.stream().map(near -> new Answer(shown(near, tracks))).toList()));
    }

    /** The space of a name, or the default for none. */
    private VectorSpace space(String name) {
        return space(music, name == null ? "" : name);
    }

    static VectorSpace space(MusicService music, String name) {
        return music.space(name).orElseThrow(() -> {
            List<String> names = music.spaces().stream().map(SpaceInfo::name).toList();
            return names.isEmpty()
                    ? new TasteprintException(
                            TasteprintException.Kind.UNAVAILABLE, "there is no embedding space yet: build one with tasteprint index")
                    : new BadParameterException("space", name, "must be one of " + String.join(", ", names));
        });
    }

    private Map<String, Track> tracks(List<List<Neighbour>> found) {
        List<String> ids = found.stream().flatMap(List::stream).map(Neighbour::id).distinct().toList();
        return catalog.tracks(ids).stream().collect(Collectors.toMap(Track::id, Function.identity()));
    }

    /** Neighbours that the catalogue still has. */
    static List<SimilarTrack> shown(List<Neighbour> found, Map<String, Track> tracks) {
        return found.stream()
                .flatMap(near -> Optional.ofNullable(tracks.get(near.id())).stream()
                        .map(track -> new SimilarTrack(track.id(), near.similarity(), TrackView.of(track))))
                .toList();
    }
}
