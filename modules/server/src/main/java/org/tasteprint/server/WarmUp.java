package org.tasteprint.server;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.tasteprint.server.http.Routing;

/**
 * What a server asks itself before others do: for tracks like those that it has, over HTTP, as its clients will. A JVM that has just
 * started interprets its code, has no connections to the database and none of the space in memory; under the load that it bears a
 * few seconds later a queue would form that takes longer to go than the seconds took.
 */
final class WarmUp {
    /** Requests after which what is asked most is compiled. */
    private static final int REQUESTS = 4_000;

    /** Who starts a server waits no longer, whatever is compiled then. */
    private static final Duration MOST = Duration.ofSeconds(6);

    private static final int AT_ONCE = 8;

    private final URI server;
    private final String pass;
    private final List<String> trackIds;
    private final AtomicInteger asked = new AtomicInteger();
    private final long end = System.nanoTime() + MOST.toNanos();

    /**
     * @param pass     what the server lets in as its own
     * @param trackIds tracks that its default space has
     */
    WarmUp(URI server, String pass, List<String> trackIds) {
        this.server = server;
        this.pass = pass;
        this.trackIds = trackIds;
    }

    /** Returns when enough was asked, or the time is over. */
    void run() {
        // Not closed but shut down: what is not answered by now keeps nobody waiting.
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(MOST).build();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, AT_ONCE).forEach(caller -> callers.submit(() -> ask(client)));
        } finally {
            client.shutdownNow();
        }
    }

    private Void ask(HttpClient client) throws IOException, InterruptedException {
        for (int n = asked.getAndIncrement(); n < REQUESTS && System.nanoTime() < end; n = asked.getAndIncrement()) {
            String id = URLEncoder.encode(trackIds.get(n % trackIds.size()), StandardCharsets.UTF_8).replace("+", "%20");
            client.send(
                    HttpRequest.newBuilder(server.resolve(Routing.API + "/tracks/" + id + "/similar?k=10"))
                            .header("Authorization", "Bearer " + pass)
                            .timeout(MOST)
                            .build(),
                    BodyHandlers.discarding());
        }
        return null;
    }
}
