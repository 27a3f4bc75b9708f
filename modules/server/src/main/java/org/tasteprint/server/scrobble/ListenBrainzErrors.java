package org.tasteprint.server.scrobble;

import io.javalin.http.Context;
import org.tasteprint.server.http.Dialect;
import org.tasteprint.server.http.Problem;

/** Errors as ListenBrainz has them: {@code {"code": 401, "error": "…"}}. */
public final class ListenBrainzErrors implements Dialect {
    private record Refusal(int code, String error) {}

    @Override
    public boolean isSpokenAt(String path) {
        return path.startsWith("/1/");
    }

    @Override
    public void tell(Context request, Problem problem) {
        request.status(problem.status()).json(new Refusal(problem.status(), problem.detail()));
    }
}
