package org.tasteprint.server.subsonic;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.tasteprint.server.http.Dialect;
import org.tasteprint.server.http.Problem;

/** Errors with the numbers of the protocol, under HTTP's 200 as its clients expect; only being too fast has HTTP's own status. */
public final class SubsonicErrors implements Dialect {
    private static final int GENERIC = 0;
    private static final int MISSING_PARAMETER = 10;
    private static final int NO_TOKENS = 41;
    private static final int NO_PASSWORDS = 42;
    private static final int WRONG_KEY = 44;
    private static final int NOT_ALLOWED = 50;
    private static final int NOT_FOUND = 70;

    @Override
    public boolean isSpokenAt(String path) {
        return path.startsWith("/rest/");
    }

    @Override
    public void tell(Context request, Problem problem) {
        boolean tooFast = problem.status() == HttpStatus.TOO_MANY_REQUESTS.getCode();
        request.status(tooFast ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.OK);
        HttpStatus status = HttpStatus.forStatus(problem.status());
        int code = switch (status) {
            case UNAUTHORIZED -> unauthorized(request);
            case FORBIDDEN -> NOT_ALLOWED;
            case NOT_FOUND -> NOT_FOUND;
            case BAD_REQUEST -> problem.detail().contains("is missing") ? MISSING_PARAMETER : GENERIC;
            default -> GENERIC;
        };
        String message = code == NO_TOKENS || code == NO_PASSWORDS
                ? "passwords are not known here: use an API key (apiKey=…), which the owner of the server makes with tasteprint keys create"
                : problem.detail();
        SubsonicAnswer.failed(request, code, message);
    }

    private static int unauthorized(Context request) {
        if (!SubsonicAnswer.parameter(request, "apiKey").isEmpty()) {
            return WRONG_KEY;
        }
        if (!SubsonicAnswer.parameter(request, "t").isEmpty()) {
            return NO_TOKENS;
        }
        return SubsonicAnswer.parameter(request, "p").isEmpty() ? MISSING_PARAMETER : NO_PASSWORDS;
    }
}
