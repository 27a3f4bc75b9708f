package org.tasteprint.server.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import org.tasteprint.server.http.ServiceAnswer;
import org.tasteprint.server.music.MusicService;
import org.tasteprint.server.upload.Analyses;

/**
 * The genre of one file, asked and answered as the service of E. T. Chourdakis ("Report for a music genre classification assignment",
 * 2020) does.
 */
final class GenreService {
    private final MusicService music;
    private final Analyses analyses;

    GenreService(MusicService music, Analyses analyses) {
        this.music = music;
        this.analyses = analyses;
    }

    void register(RoutesConfig routes) {
        routes.post(ServiceAnswer.PATH, this::classify);
    }

    private void classify(Context request) throws Exception {
        ServiceAnswer.begin(request);
        Duration middle = ClassifyRoute.middle(request);
        List<String> genres = analyses.ofOneFile(request, part -> music.classify(part.path(), middle).genre());
        ServiceAnswer.tell(request, genres.getFirst());
    }
}
