package org.tasteprint.server.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.catalog.UserPage;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.Track;
import org.tasteprint.core.User;
import org.tasteprint.server.http.BadParameterException;
import org.tasteprint.server.http.Parameters;
import org.tasteprint.server.http.Routing;
import org.tasteprint.server.route.Views.HeardTrack;
import org.tasteprint.server.route.Views.History;
import org.tasteprint.server.route.Views.TrackView;
import org.tasteprint.server.route.Views.UserView;
import org.tasteprint.server.route.Views.Users;

/** Listeners: lists, one listener, what they heard. */
final class UserRoutes {
    private final Catalog catalog;

    UserRoutes(Catalog catalog) {
        this.catalog = catalog;
    }

    void register(RoutesConfig routes) {
        Routing.read(routes, Routing.API + "/users", this::list);
        Routing.read(routes, Routing.API + "/users/{id}", this::one);
        Routing.read(routes, Routing.API + "/users/{id}/history", this::history);
    }

    private void list(Context request) {
        Parameters query = Parameters.of(request, "q", "limit", "after");
        UserPage page = catalog.users(query.text("q").strip(), query.number("limit", 1, 500, 50), query.text("after"));
        request.json(new Users(page.users().stream().map(UserView::of).toList(), page.next(), page.total()));
    }

    private void one(Context request) {
        Parameters.of(request);
        request.json(UserView.of(user(request)));
    }

    /** What they liked comes first, then what they played most. */
    private void history(Context request) {
        int limit = Parameters.of(request, "limit").number("limit", 1, 500, 50);
        List<Interaction> all = catalog.interactionsOf(user(request).id());
        List<Interaction> shown = all.stream()
                .sorted(Comparator.comparing(Interaction::liked)
                        .thenComparing(heard -> !heard.disliked())
                        .thenComparingInt(Interaction::plays)
                        .reversed()
                        .thenComparing(Interaction::trackId))
                .limit(limit)
                .toList();
        Map<String, Track> tracks = tracks(shown.stream().map(Interaction::trackId));
        List<HeardTrack> results = shown.stream()
                .filter(heard -> tracks.containsKey(heard.trackId()))
                .map(heard -> new HeardTrack(
                        heard.trackId(),
                        heard.plays(),
                        heard.skips(),
                        heard.liked(),
                        heard.disliked(),
                        TrackView.of(tracks.get(heard.trackId()))))
                .toList();
        request.json(new History(results, all.size()));
    }

    private Map<String, Track> tracks(Stream<String> ids) {
        return catalog.tracks(ids.toList()).stream().collect(Collectors.toMap(Track::id, Function.identity()));
    }

    private User user(Context request) {
        String id = request.pathParam("id");
        return catalog.user(id).orElseThrow(() -> unknown(id));
    }

    static TasteprintException unknown(String id) {
        return new TasteprintException(
                TasteprintException.Kind.NOT_FOUND, "no listener has the id " + BadParameterException.shown(id));
    }
}
