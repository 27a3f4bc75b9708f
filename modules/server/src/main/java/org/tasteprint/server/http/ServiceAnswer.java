package org.tasteprint.server.http;

import io.javalin.http.Context;

/**
 * An answer of the one-file service, errors included: {@code {"duration":1.94,"message":"classical","status":"success"}}.
 *
 * @param duration seconds since the request began to be handled; 0 for what was refused at the door
 * @param message  the genre, or what is wrong
 * @param status   {@code success} or {@code error}
 */
public record ServiceAnswer(double duration, String message, String status) {
    /** Where all answers are of this kind. */
    public static final String PATH = "/classify";

    private static final String BEGIN = "tasteprint.begin";

    /** Starts the clock of a request. */
    public static void begin(Context request) {
        request.attribute(BEGIN, System.nanoTime());
    }

    /** Tells a genre. */
    public static void tell(Context request, String genre) {
        request.json(new ServiceAnswer(seconds(request), genre, "success"));
    }

    /** Errors in the service's words. */
    public static Dialect errors() {
        return new Dialect() {
            @Override
            public boolean isSpokenAt(String path) {
                return path.equals(PATH);
            }

            @Override
            public void tell(Context request, Problem problem) {
                request.status(problem.status()).json(new ServiceAnswer(seconds(request), problem.detail(), "error"));
            }
        };
    }

    private static double seconds(Context request) {
        Long begin = request.attribute(BEGIN);
        return begin == null ? 0 : Math.round((System.nanoTime() - begin) / 1e6) / 1e3;
    }
}
