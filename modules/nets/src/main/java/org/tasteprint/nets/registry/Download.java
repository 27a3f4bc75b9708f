package org.tasteprint.nets.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** Downloads over HTTP, and gives up rather than hang: on a host that does not answer, and on one that falls silent. */
final class Download implements AutoCloseable {
    /** From the look-up of the host to the answer's header, redirects included. */
    private static final Duration ANSWER = Duration.ofSeconds(4);

    /** Between two pieces of the content. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private static final String ADVICE = "check the network, or name a folder that holds the file after --from";

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(ANSWER)
            .build();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("download timer").factory());

    /**
     * Copies what a URL answers to {@code out}.
     *
     * @param what what messages and progress call it
     * @throws TasteprintException {@code UNAVAILABLE} when it cannot be had
     * @throws IOException when {@code out} cannot be written
     */
    void copy(URI uri, String what, OutputStream out, Progress progress) throws IOException {
        HttpResponse<InputStream> response = answer(uri, what);
        try (InputStream in = response.body()) {
            if (response.statusCode() != 200) {
                throw failure(what, uri, "the server answers " + response.statusCode(), null);
            }
            long total = response.headers().firstValueAsLong("Content-Length").orElse(0);
            try (Progress.Task task = progress.begin("downloading " + what, "bytes", total)) {
                byte[] piece = new byte[1 << 16];
                for (int bytes = read(in, piece, what, uri); bytes >= 0; bytes = read(in, piece, what, uri)) {
                    out.write(piece, 0, bytes);
                    task.advance(bytes);
                }
            }
        }
    }

    private HttpResponse<InputStream> answer(URI uri, String what) {
        CompletableFuture<HttpResponse<InputStream>> answer = client.sendAsync(
                HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofInputStream());
        try {
            // The deadline is ours because the client's own does not cover the look-up of the host.
            return answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw failure(what, uri, "no answer within %d seconds".formatted(ANSWER.toSeconds()), e);
        } catch (ExecutionException e) {
            throw failure(what, uri, reason(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(what, uri, "interrupted", e);
        }
    }

    private int read(InputStream in, byte[] piece, String what, URI uri) {
        ScheduledFuture<?> alarm = timer.schedule(client::shutdownNow, SILENCE.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return in.read(piece);
        } catch (IOException e) {
            throw failure(what, uri, "the connection broke: " + reason(e), e);
        } finally {
            alarm.cancel(false);
        }
    }

    private static TasteprintException failure(String what, URI uri, String reason, Throwable cause) {
        return new TasteprintException(
                Kind.UNAVAILABLE, "cannot download %s from %s (%s): %s".formatted(what, uri, reason, ADVICE), cause);
    }

    private static String reason(Throwable e) {
        return switch (e) {
            case ConnectException refused when refused.getMessage() == null -> "the host cannot be reached";
            case HttpConnectTimeoutException slow -> "the host cannot be reached";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    @Override
    public void close() {
        timer.shutdownNow();
        client.shutdownNow();
    }
}
