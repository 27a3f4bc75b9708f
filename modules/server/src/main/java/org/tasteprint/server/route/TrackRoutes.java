package org.tasteprint.server.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.catalog.TrackPage;
import org.tasteprint.catalog.TrackQuery;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.Track;
import org.tasteprint.server.http.BadParameterException;
import org.tasteprint.server.http.Parameters;
import org.tasteprint.server.http.Routing;
import org.tasteprint.server.music.MusicService;
import org.tasteprint.server.route.Views.Similar;
import org.tasteprint.server.route.Views.SimilarTrack;
import org.tasteprint.server.route.Views.TrackView;
import org.tasteprint.server.route.Views.Tracks;

/** Tracks: lists, one track, its sound, its neighbours. */
final class TrackRoutes {
    private final Catalog catalog;
    private final MusicService music;

    TrackRoutes(Catalog catalog, MusicService music) {
        this.catalog = catalog;
        this.music = music;
    }

    void register(RoutesConfig routes) {
        Routing.read(routes, Routing.API + "/tracks", this::list);
        Routing.read(routes, Routing.API + "/tracks/{id}", this::one);
        Routing.read(routes, Routing.API + "/tracks/{id}/similar", this::similar);
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

    private void similar(Context request) {
        Parameters query = Parameters.of(request, "k", "space");
        int k = query.number("k", 1, 100, 10);
        MusicService.Status status = music.status();
        String space = query.oneOf("space", status.spaces(), status.defaultSpace());
        Track track = track(request);
        if (space.isEmpty()) {
            throw new TasteprintException(
                    TasteprintException.Kind.UNAVAILABLE, "there is no embedding space yet: build one with tasteprint index");
        }
        List<SimilarTrack> results = music.similar(track.id(), space, k).stream()
                .flatMap(near -> catalog.track(near.trackId()).stream()
                        .map(found -> new SimilarTrack(found.id(), near.similarity(), TrackView.of(found))))
                .toList();
        request.json(new Similar(space, results));
    }

    private void audio(Context request) throws IOException {
        Parameters.of(request);
        Track track = track(request);
        SoundFile.of(track).answer(request);
    }

    private Track track(Context request) {
        String id = request.pathParam("id");
        return catalog.track(id).orElseThrow(() -> new TasteprintException(
                TasteprintException.Kind.NOT_FOUND, "no track has the id " + BadParameterException.shown(id)));
    }
}
