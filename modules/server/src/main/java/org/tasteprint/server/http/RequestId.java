package org.tasteprint.server.http;

import io.javalin.http.Context;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * What a request is called, in the answer's {@value #HEADER} header, in problem documents and in the log: what the client calls it,
 * where that is a plain word, otherwise a word of ours.
 */
public final class RequestId {
    /** Where clients say it and are told it. */
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = "tasteprint.request-id";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** Names a request; called once, before anything else is done with it. */
    public static void give(Context request) {
        String theirs = request.header(HEADER);
        String id = theirs != null && PLAIN.matcher(theirs).matches()
                ? theirs
                : "%016x".formatted(ThreadLocalRandom.current().nextLong());
        request.attribute(ATTRIBUTE, id);
        request.header(HEADER, id);
    }

    /** The name of a request, or empty when it has none yet. */
    public static String of(Context request) {
        String id = request.attribute(ATTRIBUTE);
        return id == null ? "" : id;
    }
}
