package org.tasteprint.server.route;

import io.javalin.config.JavalinConfig;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.server.music.MusicService;
import org.tasteprint.server.upload.Analyses;

/** Every operation of {@code openapi.yaml}. */
public final class ApiRoutes {
    private final Catalog catalog;
    private final MusicService music;
    private final Analyses analyses;
    private final long maxUploadBytes;

    /** @param maxUploadBytes largest body of a request, which {@code /api/v1/status} tells */
    public ApiRoutes(Catalog catalog, MusicService music, Analyses analyses, long maxUploadBytes) {
        this.catalog = catalog;
        this.music = music;
        this.analyses = analyses;
        this.maxUploadBytes = maxUploadBytes;
    }

    /** Declares the routes. */
    public void register(JavalinConfig config) {
        new HealthRoutes(catalog, music, maxUploadBytes).register(config.routes);
        new TrackRoutes(catalog).register(config.routes);
        new SearchRoutes(catalog, music, analyses).register(config.routes);
        new WayRoutes(catalog, music).register(config.routes);
        new SpaceRoutes(music).register(config.routes);
        new MapRoutes(music).register(config.routes);
        new VectorRoutes(music).register(config.routes);
        new EvaluationRoutes(music).register(config.routes);
        new UserRoutes(catalog).register(config.routes);
        new RecommendationRoutes(catalog, music).register(config.routes);
        new FeedbackRoutes(catalog).register(config.routes);
        new ClassifyRoute(music, analyses).register(config.routes);
        new GenreService(music, analyses).register(config.routes);
        new TagsRoute(music, analyses).register(config.routes);
        new ContractRoutes().register(config);
    }
}
