package org.tasteprint.server.observe;

import io.javalin.http.Context;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.tasteprint.server.http.RequestId;
import org.tasteprint.server.security.Caller;

/**
 * A line in the log for each request, at {@code INFO} of {@value #NAME}. The record has two parameters: the line as a sentence, and
 * its parts by name, for whoever writes logs that programs read. Neither has the query, which may hold a key.
 */
public final class AccessLog {
    /** Name of the logger. */
    public static final String NAME = "org.tasteprint.server.requests";

    private static final System.Logger LOG = System.getLogger(NAME);

    private AccessLog() {}

    static void write(Context request, String route, float milliseconds) {
        if (!LOG.isLoggable(System.Logger.Level.INFO)) {
            return;
        }
        Map<String, Object> parts = new TreeMap<>();
        parts.put("request_id", RequestId.of(request));
        parts.put("method", request.method().name());
        parts.put("route", route);
        parts.put("path", request.path());
        parts.put("status", request.statusCode());
        parts.put("ms", Math.round(milliseconds * 1e3) / 1e3);
        parts.put("bytes", ServletContextRequest.getServletContextRequest(request.req()).getHttpOutput().getWritten());
        parts.put("caller", Caller.of(request).name());
        LOG.log(System.Logger.Level.INFO, "{0}", sentence(parts), parts);
    }

    private static String sentence(Map<String, Object> parts) {
        return "%s %s %s %s ms, %s bytes, request %s, %s".formatted(
                parts.get("method"),
                parts.get("path"),
                parts.get("status"),
                parts.get("ms"),
                parts.get("bytes"),
                parts.get("request_id"),
                parts.get("caller"));
    }
}
