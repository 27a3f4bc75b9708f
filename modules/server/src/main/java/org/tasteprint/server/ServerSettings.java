package org.tasteprint.server;

import static java.util.Objects.requireNonNull;

/**
 * Where the server listens and how much it takes on at once.
 *
 * @param host            name or address to bind to
 * @param port            0..65535; 0 = any free port
 * @param exposed         allows a host that other machines can reach, although the server asks nobody for a key
 * @param maxUploadBytes  largest body of a request, at least 1
 * @param classifications how many uploads are analysed at the same time, at least 1; others wait for their turn
 */
public record ServerSettings(String host, int port, boolean exposed, long maxUploadBytes, int classifications) {
    /** Port when nothing else is said. */
    public static final int DEFAULT_PORT = 7070;

    private static final long DEFAULT_MAX_UPLOAD_BYTES = 200L << 20;
    private static final int DEFAULT_CLASSIFICATIONS = 2;

    public ServerSettings {
        requireNonNull(host, "host is null");
        require(!host.isBlank(), "host is blank");
        require(port >= 0 && port <= 65535, "port must be in 0..65535; port=" + port);
        require(maxUploadBytes >= 1, "maxUploadBytes must be positive; maxUploadBytes=" + maxUploadBytes);
        require(classifications >= 1, "classifications must be positive; classifications=" + classifications);
    }

    /** Uploads of at most 200 MB, two analysed at a time, reachable from this machine alone. */
    public ServerSettings(String host, int port) {
        this(host, port, false, DEFAULT_MAX_UPLOAD_BYTES, DEFAULT_CLASSIFICATIONS);
    }

    /** The same settings, allowing a host that other machines can reach. */
    public ServerSettings exposing() {
        return new ServerSettings(host, port, true, maxUploadBytes, classifications);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
