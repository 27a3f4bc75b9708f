package org.tasteprint.server.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.EndpointNotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tasteprint.core.TasteprintException;

/** Turns whatever a handler throws into a problem document; what was not expected is logged and told without its insides. */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String UNEXPECTED = "something failed here that should not have; the server's log has the details";

    /** Declares what becomes of every kind of exception. */
    public void register(JavalinConfig config) {
        config.routes.exception(ProblemException.class, (e, request) -> write(request, e.problem()));
        config.routes.exception(BadParameterException.class, (e, request) ->
                write(request, Problem.of(HttpStatus.BAD_REQUEST, e.getMessage(), request.path()).about(e.parameter())));
        config.routes.exception(TasteprintException.class, (e, request) ->
                write(request, Problem.of(status(e.kind()), e.getMessage(), request.path())));
        config.routes.exception(EndpointNotFound.class, (e, request) ->
                write(request, Problem.of(HttpStatus.NOT_FOUND, "there is nothing at " + request.path(), request.path())));
        config.routes.exception(MethodNotAllowedResponse.class, Problems::methodNotAllowed);
        config.routes.exception(HttpResponseException.class, (e, request) ->
                write(request, Problem.of(HttpStatus.forStatus(e.getStatus()), e.getMessage(), request.path())));
        config.routes.exception(Exception.class, (e, request) -> {
            LOG.error("{} {} failed", request.method(), request.path(), e);
            write(request, Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, UNEXPECTED, request.path()));
        });
        config.router.javaLangErrorHandler(Problems::javaError);
    }

    private static HttpStatus status(TasteprintException.Kind kind) {
        return switch (kind) {
            case INVALID_INPUT -> HttpStatus.BAD_REQUEST;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private static void methodNotAllowed(MethodNotAllowedResponse e, Context request) {
        String allowed = e.getDetails().getOrDefault("availableMethods", e.getDetails().getOrDefault("Available methods", ""));
        request.header(Header.ALLOW, allowed);
        write(request, Problem.of(
                HttpStatus.METHOD_NOT_ALLOWED,
                "%s is not possible here; possible are %s".formatted(request.method(), allowed),
                request.path()));
    }

    private static void write(Context request, Problem problem) {
        if (request.path().equals(ServiceAnswer.PATH)) {
            ServiceAnswer.refuse(request, problem);
            return;
        }
        request.status(problem.status())
                .header(Header.CACHE_CONTROL, "no-store")
                .result(Json.bytes(problem))
                .contentType(Problem.CONTENT_TYPE);
    }

    private static void javaError(HttpServletResponse response, Error error) {
        LOG.error("a request failed", error);
        response.setStatus(HttpStatus.INTERNAL_SERVER_ERROR.getCode());
        response.setContentType(Problem.CONTENT_TYPE);
        try {
            response.getOutputStream().write(Json.bytes(Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, UNEXPECTED, "")));
        } catch (IOException e) {
            throw new UncheckedIOException("the answer cannot be written", e);
        }
    }
}
