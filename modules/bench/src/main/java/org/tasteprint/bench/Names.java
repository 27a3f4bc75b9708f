package org.tasteprint.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Ids of tracks in the server's answers and addresses. */
final class Names {
    /** An id that needs no escapes in JSON; tracks with others are left out of a load. */
    private static final Pattern TRACK_ID = Pattern.compile("\"track_id\":\"([^\"\\\\]+)\"");

    private Names() {}

    static List<String> trackIds(String json) {
        return TRACK_ID.matcher(json).results().map(found -> found.group(1)).toList();
    }

    /** One path segment or parameter. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
