package org.tasteprint.server.security;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.util.Locale;
import java.util.Set;
import org.tasteprint.server.http.BadParameterException;
import org.tasteprint.server.http.Problem;
import org.tasteprint.server.http.ProblemException;

/**
 * Decides who may ask at all, and tells browsers what a page of ours may do.
 *
 * <p>A server on loopback is still within reach of every web page that its user visits. Two checks keep those out: the
 * {@code Host} header must name this machine, since a foreign name that was made to resolve to 127.0.0.1 (DNS rebinding)
 * arrives with that foreign name; and a request that does something must come from a page of ours, of an origin that the settings
 * name, or from no page, which its {@code Origin} header says.
 */
final class RequestGuard {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);
    private static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "media-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    // Swagger UI writes style attributes.
    private static final String DOCS_POLICY = PAGE_POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

    private final String host;
    private final boolean loopback;
    private final Cors cors;

    /**
     * @param host     what the server listens on
     * @param loopback whether that is loopback, where only names of this machine are expected
     * @param cors     whose pages may ask beside our own
     */
    RequestGuard(String host, boolean loopback, Cors cors) {
        this.cors = cors;
        this.host = host.toLowerCase(Locale.ROOT);
        this.loopback = loopback;
    }

    /** Adds the headers for browsers, and turns away what a foreign page sends. */
    void check(Context request) {
        headers(request);
        checkHost(request);
        checkOrigin(request);
    }

    private static void headers(Context request) {
        request.header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Content-Security-Policy", request.path().startsWith("/docs") ? DOCS_POLICY : PAGE_POLICY);
    }

    private void checkHost(Context request) {
        String asked = String.valueOf(request.header(Header.HOST));
        String name = asked.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
        if (loopback && !THIS_MACHINE.contains(name) && !name.equals(host)) {
            throw refused(request, Header.HOST, asked, "must be localhost, 127.0.0.1 or [::1]");
        }
    }

    private void checkOrigin(Context request) {
        String origin = request.header(Header.ORIGIN);
        if (origin != null && !READING.contains(request.method()) && !isOwn(origin, request) && !cors.allows(origin)) {
            throw refused(request, Header.ORIGIN, origin, "must be this server's own");
        }
    }

    /** Whether a page of this server sent it; a proxy before us may speak TLS. */
    private static boolean isOwn(String origin, Context request) {
        return origin.replaceFirst("^https?://", "").equals(request.header(Header.HOST));
    }

    private static ProblemException refused(Context request, String header, String value, String allowed) {
        return new ProblemException(Problem.of(
                        HttpStatus.FORBIDDEN,
                        "the %s header %s; %s=%s".formatted(header, allowed, header, BadParameterException.shown(value)),
                        request.path())
                .about(header));
    }
}
