package org.tasteprint.server.security;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What clients send as their API key. */
public final class Token {
    private static final Pattern AUTHORIZATION = Pattern.compile("(?:Bearer|Token) +(\\S+) *", Pattern.CASE_INSENSITIVE);
    private static final String SUBSONIC = "apiKey";

    private Token() {}

    /** The key in a request's header or, from OpenSubsonic clients, in its query or form. */
    public static Optional<String> of(Context request) {
        Matcher header = AUTHORIZATION.matcher(String.valueOf(request.header(Header.AUTHORIZATION)));
        if (header.matches()) {
            return Optional.of(header.group(1));
        }
        if (!request.path().startsWith("/rest/")) {
            return Optional.empty();
        }
        String inQuery = request.queryParam(SUBSONIC);
        String key = inQuery == null && request.isFormUrlencoded() ? request.formParam(SUBSONIC) : inQuery;
        return Optional.ofNullable(key).filter(text -> !text.isEmpty());
    }
}
