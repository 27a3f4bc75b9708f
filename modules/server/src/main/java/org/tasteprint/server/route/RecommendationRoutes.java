package org.tasteprint.server.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.core.Track;
import org.tasteprint.server.http.BadParameterException;
import org.tasteprint.server.http.Json;
import org.tasteprint.server.http.Parameters;
import org.tasteprint.server.http.Routing;
import org.tasteprint.server.music.MusicService;
import org.tasteprint.server.music.MusicService.Suggestion;
import org.tasteprint.server.route.Views.Recommendations;
import org.tasteprint.server.route.Views.RecommendedTrack;
import org.tasteprint.server.route.Views.TrackView;

/** What somebody may like: a listener of the catalogue, or a visitor who tells what they did and of whom nothing is kept. */
final class RecommendationRoutes {
    private static final int MOST = 100;
    private static final int USUAL = 10;

    private final Catalog catalog;
    private final MusicService music;

    RecommendationRoutes(Catalog catalog, MusicService music) {
        this.catalog = catalog;
        this.music = music;
    }

    void register(RoutesConfig routes) {
        Routing.read(routes, Routing.API + "/users/{id}/recommendations", this::ofListener);
        routes.post(Routing.API + "/recommendations", this::ofVisitor);
    }

    private void ofListener(Context request) {
        int k = Parameters.of(request, "k").number("k", 1, MOST, USUAL);
        String id = request.pathParam("id");
        catalog.user(id).orElseThrow(() -> UserRoutes.unknown(id));
        answer(request, music.recommend(id, k));
    }

    private record Session(Integer k, List<EventBody> events) {}

    private void ofVisitor(Context request) {
        Parameters.of(request);
        Session session = Json.body(request, Session.class);
        int k = session.k() == null ? USUAL : session.k();
        if (k < 1 || k > MOST) {
            throw new BadParameterException("k", Integer.toString(k), "must be a whole number in 1..%d".formatted(MOST));
        }
        answer(request, music.recommend(EventBody.history(session.events()), k));
    }

    private void answer(Context request, List<Suggestion> suggestions) {
        Map<String, Track> tracks = catalog.tracks(suggestions.stream().map(Suggestion::trackId).toList()).stream()
                .collect(Collectors.toMap(Track::id, Function.identity()));
        request.json(new Recommendations(suggestions.stream()
                .filter(suggestion -> tracks.containsKey(suggestion.trackId()))
                .map(suggestion -> new RecommendedTrack(
                        suggestion.trackId(), suggestion.score(), suggestion.why(), TrackView.of(tracks.get(suggestion.trackId()))))
                .toList()));
    }
}
