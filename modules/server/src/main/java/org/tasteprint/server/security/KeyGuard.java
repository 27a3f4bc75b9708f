package org.tasteprint.server.security;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tasteprint.catalog.ApiKey;
import org.tasteprint.catalog.ApiKey.Scope;
import org.tasteprint.catalog.ApiKeys;
import org.tasteprint.server.http.Problem;
import org.tasteprint.server.http.ProblemException;

/**
 * Asks for keys. A server on loopback asks nobody, unless it is told to; any other asks for a key for everything but its pages, its
 * contract and its health. A key that is given must be a good one in any case.
 *
 * <p>Keys come as {@code Authorization: Bearer KEY}, as {@code Authorization: Token KEY} from ListenBrainz clients, and as
 * {@code apiKey=KEY} from OpenSubsonic clients, whose protocol knows no header ({@link Token}).
 */
final class KeyGuard {
    private static final List<String> GUARDED = List.of("/api/", "/1/", "/rest/", "/classify", "/metrics");
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);
    /** POST requests that only ask. */
    private static final Pattern QUESTIONS =
            Pattern.compile("/classify|/rest/.*|/api/v1/(classify|tags|search|search/batch|recommendations|tracks/batch)");
    private static final Pattern JOBS = Pattern.compile("/api/v1/jobs(/.*)?");
    /** What a client asks to learn whether its key is good, which must not fail when it is not. */
    private static final String VALIDATE = "/1/validate-token";

    /** What OpenSubsonic has everybody ask. */
    private static final Pattern EXTENSIONS = Pattern.compile("/rest/getOpenSubsonicExtensions(\\.view)?");

    private final ApiKeys keys;
    private final boolean required;
    private final byte[] pass;

    /**
     * @param required whether who gives no key is turned away
     * @param pass     what the server itself gives as its key
     */
    KeyGuard(ApiKeys keys, boolean required, String pass) {
        this.keys = keys;
        this.required = required;
        this.pass = pass.getBytes(StandardCharsets.UTF_8);
    }

    /** Finds out who asks; turns away those who may not. */
    Caller admit(Context request) {
        if (GUARDED.stream().noneMatch(request.path()::startsWith) 
                || request.path().equals(VALIDATE)
                || EXTENSIONS.matcher(request.path()).matches()) {
            return new Caller(Optional.empty(), request.ip());
        }
        Optional<String> secret = Token.of(request);
        if (secret.isPresent() && MessageDigest.isEqual(secret.get().getBytes(StandardCharsets.UTF_8), pass)) {
            return Caller.THE_SERVER;
        }
        Optional<ApiKey> key = secret.flatMap(keys::find);
        if (secret.isPresent() && key.isEmpty()) {
            throw refused(request, HttpStatus.UNAUTHORIZED, "the API key is not known here; it may have been revoked");
        }
        if (key.isEmpty() && required) {
            throw refused(
                    request,
                    HttpStatus.UNAUTHORIZED,
                    "this needs an API key: send Authorization: Bearer KEY; the owner of the server makes one with tasteprint keys create");
        }
        Scope needed = needed(request);
        if (key.isPresent() && !key.get().scope().includes(needed)) {
            throw refused(
                    request,
                    HttpStatus.FORBIDDEN,
                    "this needs a key of scope %s, and yours has scope %s".formatted(needed, key.get().scope()));
        }
        return new Caller(key, request.ip());
    }

    private static Scope needed(Context request) {
        boolean reads = READING.contains(request.method()) || QUESTIONS.matcher(request.path()).matches();
        if (reads) {
            return Scope.READ;
        }
        return JOBS.matcher(request.path()).matches() ? Scope.ADMIN : Scope.WRITE;
    }

    private static ProblemException refused(Context request, HttpStatus status, String detail) {
        if (status == HttpStatus.UNAUTHORIZED) {
            request.header(Header.WWW_AUTHENTICATE, "Bearer realm=\"tasteprint\"");
        }
        return new ProblemException(Problem.of(status, detail, request.path()).about(Header.AUTHORIZATION));
    }
}
