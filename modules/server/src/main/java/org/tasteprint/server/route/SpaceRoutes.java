package org.tasteprint.server.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tasteprint.core.Provenance;
import org.tasteprint.index.Preprocessing;
import org.tasteprint.index.SpaceInfo;
import org.tasteprint.index.SpaceVersion;
import org.tasteprint.index.VectorSpace;
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
            request.json(new Spaces(music.spaces().stream()
                    .flatMap(info -> music.space(info.name()).stream())
                    .map(this::view)
                    .toList()));
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

    private record VersionView(int version, String state, Instant since, long bytes) {
        static VersionView of(SpaceVersion version) {
            return new VersionView(version.number(), lower(version.state()), version.since(), version.bytes());
        }
    }

    /** The state is that of the version told of, which is {@code active} unless another has just taken over. */
    private record SpaceView(
            String name,
            int version,
            String state,
            long vectors,
            int dimensions,
            long bytes,
            String precision,
            long updates,
            String modelSha256,
            String preprocessing,
            ProvenanceView provenance,
            List<VersionView> versions) {}

    private void one(Context request) {
        Parameters.of(request);
        request.json(view(SearchRoutes.space(music, request.pathParam("name"))));
    }

    private SpaceView view(VectorSpace space) {
        SpaceInfo info = space.info();
        List<SpaceVersion> versions = music.versions(info.name());
        return new SpaceView(
                info.name(),
                info.version(),
                versions.stream()
                        .filter(version -> version.number() == info.version())
                        .map(version -> lower(version.state()))
                        .findFirst()
                        .orElse(lower(SpaceVersion.State.RETIRED)),
                info.vectors(),
                info.dimensions(),
                info.bytes(),
                lower(info.precision()),
                info.updates(),
                info.provenance().parameters().getOrDefault("model_sha256", ""),
                space.preprocessing().equals(Preprocessing.NONE) ? "none" : "standardised",
                ProvenanceView.of(info.provenance()),
                versions.stream().map(VersionView::of).toList());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
