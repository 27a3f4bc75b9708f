package org.tasteprint.server.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.server.http.Parameters;
import org.tasteprint.server.http.Problem;
import org.tasteprint.server.http.ProblemException;
import org.tasteprint.server.http.Routing;
import org.tasteprint.server.music.MusicService;
import org.tasteprint.server.route.Views.Health;
import org.tasteprint.server.route.Views.StatusView;

/** Whether the process runs, whether it can answer, and what it has to answer with. */
final class HealthRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(HealthRoutes.class);

    private final Catalog catalog;
    private final MusicService music;
    private final long maxUploadBytes;

    HealthRoutes(Catalog catalog, MusicService music, long maxUploadBytes) {
        this.catalog = catalog;
        this.music = music;
        this.maxUploadBytes = maxUploadBytes;
    }

    void register(RoutesConfig routes) {
        Routing.read(routes, "/health/live", request -> request.json(new Health("live")));
        Routing.read(routes, "/health/ready", this::ready);
        Routing.read(routes, Routing.API + "/status", this::status);
    }

    private void ready(Context request) {
        List<String> missing = new ArrayList<>();
        try {
            catalog.reach();
        } catch (TasteprintException e) {
            LOG.warn("the catalogue does not answer", e);
            missing.add("catalogue");
        }
        missing.addAll(music.status().missing());
        if (!missing.isEmpty()) {
            throw new ProblemException(Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE, "not ready; missing: " + String.join(", ", missing), request.path())
                    .missing(missing));
        }
        request.json(new Health("ready"));
    }

    private void status(Context request) {
        Parameters.of(request);
        request.json(StatusView.of(catalog.sizes(), music.status(), maxUploadBytes));
    }
}
