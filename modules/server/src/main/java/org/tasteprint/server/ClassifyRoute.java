package org.tasteprint.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.server.Views.Classifications;
import org.tasteprint.server.Views.ClassifiedFile;

/**
 * The genre of uploaded files. What is taken on at once is bounded twice: how many uploads are kept on disk, and how many are
 * analysed; whoever finds no place is asked to come again.
 */
final class ClassifyRoute {
    private static final int UPLOADS = 16;
    private static final long PATIENCE_SECONDS = 60;
    private static final String BUSY = "too many files are being analysed: try again in a few seconds";

    private final MusicService music;
    private final long maxUploadBytes;
    private final Semaphore uploads = new Semaphore(UPLOADS);
    private final Semaphore analyses;

    ClassifyRoute(MusicService music, ServerSettings settings) {
        this.music = music;
        this.maxUploadBytes = settings.maxUploadBytes();
        this.analyses = new Semaphore(settings.classifications(), true);
    }

    void register(RoutesConfig routes) {
        routes.post(Routing.API + "/classify", this::classify);
    }

    private void classify(Context request) throws Exception {
        Parameters.of(request);
        if (!uploads.tryAcquire()) {
            throw busy(request);
        }
        try (Upload upload = Upload.receive(request, maxUploadBytes)) {
            List<ClassifiedFile> results = new ArrayList<>();
            for (Upload.Part part : upload.parts()) {
                results.add(inTurn(request, part));
            }
            request.json(new Classifications(results));
        } finally {
            uploads.release();
        }
    }

    private ClassifiedFile inTurn(Context request, Upload.Part part) throws InterruptedException {
        if (!analyses.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw busy(request);
        }
        try {
            long start = System.nanoTime();
            MusicService.GenreGuess guess = music.classify(part.path());
            double seconds = Math.round((System.nanoTime() - start) / 1e6) / 1e3;
            return new ClassifiedFile(part.name(), guess.genre(), guess.probabilities(), guess.segments(), seconds);
        } catch (TasteprintException e) {
            throw told(request, part, e);
        } finally {
            analyses.release();
        }
    }

    /** The same error with the name that the file has for its owner rather than the one it has here. */
    private static RuntimeException told(Context request, Upload.Part part, TasteprintException e) {
        String message = e.getMessage()
                .replace(part.path().toString(), part.name())
                .replace(part.path().getFileName().toString(), part.name());
        if (e.kind() != TasteprintException.Kind.INVALID_INPUT) {
            return new TasteprintException(e.kind(), message, e);
        }
        String named = message.contains(part.name()) ? message : part.name() + ": " + message;
        return new ProblemException(
                Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, named, request.path()).about(Upload.FIELD));
    }

    private static ProblemException busy(Context request) {
        request.header(Header.RETRY_AFTER, "5");
        return new ProblemException(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, BUSY, request.path()));
    }
}
