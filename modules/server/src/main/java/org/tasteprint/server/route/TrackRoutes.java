package org.tasteprint.server.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.catalog.TrackPage;
import org.tasteprint.catalog.TrackQuery;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.Track;
import org.tasteprint.server.http.BadParameterException;
import org.tasteprint.server.http.Json;
import org.tasteprint.server.http.Parameters;
import org.tasteprint.server.http.Routing;
import org.tasteprint.server.route.Views.TrackView;
import org.tasteprint.server.route.Views.Tracks;

/** Tracks: lists, one, many at once, and their sound. */
final class TrackRoutes {
    private static final int MOST_AT_ONCE = 1000;

    private final Catalog catalog;

    TrackRoutes(Catalog catalog) {
        this.catalog = catalog;
    }

    void register(RoutesConfig routes) {
        Routing.read(routes, Routing.API + "/tracks", this::list);
        Routing.read(routes, Routing.API + "/tracks/{id}", this::one);
        routes.post(Routing.API + "/tracks/batch", this::batch);
        Routing.read(routes, Routing.API + "/tracks/{id}/audio", this::audio);
    }

    private void list(Context request) {
        Parameters query = Parameters.of(request, "q", "genre", "split", "limit", "after");
        TrackPage page = catalog.tracks(new TrackQuery(
                query.text("q").strip(),
                query.text("genre"),
                query.text("split"),
                query.number("limit", 1, 500, 50),
                query.text("after")));
        request.json(new Tracks(page.tracks().stream().map(TrackView::of).toList(), page.next(), page.total()));
    }

    private void one(Context request) {
        Parameters.of(request);
        request.json(TrackView.of(track(request)));
    }

    private record Ids(List<String> trackIds) {}

    private record Found(List<TrackView> tracks, List<String> missing) {}

    /** Many tracks at once, in the order in which they are asked for. */
    private void batch(Context request) {
        Parameters.of(request);
        List<String> ids = Json.body(request, Ids.class).trackIds();
        if (ids == null || ids.isEmpty() || ids.size() > MOST_AT_ONCE || ids.contains(null)) {
            throw BadParameterException.saying("track_ids", "track_ids must have 1 to %d ids".formatted(MOST_AT_ONCE));
        }
        Map<String, Track> found = catalog.tracks(ids).stream().collect(Collectors.toMap(Track::id, Function.identity()));
        request.json(new Found(
                ids.stream().distinct().filter(found::containsKey).map(id -> TrackView.of(found.get(id))).toList(),
                ids.stream().distinct().filter(id -> !found.containsKey(id)).toList()));
    }

    private void audio(Context request) throws IOException {
        Parameters.of(request);
        Track track = track(request);
        SoundFile.of(track).answer(request);
    }

    private Track track(Context request) {
        String id = request.pathParam("id");
        return catalog.track(id).orElseThrow(() -> unknown(id));
    }

    static TasteprintException unknown(String id) {
        return new TasteprintException(
                TasteprintException.Kind.NOT_FOUND, "no track has the id " + BadParameterException.shown(id));
    }
}
