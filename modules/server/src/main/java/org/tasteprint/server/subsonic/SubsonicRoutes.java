package org.tasteprint.server.subsonic;

import static org.tasteprint.server.subsonic.SubsonicAnswer.ordered;
import static org.tasteprint.server.subsonic.SubsonicAnswer.parameter;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.Track;
import org.tasteprint.index.Neighbour;
import org.tasteprint.index.VectorSpace;
import org.tasteprint.index.query.Filter;
import org.tasteprint.server.http.BadParameterException;
import org.tasteprint.server.music.MusicService;

/** Similar tracks and paths for OpenSubsonic clients; every address also ends in {@code .view}, and may be posted to. */
public final class SubsonicRoutes {
    private static final int CONFLICTING_AUTHENTICATION = 43;
    private static final int MOST = 500;
    private static final int MOST_ON_A_PATH = 100;

    private final Catalog catalog;
    private final MusicService music;

    public SubsonicRoutes(Catalog catalog, MusicService music) {
        this.catalog = catalog;
        this.music = music;
    }

    /** Declares the routes. */
    public void register(RoutesConfig routes) {
        route(routes, "ping", request -> SubsonicAnswer.ok(request, Map.of()));
        route(routes, "getOpenSubsonicExtensions", SubsonicRoutes::extensions);
        route(routes, "getSonicSimilarTracks", this::similar);
        route(routes, "findSonicPath", this::path);
    }

    private static void route(RoutesConfig routes, String name, Handler handler) {
        Handler answer = request -> {
            if (parameter(request, "apiKey").isEmpty() || parameter(request, "u").isEmpty()) {
                handler.handle(request);
            } else {
                SubsonicAnswer.failed(request, CONFLICTING_AUTHENTICATION, "give either apiKey or u, not both");
            }
        };
        for (String path : List.of("/rest/" + name, "/rest/" + name + ".view")) {
            routes.get(path, answer);
            routes.post(path, answer);
        }
    }

    private static void extensions(Context request) {
        List<Map<String, Object>> extensions = List.of("apiKeyAuthentication", "formPost", "sonicSimilarity").stream()
                .map(name -> ordered("name", name, "versions", List.of(1)))
                .toList();
        SubsonicAnswer.ok(request, Map.of("openSubsonicExtensions", extensions));
    }

    private void similar(Context request) {
        String id = required(request, "id");
        int count = count(request, 10, MOST);
        answer(request, space().similar(id, count));
    }

    private void path(Context request) {
        String from = required(request, "startSongId");
        String to = required(request, "endSongId");
        int count = Math.max(2, count(request, 25, MOST_ON_A_PATH));
        VectorSpace space = space();
        // Each with its similarity to the start, as the protocol has it.
        float[] start = space.vector(from).orElseThrow(() -> new TasteprintException(
                TasteprintException.Kind.NOT_FOUND, "song %s was not found, or nothing is known of its sound".formatted(from)));
        List<Neighbour> way = space.path(from, to, count - 1, Filter.NONE).stream()
                .map(step -> new Neighbour(step.id(), cosine(start, space.vector(step.id()).orElse(start))))
                .toList();
        answer(request, way);
    }

    private void answer(Context request, List<Neighbour> found) {
        Map<String, Track> tracks = catalog.tracks(found.stream().map(Neighbour::id).toList()).stream()
                .collect(Collectors.toMap(Track::id, Function.identity()));
        List<Map<String, Object>> matches = found.stream()
                .filter(near -> tracks.containsKey(near.id()))
                .map(near -> ordered("entry", child(tracks.get(near.id())), "similarity", normalized(near.similarity())))
                .toList();
        SubsonicAnswer.ok(request, Map.of("sonicMatch", matches));
    }

    /** A song as the protocol has it. */
    private static Map<String, Object> child(Track track) {
        Map<String, Object> child = ordered(
                "id", track.id(),
                "isDir", false,
                "title", track.title().isEmpty() ? track.id() : track.title(),
                "album", track.album(),
                "artist", track.artist(),
                "genre", track.genre(),
                "isVideo", false,
                "type", "music",
                "mediaType", "song");
        if (track.year() != 0) {
            child.put("year", track.year());
        }
        return child;
    }

    /** From 0, the opposite direction, to 1, the same. */
    private static double normalized(double cosine) {
        return Math.clamp((1 + cosine) / 2, 0.0, 1.0);
    }

    /** Of two vectors of length 1. */
    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += (double) a[d] * b[d];
        }
        return Math.clamp(sum, -1.0, 1.0);
    }

    private VectorSpace space() {
        return music.soundSpace().orElseThrow(() -> new TasteprintException(
                TasteprintException.Kind.UNAVAILABLE, "there is no embedding space yet: build one with tasteprint index"));
    }

    private static String required(Context request, String name) {
        String value = parameter(request, name);
        if (value.isEmpty()) {
            throw BadParameterException.saying(name, "required parameter %s is missing".formatted(name));
        }
        return value;
    }

    private static int count(Context request, int otherwise, int most) {
        String text = parameter(request, "count");
        try {
            int count = text.isEmpty() ? otherwise : Integer.parseInt(text);
            if (count >= 1) {
                return Math.min(count, most);
            }
        } catch (NumberFormatException e) {
            // Falls through: a text that is no number is told the same as a number out of range.
        }
        throw new BadParameterException("count", text, "must be a whole number of at least 1");
    }
}
