package org.tasteprint.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.tasteprint.server.Views.Classifications;
import org.tasteprint.server.Views.ClassifiedFile;

/** The genre of uploaded files. */
final class ClassifyRoute {
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
        Parameters.of(request);
        request.json(new Classifications(analyses.ofUploads(request, this::analysed)));
    }

    private ClassifiedFile analysed(Upload.Part part) {
        long start = System.nanoTime();
        MusicService.GenreGuess guess = music.classify(part.path());
        double seconds = Math.round((System.nanoTime() - start) / 1e6) / 1e3;
        return new ClassifiedFile(part.name(), guess.genre(), guess.probabilities(), guess.segments(), seconds);
    }
}
