package org.tasteprint.server;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * Where the server listens and how much it takes on at once.
 *
 * @param host              name or address to bind to
 * @param port              0..65535; 0 = any free port
 * @param requireKey        whether everybody needs an API key; on a host that other machines can reach everybody does anyway
 * @param maxUploadBytes    largest upload, at least 1
 * @param classifications   how many uploads are analysed at the same time, at least 1; others wait for their turn
 * @param requestsPerSecond how many requests a key, or an address without one, may make a second; 0 = any number
 * @param corsOrigins       pages of which origins may read answers: {@code https://app.example}, or {@code *}
 */
public record ServerSettings(
        String host,
        int port,
        boolean requireKey,
        long maxUploadBytes,
        int classifications,
        int requestsPerSecond,
        Set<String> corsOrigins) {
    /** Port when nothing else is said. */
    public static final int DEFAULT_PORT = 7070;

    /** Largest upload when nothing else is said: 200 MB. */
    public static final long DEFAULT_MAX_UPLOAD_BYTES = 200L << 20;

    private static final int DEFAULT_CLASSIFICATIONS = 2;

    public ServerSettings {
        requireNonNull(host, "host is null");
        require(!host.isBlank(), "host is blank");
        require(port >= 0 && port <= 65535, "port must be in 0..65535; port=" + port);
        require(maxUploadBytes >= 1, "maxUploadBytes must be positive; maxUploadBytes=" + maxUploadBytes);
        require(classifications >= 1, "classifications must be positive; classifications=" + classifications);
        require(requestsPerSecond >= 0, "requestsPerSecond must not be negative; requestsPerSecond=" + requestsPerSecond);
        corsOrigins = Set.copyOf(corsOrigins);
    }

    /** Uploads of at most 200 MB, two analysed at a time, as many requests as come, no page but the server's own. */
    public ServerSettings(String host, int port) {
        this(host, port, false, DEFAULT_MAX_UPLOAD_BYTES, DEFAULT_CLASSIFICATIONS, 0, Set.of());
    }

    /** The same settings, asking everybody for a key. */
    public ServerSettings requiringKeys() {
        return new ServerSettings(host, port, true, maxUploadBytes, classifications, requestsPerSecond, corsOrigins);
    }

    /** The same settings with uploads of at most so many bytes. */
    public ServerSettings withMaxUploadBytes(long bytes) {
        return new ServerSettings(host, port, requireKey, bytes, classifications, requestsPerSecond, corsOrigins);
    }

    /** The same settings with so many requests a second for each caller; 0 = any number. */
    public ServerSettings withRequestsPerSecond(int most) {
        return new ServerSettings(host, port, requireKey, maxUploadBytes, classifications, most, corsOrigins);
    }

    /** The same settings, letting pages of these origins read answers. */
    public ServerSettings withCorsOrigins(Set<String> origins) {
        return new ServerSettings(host, port, requireKey, maxUploadBytes, classifications, requestsPerSecond, origins);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
