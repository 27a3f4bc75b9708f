package org.tasteprint.server;

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
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
        String type, String title, int status, String detail, String instance, String parameter, List<String> missing) {
    static final String CONTENT_TYPE = "application/problem+json";

    static Problem of(HttpStatus status, String detail, String instance) {
        return new Problem("about:blank", status.getMessage(), status.getCode(), detail, instance, "", List.of());
    }

    Problem about(String parameter) {
        return new Problem(type, title, status, detail, instance, parameter, missing);
    }

    Problem missing(List<String> parts) {
        return new Problem(type, title, status, detail, instance, parameter, parts);
    }
}
