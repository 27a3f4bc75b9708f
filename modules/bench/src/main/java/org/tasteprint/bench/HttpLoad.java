package org.tasteprint.bench;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.tasteprint.core.TasteprintException;

/**
 * Puts a server under load: similar-by-track at a constant rate of arrivals, whatever the answers take. Each request's time is counted
 * from the moment at which it was due, so that a server that stalls is charged for every request that waited ("coordinated
 * omission", Tene), and not only for the one that it stalled on.
 */
public final class HttpLoad {
    private static final int MOST_UNDER_WAY = 5_000;
    private static final int IDS_A_PAGE = 500;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LONGEST_MICROSECONDS = TimeUnit.MINUTES.toMicros(5);
    private static final double[] PERCENTILES = {50, 90, 99, 99.9};

    private final URI server;
    private final Plan plan;
    private final HttpClient http;
    private final Histogram latencies = new ConcurrentHistogram(LONGEST_MICROSECONDS, 3);
    private final AtomicLong errors = new AtomicLong();
    private final AtomicLong uploads = new AtomicLong();
    private final AtomicLong turnedAway = new AtomicLong();

    /**
     * @param rate      requests a second, at least 1
     * @param time      for how long
     * @param uploaders clients that upload rubbish all the while, one file after the other
     * @param key       API key, or empty
     */
    public record Plan(int rate, Duration time, int uploaders, String key) {
        public Plan {
            requireNonNull(time, "time is null");
            if (rate < 1 || uploaders < 0) {
                throw new IllegalArgumentException("rate must be positive and uploaders not negative; rate=%d, uploaders=%d".formatted(rate, uploaders));
            }
        }
    }

    /** A load on the server at {@code server}, as {@code http://127.0.0.1:7070/}. */
    public HttpLoad(URI server, Plan plan) {
        this.server = server;
        this.plan = plan;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /**
     * Runs it, after as much of the same as a server that has just started needs to have its code compiled: twenty seconds, or its
     * whole time where that is shorter. What that takes is told as a figure of its own.
     *
     * @throws TasteprintException {@code UNAVAILABLE} when the server does not answer or has no tracks
     */
    public List<Figure> run() {
        List<String> paths = paths();
        ExecutorService uploaders = Executors.newVirtualThreadPerTaskExecutor();
        try {
            IntStream.range(0, plan.uploaders()).forEach(i -> uploaders.submit(() -> upload(i)));
            arrivals(paths, plan.time().compareTo(WARM_UP) < 0 ? plan.time() : WARM_UP, new SplittableRandom(1));
            Figure before = new Figure("similar, p99.0 before counting", latencies.getValueAtPercentile(99) / 1000.0, "ms", plan.rate());
            latencies.reset();
            errors.set(0);
            long begin = System.nanoTime();
            arrivals(paths, plan.time(), new SplittableRandom(2));
            double seconds = (System.nanoTime() - begin) / 1e9;
            List<Figure> figures = figures(seconds);
            figures.add(before);
            return figures;
        } finally {
            uploaders.shutdownNow();
            http.shutdownNow();
        }
    }

    private List<Figure> figures(double seconds) {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("similar, requests a second", latencies.getTotalCount() / seconds, "1/s", plan.rate()));
        figures.add(new Figure("similar, errors", errors.get(), "requests", plan.rate()));
        for (double percentile : PERCENTILES) {
            figures.add(new Figure("similar, p" + percentile, latencies.getValueAtPercentile(percentile) / 1000.0, "ms", plan.rate()));
        }
        figures.add(new Figure("similar, longest", latencies.getMaxValue() / 1000.0, "ms", plan.rate()));
        if (plan.uploaders() > 0) {
            figures.add(new Figure("uploads answered", uploads.get(), "uploads", plan.uploaders()));
            figures.add(new Figure("uploads turned away", turnedAway.get(), "uploads", plan.uploaders()));
        }
        return figures;
    }

    private void arrivals(List<String> paths, Duration time, SplittableRandom random) {
        Semaphore underWay = new Semaphore(MOST_UNDER_WAY);
        long begin = System.nanoTime();
        long count = Math.max(1, time.toMillis() * plan.rate() / 1000);
        for (long i = 0; i < count; i++) {
            long due = begin + i * 1_000_000_000L / plan.rate();
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            if (!underWay.tryAcquire()) {
                errors.incrementAndGet();
                continue;
            }
            http.sendAsync(request(paths.get(random.nextInt(paths.size()))), BodyHandlers.ofByteArray()).whenComplete((answer, error) -> {
                latencies.recordValue(Math.clamp((System.nanoTime() - due) / 1000, 0, LONGEST_MICROSECONDS));
                if (error != null || answer.statusCode() != 200) {
                    errors.incrementAndGet();
                }
                underWay.release();
            });
        }
        underWay.acquireUninterruptibly(MOST_UNDER_WAY);
    }

    private HttpRequest request(String path) {
        return withKey(HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE)).build();
    }

    private HttpRequest.Builder withKey(HttpRequest.Builder request) {
        return plan.key().isEmpty() ? request : request.header("Authorization", "Bearer " + plan.key());
    }

    private void upload(int number) {
        byte[] rubbish = new byte[1 << 20];
        new SplittableRandom(number).nextBytes(rubbish);
        byte[] head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"rubbish.mp3\"\r\n\r\n".getBytes();
        byte[] tail = "\r\n--x--\r\n".getBytes();
        HttpRequest request = withKey(HttpRequest.newBuilder(server.resolve("/api/v1/classify")))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, rubbish, tail)))
                .build();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                int status = http.send(request, BodyHandlers.discarding()).statusCode();
                (status == 503 ? turnedAway : uploads).incrementAndGet();
            } catch (IOException e) {
                turnedAway.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What is asked for: the neighbours of up to 10 000 tracks. */
    private List<String> paths() {
        List<String> paths = new ArrayList<>();
        String after = "";
        for (int page = 0; page < 20; page++) {
            String body = text(request("/api/v1/tracks?limit=%d&after=%s".formatted(IDS_A_PAGE, Names.encoded(after))));
            List<String> ids = Names.trackIds(body);
            ids.forEach(id -> paths.add("/api/v1/tracks/%s/similar?k=10".formatted(Names.encoded(id))));
            if (ids.size() < IDS_A_PAGE) {
                break;
            }
            after = ids.getLast();
        }
        if (paths.isEmpty()) {
            throw new TasteprintException(
                    TasteprintException.Kind.UNAVAILABLE, "the server at %s has no tracks: import some, or fill a home with bench fixture".formatted(server));
        }
        return paths;
    }

    private String text(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            throw unavailable("it answers %d".formatted(answer.statusCode()), null);
        } catch (IOException e) {
            throw unavailable("it does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("the measurement was interrupted", e);
        }
    }

    private TasteprintException unavailable(String what, Exception cause) {
        return new TasteprintException(
                TasteprintException.Kind.UNAVAILABLE,
                "the server at %s cannot be measured, %s: start it with tasteprint serve, and give --key where it asks for one".formatted(server, what),
                cause);
    }
}
