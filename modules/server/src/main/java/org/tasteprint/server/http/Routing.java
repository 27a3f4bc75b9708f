package org.tasteprint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** How routes are declared. */
public final class Routing {
    /** Where the operations of the contract begin. */
    public static final String API = "/api/v1";

    private Routing() {}

    /**
     * A route that reads. Its answer carries an entity tag made of its bytes, so that who has it already is sent no body; it may be
     * kept, but must be asked for again before it is used. HEAD runs it too, so that its headers are those of GET; Jetty leaves the
     * body out.
     */
    public static void read(RoutesConfig routes, String path, Handler handler) {
        Handler fresh = request -> {
            request.header(Header.CACHE_CONTROL, "no-cache");
            handler.handle(request);
            tag(request);
        };
        routes.get(path, fresh);
        routes.head(path, fresh);
    }

    private static void tag(Context request) throws IOException {
        if (request.statusCode() != HttpStatus.OK.getCode()
                || request.res().getHeader(Header.ETAG) != null
                || !(request.resultInputStream() instanceof ByteArrayInputStream body)) {
            return;
        }
        byte[] bytes = body.readAllBytes();
        // Weak, because the bytes on the way depend on their compression.
        String tag = "W/\"%s\"".formatted(Base64.getUrlEncoder().withoutPadding().encodeToString(hash(bytes)));
        request.header(Header.ETAG, tag);
        if (tag.equals(request.header(Header.IF_NONE_MATCH))) {
            request.status(HttpStatus.NOT_MODIFIED).result("");
        } else {
            request.result(bytes);
        }
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
