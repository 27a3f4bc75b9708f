package org.tasteprint.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.Header;

/** How routes are declared. */
final class Routing {
    static final String API = "/api/v1";

    private Routing() {}

    /** A route that reads. HEAD runs it too, so that its headers are those of GET; Jetty leaves the body out. */
    static void read(RoutesConfig routes, String path, Handler handler) {
        Handler fresh = request -> {
            request.header(Header.CACHE_CONTROL, "no-cache");
            handler.handle(request);
        };
        routes.get(path, fresh);
        routes.head(path, fresh);
    }
}
