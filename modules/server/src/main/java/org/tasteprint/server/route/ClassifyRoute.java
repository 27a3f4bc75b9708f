package org.tasteprint.server.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import org.tasteprint.server.http.Parameters;
import org.tasteprint.server.http.Routing;
import org.tasteprint.server.music.MusicService;
import org.tasteprint.server.route.Views.Classifications;
import org.tasteprint.server.route.Views.ClassifiedFile;
import org.tasteprint.server.upload.Analyses;
import org.tasteprint.server.upload.Upload;

/** The genre of uploaded files. */
final class ClassifyRoute {
    private static final int SHORTEST_SECONDS = 3;
    private static final int LONGEST_SECONDS = 3600;

    private final MusicService music;
    private final Analyses analyses;

    ClassifyRoute(MusicService music, Analyses analyses) {
        this.music = music;
        this.analyses = analyses;
    }

    void register(RoutesConfig routes) {
        routes.post(Routing.API + "/classify", this::classify);
    }

    private void classify(Context request) throws Exception {
        Duration middle = middle(request);
        request.json(new Classifications(analyses.ofUploads(request, part -> analysed(part, middle))));
    }

    /** The query of a request that knows no other parameter than how much of the middle to listen to; zero for all. */
    static Duration middle(Context request) {
        return Duration.ofSeconds(Parameters.of(request, "middle").number("middle", SHORTEST_SECONDS, LONGEST_SECONDS, 0));
    }

    private ClassifiedFile analysed(Upload.Part part, Duration middle) {
        long start = System.nanoTime();
        MusicService.GenreGuess guess = music.classify(part.path(), middle);
        double seconds = Math.round((System.nanoTime() - start) / 1e6) / 1e3;
        return new ClassifiedFile(part.name(), guess.genre(), guess.probabilities(), guess.segments(), seconds);
    }
}
