package org.tasteprint.server.scrobble;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import org.tasteprint.catalog.ApiKey;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.catalog.ImportReport;
import org.tasteprint.catalog.ListensImport;
import org.tasteprint.server.http.BadParameterException;
import org.tasteprint.server.security.Caller;
import org.tasteprint.server.security.Token;

/** {@code submit-listens} and {@code validate-token}, as players expect them. */
public final class ListenBrainzRoutes {
    /** Whose listens they are that come from this machine without a key. */
    private static final String NOBODY = "listener";

    private final Catalog catalog;

    public ListenBrainzRoutes(Catalog catalog) {
        this.catalog = catalog;
    }

    private record Accepted(String status) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Validity(int code, String message, boolean valid, String userName) {}

    /** Declares the routes. */
    public void register(RoutesConfig routes) {
        routes.post("/1/submit-listens", this::submit);
        routes.get("/1/validate-token", this::validate);
    }

    /** Listens of songs that the catalogue has are kept; sending one twice adds nothing, as players do that. */
    private void submit(Context request) {
        ImportReport report = new ListensImport(catalog).submit(listener(Caller.of(request)), request.bodyAsBytes());
        if (report.feedback().added() + report.feedback().duplicate() == 0 && !report.rejected().isEmpty()) {
            throw BadParameterException.saying("payload", report.rejected().getFirst().reason());
        }
        request.json(new Accepted("ok"));
    }

    private static String listener(Caller caller) {
        return caller.key().map(key -> key.userId().isEmpty() ? key.name() : key.userId()).orElse(NOBODY);
    }

    private void validate(Context request) {
        String secret = Token.of(request)
                .or(() -> Optional.ofNullable(request.queryParam("token")).filter(token -> !token.isEmpty()))
                .orElseThrow(() -> BadParameterException.saying("token", "You need to provide an Authorization token."));
        Optional<ApiKey> key = catalog.keys().find(secret);
        request.json(key.map(known -> new Validity(200, "Token valid.", true, listener(new Caller(key, request.ip()))))
                .orElse(new Validity(200, "Token invalid.", false, null)));
    }
}
