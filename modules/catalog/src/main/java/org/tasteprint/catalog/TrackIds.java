package org.tasteprint.catalog;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.StringJoiner;
import org.tasteprint.core.Sha256;

/**
 * Ids of tracks that come without one: the last words of the path, readable in a URL, and a piece of the path's hash, which makes
 * them unique. An id depends on the path within the imported folder alone.
 */
final class TrackIds {
    private static final int LONGEST_NAME = 60;
    private static final int HASH_BYTES = 5;

    private TrackIds() {}

    /** @param relative path within the imported folder, {@code Nina Simone/Pastel Blues/01 Be My Husband.flac} */
    static String of(Path relative) {
        StringJoiner unix = new StringJoiner("/");
        relative.forEach(part -> unix.add(part.toString()));
        String path = Normalizer.normalize(unix.toString(), Normalizer.Form.NFC);
        String name = Normalizer.normalize(path.replaceFirst("(?<=[^/])[.][^./]*$", ""), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String end = name.substring(Math.max(0, name.length() - LONGEST_NAME)).replaceAll("^-+|-+$", "");
        return (end.isEmpty() ? "track" : end) + "-" + hash(path);
    }

    private static String hash(String path) {
        return Sha256.of(path).substring(0, 2 * HASH_BYTES);
    }
}
