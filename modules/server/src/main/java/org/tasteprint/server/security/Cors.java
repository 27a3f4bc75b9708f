package org.tasteprint.server.security;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.util.Set;
import org.tasteprint.server.http.RequestId;

/** Pages of other origins that may read answers: none, unless the settings name them. Keys are sent in a header, never in cookies. */
final class Cors {
    private static final String REQUESTED_METHOD = "Access-Control-Request-Method";

    private final Set<String> origins;

    /** @param origins {@code https://app.example}, or {@code *} for any */
    Cors(Set<String> origins) {
        this.origins = Set.copyOf(origins);
    }

    boolean allows(String origin) {
        return origins.contains("*") || origins.contains(origin);
    }

    /** Adds the headers for the origin of a request, and answers the question that a browser asks before it sends one. */
    void headers(Context request) {
        if (origins.isEmpty()) {
            return;
        }
        request.header(Header.VARY, Header.ORIGIN);
        String origin = request.header(Header.ORIGIN);
        if (origin == null || !allows(origin)) {
            return;
        }
        request.header(Header.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                .header(Header.ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Retry-After, " + RequestId.HEADER)
                .header("Cross-Origin-Resource-Policy", "cross-origin");
        if (request.method() == HandlerType.OPTIONS && request.header(REQUESTED_METHOD) != null) {
            request.header(Header.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST, DELETE")
                    .header(Header.ACCESS_CONTROL_ALLOW_HEADERS, "Authorization, Content-Type, If-None-Match, " + RequestId.HEADER)
                    .header(Header.ACCESS_CONTROL_MAX_AGE, "600")
                    .status(HttpStatus.NO_CONTENT);
            request.skipRemainingHandlers();
        }
    }
}
