package org.tasteprint.server.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
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
import org.tasteprint.server.route.SearchBody.SeedBody;
import org.tasteprint.server.route.Views.Similar;
import org.tasteprint.server.route.Views.SimilarTrack;
import org.tasteprint.server.route.Views.TrackView;
import org.tasteprint.server.upload.Analyses;
import org.tasteprint.server.upload.Upload;

/**
 * What is near in an embedding space: to a track, by query parameters, and to anything, by a query in the body, beside which sound
 * files may be sent. Each answer asks one version of the space and the catalogue once.
 */
final class SearchRoutes {
    private static final int MOST_QUERIES = 100;
    /** The field of a form with files that holds the query. */
    private static final String QUERY = "query";

    private final Catalog catalog;
    private final MusicService music;
    private final Analyses analyses;
    private final SeedVectors vectors;

    SearchRoutes(Catalog catalog, MusicService music, Analyses analyses) {
        this.catalog = catalog;
        this.music = music;
        this.analyses = analyses;
        this.vectors = new SeedVectors(catalog, music);
    }

    void register(RoutesConfig routes) {
        Routing.read(routes, Routing.API + "/tracks/{id}/similar", this::similar);
        routes.post(Routing.API + "/search", this::search);
        routes.post(Routing.API + "/search/batch", this::batch);
    }

    private record Batch(String space, List<SearchBody> queries) {}

    private record Answers(String space, List<Answer> answers) {}

    private record Answer(List<SimilarTrack> results) {}

    /** A file's place in the space that a query names. */
    private record Heard(SearchBody asked, float[] vector) {}

    private void similar(Context request) {
        String id = request.pathParam("id");
        SearchBody asked = SearchBody.of(id, Parameters.of(request, SearchBody.PARAMETERS));
        knowing(catalog, List.of(id), () -> {
            answer(request, asked);
            return asked;
        });
    }

    private void search(Context request) throws Exception {
        Parameters.of(request);
        answer(request, request.isMultipartFormData() ? withFiles(request) : Json.body(request, SearchBody.class));
    }

    private void answer(Context request, SearchBody asked) {
        VectorSpace space = space(asked.space());
        List<Neighbour> found = space.search(asked.query(catalog, space, vectors));
        request.json(new Similar(space.info().name(), shown(found, tracks(catalog, List.of(found)))));
    }

    private SearchBody withFiles(Context request) throws Exception {
        List<Heard> heard = analyses.ofForm(request, fields -> {
            fields.keySet().stream().filter(name -> !name.equals(QUERY)).findFirst().ifPresent(name -> {
                String shown = BadParameterException.shown(name);
                throw BadParameterException.saying(
                        shown, "field %s is no file, or not known here; known are %s with a file and %s".formatted(shown, Upload.FIELD, QUERY));
            });
            SearchBody asked = fields.containsKey(QUERY)
                    ? Json.read(fields.get(QUERY).getBytes(StandardCharsets.UTF_8), SearchBody.class)
                    : SearchBody.PLAIN;
            String space = space(asked.space()).info().name();
            return part -> new Heard(asked, music.vector(part.path(), space));
        });
        return heard.getFirst().asked().with(heard.stream().map(file -> SeedBody.of(file.vector())).toList());
    }

    private void batch(Context request) {
        Parameters.of(request);
        Batch asked = Json.body(request, Batch.class);
        if (asked.queries() == null || asked.queries().isEmpty() || asked.queries().size() > MOST_QUERIES || asked.queries().contains(null)) {
            throw BadParameterException.saying("queries", "queries must have 1 to %d entries".formatted(MOST_QUERIES));
        }
        if (asked.queries().stream().anyMatch(query -> query.space() != null)) {
            throw BadParameterException.saying("space", "name the space once, beside queries");
        }
        VectorSpace space = space(asked.space());
        List<Query> queries = asked.queries().stream().map(query -> query.query(catalog, space, vectors)).toList();
        List<List<Neighbour>> found = space.search(queries);
        Map<String, Track> tracks = tracks(catalog, found);
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

    /** An answer of a space about tracks of the request; those that it lacks because the catalogue does are told so. */
    static <T> T knowing(Catalog catalog, List<String> ids, Supplier<T> answer) {
        try {
            return answer.get();
        } catch (TasteprintException e) {
            if (e.kind() == TasteprintException.Kind.NOT_FOUND) {
                ids.stream().filter(id -> catalog.track(id).isEmpty()).findFirst().ifPresent(id -> {
                    throw TrackRoutes.unknown(id);
                });
            }
            throw e;
        }
    }

    static Map<String, Track> tracks(Catalog catalog, List<List<Neighbour>> found) {
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
