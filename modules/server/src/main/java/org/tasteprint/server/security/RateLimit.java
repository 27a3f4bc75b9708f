package org.tasteprint.server.security;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.tasteprint.server.http.Problem;
import org.tasteprint.server.http.ProblemException;

/**
 * Bounds how often somebody asks: a bucket of tokens for each caller, filled evenly, that holds what two seconds bring. Who finds it
 * empty is told how long to wait. Callers who were not heard of for longest are forgotten beyond {@value #MOST_CALLERS}, which is
 * long after their buckets were full again.
 */
final class RateLimit {
    private static final int MOST_CALLERS = 10_000;
    private static final double BURST_SECONDS = 2;

    private final int perSecond;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    private static final class Bucket {
        private double tokens;
        private long filled;
    }

    /**
     * @param perSecond how many requests a caller may make a second; 0 for any number
     * @param nanos     the clock
     */
    RateLimit(int perSecond, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.nanos = nanos;
    }

    /** Counts a request; turns it away when the caller has made too many. */
    void count(Context request, String caller) {
        double wait = perSecond == 0 ? 0 : take(caller);
        if (wait > 0) {
            long seconds = (long) Math.ceil(wait);
            request.header(Header.RETRY_AFTER, Long.toString(seconds));
            throw new ProblemException(Problem.of(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "more than %d requests a second: try again in %d s".formatted(perSecond, seconds),
                    request.path()));
        }
    }

    /** Takes a token; returns 0, or the seconds until there is one again. */
    synchronized double take(String caller) {
        long now = nanos.getAsLong();
        double most = perSecond * BURST_SECONDS;
        Bucket bucket = buckets.computeIfAbsent(caller, name -> {
            Bucket full = new Bucket();
            full.tokens = most;
            full.filled = now;
            return full;
        });
        bucket.tokens = Math.min(most, bucket.tokens + (now - bucket.filled) * 1e-9 * perSecond);
        bucket.filled = now;
        if (bucket.tokens < 1) {
            return (1 - bucket.tokens) / perSecond;
        }
        bucket.tokens--;
        return 0;
    }
}
