package org.tasteprint.server.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tasteprint.core.Provenance;
import org.tasteprint.index.SpaceInfo;
import org.tasteprint.server.http.Parameters;
import org.tasteprint.server.http.Routing;
import org.tasteprint.server.music.MusicService;

/** The embedding spaces, and the models behind them. */
final class SpaceRoutes {
    private final MusicService music;

    SpaceRoutes(MusicService music) {
        this.music = music;
    }

    void register(RoutesConfig routes) {
        Routing.read(routes, Routing.API + "/spaces", request -> {
            Parameters.of(request);
            request.json(new Spaces(music.spaces().stream().map(SpaceView::of).toList()));
        });
        Routing.read(routes, Routing.API + "/spaces/{name}", this::one);
        Routing.read(routes, Routing.API + "/models", request -> {
            Parameters.of(request);
            request.json(new Models(music.models()));
        });
    }

    private record Models(List<MusicService.ModelInfo> models) {}

    private record Spaces(List<SpaceView> spaces) {}

    private record ProvenanceView(
            Instant made, String split, long seed, String dataHash, Map<String, String> parameters, String software) {
        static ProvenanceView of(Provenance made) {
            return new ProvenanceView(
                    made.made(), made.split(), made.seed(), made.dataHash(), made.parameters(), made.software());
        }
    }

    private record SpaceView(
            String name, int version, long vectors, int dimensions, long bytes, String precision, long updates, ProvenanceView provenance) {
        static SpaceView of(SpaceInfo space) {
            return new SpaceView(
                    space.name(),
                    space.version(),
                    space.vectors(),
                    space.dimensions(),
                    space.bytes(),
                    space.precision().name().toLowerCase(Locale.ROOT),
                    space.updates(),
                    ProvenanceView.of(space.provenance()));
        }
    }

    private void one(Context request) {
        Parameters.of(request);
        request.json(SpaceView.of(SearchRoutes.space(music, request.pathParam("name")).info()));
    }
}
