package org.tasteprint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.Header;

/** How routes are declared. */
public final class Routing {
    /** Where the operations of the contract begin. */
    public static final String API = "/api/v1";

    private Routing() {}

    /** A route that reads. HEAD runs it too, so that its headers are those of GET; Jetty leaves the body out. */
    public static void read(RoutesConfig routes, String path, Handler handler) {
        Handler fresh = request -> {
            request.header(Header.CACHE_CONTROL, "no-cache");
            handler.handle(request);
        };
        routes.get(path, fresh);
        routes.head(path, fresh);
    }
}
