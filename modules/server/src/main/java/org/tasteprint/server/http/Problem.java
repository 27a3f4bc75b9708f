package org.tasteprint.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.HttpStatus;
import java.util.List;

/**
 * An error as RFC 9457 describes it; members that say nothing are left out.
 *
 * @param type      {@code about:blank}: the title says what the status says
 * @param title     the status in words
 * @param status    HTTP status
 * @param detail    what happened and what to do next, in one line
 * @param instance  path of the request
 * @param parameter name of the parameter that is wrong, or empty
 * @param missing   what is not there yet, or empty
 * @param requestId what the request is called in the server's log, or empty
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type, String title, int status, String detail, String instance, String parameter, List<String> missing, String requestId) {
    public static final String CONTENT_TYPE = "application/problem+json";

    /** A problem that its status names. */
    public static Problem of(HttpStatus status, String detail, String instance) {
        return new Problem("about:blank", status.getMessage(), status.getCode(), detail, instance, "", List.of(), "");
    }

    /** The same, naming the parameter that is wrong. */
    public Problem about(String parameter) {
        return new Problem(type, title, status, detail, instance, parameter, missing, requestId);
    }

    /** The same, listing what is not there yet. */
    public Problem missing(List<String> parts) {
        return new Problem(type, title, status, detail, instance, parameter, parts, requestId);
    }

    /** The same, naming the request, so that the server's log can be searched for it. */
    public Problem during(String request) {
        return new Problem(type, title, status, detail, instance, parameter, missing, request);
    }
}
