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
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tasteprint.core.TasteprintException;

/** Turns whatever a handler throws into a problem document; what was not expected is logged and told without its insides. */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String UNEXPECTED = "something failed here that should not have; the server's log has the details";

    private final List<Dialect> dialects;

    /** @param dialects in which errors are told where clients expect something else than problem documents */
    public Problems(List<Dialect> dialects) {
        this.dialects = List.copyOf(dialects);
    }

    /** Declares what becomes of every kind of exception. */
    public void register(JavalinConfig config) {
        config.routes.exception(ProblemException.class, (e, request) -> write(request, e.problem()));
        config.routes.exception(BadParameterException.class, (e, request) ->
                write(request, Problem.of(HttpStatus.BAD_REQUEST, e.getMessage(), request.path()).about(e.parameter())));
        config.routes.exception(TasteprintException.class, (e, request) ->
                write(request, Problem.of(status(e.kind()), e.getMessage(), request.path())));
        config.routes.exception(EndpointNotFound.class, (e, request) ->
                write(request, Problem.of(HttpStatus.NOT_FOUND, "there is nothing at " + request.path(), request.path())));
        config.routes.exception(MethodNotAllowedResponse.class, this::methodNotAllowed);
        config.routes.exception(HttpResponseException.class, (e, request) ->
                write(request, Problem.of(HttpStatus.forStatus(e.getStatus()), e.getMessage(), request.path())));
        config.routes.exception(EofException.class, (e, request) -> LOG.debug(
                "{} {}: the client has left; request {}", request.method(), request.path(), RequestId.of(request)));
        config.routes.exception(Exception.class, (e, request) -> {
            LOG.error("{} {} failed; request {}", request.method(), request.path(), RequestId.of(request), e);
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

    private void methodNotAllowed(MethodNotAllowedResponse e, Context request) {
        String allowed = e.getDetails().getOrDefault("availableMethods", e.getDetails().getOrDefault("Available methods", ""));
        request.header(Header.ALLOW, allowed);
        write(request, Problem.of(
                HttpStatus.METHOD_NOT_ALLOWED,
                "%s is not possible here; possible are %s".formatted(request.method(), allowed),
                request.path()));
    }

    private void write(Context request, Problem problem) {
        if (request.res().isCommitted()) {
            breakOff(request);
            return;
        }
        request.header(Header.CACHE_CONTROL, "no-store");
        Optional<Dialect> dialect = dialects.stream().filter(candidate -> candidate.isSpokenAt(request.path())).findFirst();
        if (dialect.isPresent()) {
            dialect.get().tell(request, problem);
            return;
        }
        request.status(problem.status())
                .result(Json.bytes(problem.during(RequestId.of(request))))
                .contentType(Problem.CONTENT_TYPE);
    }

    /** The beginning of an answer is on its way: only an end that is none tells the client that the rest will not come. */
    private static void breakOff(Context request) {
        ServletContextRequest.getServletContextRequest(request.req()).getConnectionMetaData().getConnection().getEndPoint().close();
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
