package org.tasteprint.server.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.User;
import org.tasteprint.server.http.BadParameterException;
import org.tasteprint.server.http.Parameters;
import org.tasteprint.server.http.Routing;
import org.tasteprint.server.music.MusicService;
import org.tasteprint.server.route.Views.HeardTrack;
import org.tasteprint.server.route.Views.History;
import org.tasteprint.server.route.Views.Recommendations;
import org.tasteprint.server.route.Views.RecommendedTrack;
import org.tasteprint.server.route.Views.TrackView;
import org.tasteprint.server.route.Views.UserView;
import org.tasteprint.server.route.Views.Users;

/** Listeners: lists, one listener, what they heard, what they may like. */
final class UserRoutes {
    private final Catalog catalog;
    private final MusicService music;

    UserRoutes(Catalog catalog, MusicService music) {
        this.catalog = catalog;
        this.music = music;
    }

    void register(RoutesConfig routes) {
        Routing.read(routes, Routing.API + "/users", this::list);
        Routing.read(routes, Routing.API + "/users/{id}", this::one);
        Routing.read(routes, Routing.API + "/users/{id}/history", this::history);
        Routing.read(routes, Routing.API + "/users/{id}/recommendations", this::recommendations);
    }

    private void list(Context request) {
        Parameters query = Parameters.of(request, "q", "limit", "after");
        String part = query.text("q").strip().toLowerCase(Locale.ROOT);
        String after = query.text("after");
        int limit = query.number("limit", 1, 500, 50);
        List<User> matching = catalog.users().stream()
                .filter(user -> user.id().toLowerCase(Locale.ROOT).contains(part))
                .toList();
        // The page begins behind the cursor's place in the catalogue's own order, whatever collation that is.
        int start = after.isEmpty() ? 0 : 1 + matching.stream().map(User::id).toList().indexOf(after);
        List<User> rest = matching.subList(start, matching.size());
        List<UserView> page = rest.stream().limit(limit).map(UserView::of).toList();
        Optional<String> next = rest.size() > limit ? Optional.of(page.getLast().userId()) : Optional.empty();
        request.json(new Users(page, next, matching.size()));
    }

    private void one(Context request) {
        Parameters.of(request);
        request.json(UserView.of(user(request)));
    }

    /** What they liked comes first, then what they played most. */
    private void history(Context request) {
        int limit = Parameters.of(request, "limit").number("limit", 1, 500, 50);
        List<Interaction> all = catalog.interactionsOf(user(request).id());
        List<HeardTrack> results = all.stream()
                .sorted(Comparator.comparing(Interaction::liked)
                        .thenComparing(heard -> !heard.disliked())
                        .thenComparingInt(Interaction::plays)
                        .reversed()
                        .thenComparing(Interaction::trackId))
                .limit(limit)
                .flatMap(heard -> catalog.track(heard.trackId()).stream()
                        .map(track -> new HeardTrack(
                                track.id(), heard.plays(), heard.skips(), heard.liked(), heard.disliked(), TrackView.of(track))))
                .toList();
        request.json(new History(results, all.size()));
    }

    private void recommendations(Context request) {
        int k = Parameters.of(request, "k").number("k", 1, 100, 10);
        List<RecommendedTrack> results = music.recommend(user(request).id(), k).stream()
                .flatMap(suggestion -> catalog.track(suggestion.trackId()).stream()
                        .map(track -> new RecommendedTrack(
                                track.id(), suggestion.score(), suggestion.why(), TrackView.of(track))))
                .toList();
        request.json(new Recommendations(results));
    }

    private User user(Context request) {
        String id = request.pathParam("id");
        return catalog.user(id).orElseThrow(() -> new TasteprintException(
                TasteprintException.Kind.NOT_FOUND, "no listener has the id " + BadParameterException.shown(id)));
    }
}
