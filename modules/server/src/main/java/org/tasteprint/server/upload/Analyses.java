package org.tasteprint.server.upload;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.server.http.Problem;
import org.tasteprint.server.http.ProblemException;

/**
 * Analyses of uploaded files. What is taken on is bounded three times, for all routes together: how many uploads are kept on disk
 * (whoever finds no place is asked to come again), how many are begun a second, and how many are analysed at once. So clients that send
 * rubbish, and send it again as soon as they are told, take little time from those who search.
 *
 * <p>Analyses run on platform threads of their own. They are long stretches of arithmetic, much of it in native code, which a
 * virtual thread never yields in: as many of them as there are cores would keep every other request waiting.
 */
public final class Analyses implements AutoCloseable {
    private static final int UPLOADS = 16;
    /** Above what a core can analyse, so that it only slows down who has nothing to analyse. */
    private static final int BEGUN_A_SECOND_AND_CORE = 5;
    private static final Duration BEFORE_TURNING_AWAY = Duration.ofSeconds(1);

    /** How the files come out of a request. */
    private interface Receiver {
        Upload receive(Context request, long maxBytes) throws IOException;
    }

    private final long maxUploadBytes;
    private final Semaphore uploads = new Semaphore(UPLOADS);
    private final Pace pace = new Pace(BEGUN_A_SECOND_AND_CORE * Runtime.getRuntime().availableProcessors(), UPLOADS);
    private final ExecutorService threads;

    /**
     * @param maxUploadBytes largest body of a request
     * @param atOnce         how many files are analysed at the same time
     */
    public Analyses(long maxUploadBytes, int atOnce) {
        this.maxUploadBytes = maxUploadBytes;
        this.threads = Executors.newFixedThreadPool(
                atOnce, Thread.ofPlatform().name("analysis-", 0).daemon().priority(Thread.MIN_PRIORITY).factory());
    }

    /**
     * Receives the files of a request, analyses one after the other and deletes them.
     *
     * @return what {@code analysis} gave, in the order of the request
     */
    public <R> List<R> ofUploads(Context request, Function<Upload.Part, R> analysis) throws Exception {
        return received(request, Upload::receive, fields -> analysis);
    }

    /** The same for forms whose other fields, by name, say what is to be found out; they are read before anything is analysed. */
    public <R> List<R> ofForm(Context request, Function<Map<String, String>, Function<Upload.Part, R>> analysis) throws Exception {
        return received(request, Upload::receive, analysis);
    }

    /** The same for requests that hold one file, with or without a form around it. */
    public <R> List<R> ofOneFile(Context request, Function<Upload.Part, R> analysis) throws Exception {
        return received(request, Upload::receiveOne, fields -> analysis);
    }

    private <R> List<R> received(
            Context request, Receiver receiver, Function<Map<String, String>, Function<Upload.Part, R>> wanted) throws Exception {
        if (!uploads.tryAcquire(BEFORE_TURNING_AWAY.toMillis(), TimeUnit.MILLISECONDS)) {
            request.header(Header.RETRY_AFTER, "5");
            throw new TasteprintException(
                    TasteprintException.Kind.UNAVAILABLE, "too many files are being analysed: try again in a few seconds");
        }
        try (Upload upload = received(request, receiver)) {
            Function<Upload.Part, R> analysis = wanted.apply(upload.fields());
            List<R> results = new ArrayList<>();
            for (Upload.Part part : upload.parts()) {
                results.add(inTurn(request, part, analysis));
            }
            return results;
        } finally {
            uploads.release();
        }
    }

    private Upload received(Context request, Receiver receiver) throws IOException, InterruptedException {
        pace.await();
        return receiver.receive(request, maxUploadBytes);
    }

    private <R> R inTurn(Context request, Upload.Part part, Function<Upload.Part, R> analysis) throws Exception {
        try {
            return threads.submit(() -> analysis.apply(part)).get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case TasteprintException known -> throw told(request, part, known);
                case Exception other -> throw other;
                default -> throw e;
            }
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

    /** How many uploads are being received or analysed. */
    public int taken() {
        return UPLOADS - uploads.availablePermits();
    }

    /** Ends the threads; requests have ended by then. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
