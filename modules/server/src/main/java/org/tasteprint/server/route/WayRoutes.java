package org.tasteprint.server.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Stream;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.index.Neighbour;
import org.tasteprint.index.VectorSpace;
import org.tasteprint.server.http.BadParameterException;
import org.tasteprint.server.http.Parameters;
import org.tasteprint.server.http.Routing;
import org.tasteprint.server.music.MusicService;
import org.tasteprint.server.route.Views.Similar;

/** Ways through an embedding space: from one track to another, and through the surroundings of one. */
final class WayRoutes {
    private static final int MOST_STEPS = 100;
    private static final int USUAL_STEPS = 10;
    private static final double USUAL_RADIUS = 0.5;

    private final Catalog catalog;
    private final MusicService music;

    WayRoutes(Catalog catalog, MusicService music) {
        this.catalog = catalog;
        this.music = music;
    }

    void register(RoutesConfig routes) {
        Routing.read(routes, Routing.API + "/path", this::path);
        Routing.read(routes, Routing.API + "/tracks/{id}/walk", this::walk);
    }

    private void path(Context request) {
        Parameters query = known(request, "from", "to", "steps", "space");
        String from = required(query, "from");
        String to = required(query, "to");
        int steps = query.number("steps", 1, MOST_STEPS, USUAL_STEPS);
        VectorSpace space = SearchRoutes.space(music, query.text("space"));
        answer(request, space, SearchRoutes.knowing(
                catalog, List.of(from, to), () -> space.path(from, to, steps, FilterBody.of(query).filter(catalog))));
    }

    private void walk(Context request) {
        Parameters query = known(request, "k", "radius", "space");
        String from = request.pathParam("id");
        int count = query.number("k", 1, MOST_STEPS, USUAL_STEPS);
        double radius = query.real("radius", 0, 2, USUAL_RADIUS);
        VectorSpace space = SearchRoutes.space(music, query.text("space"));
        answer(request, space, SearchRoutes.knowing(
                catalog, List.of(from), () -> space.walk(from, 1 - radius, count, FilterBody.of(query).filter(catalog))));
    }

    private void answer(Context request, VectorSpace space, List<Neighbour> way) {
        request.json(new Similar(space.info().name(), SearchRoutes.shown(way, SearchRoutes.tracks(catalog, List.of(way)))));
    }

    private static Parameters known(Context request, String... own) {
        return Parameters.of(request, Stream.concat(Stream.of(own), FilterBody.PARAMETERS.stream()).toArray(String[]::new));
    }

    private static String required(Parameters query, String name) {
        String value = query.text(name);
        if (value.isEmpty()) {
            throw BadParameterException.saying(name, "parameter %s is missing: give the id of a track".formatted(name));
        }
        return value;
    }
}
