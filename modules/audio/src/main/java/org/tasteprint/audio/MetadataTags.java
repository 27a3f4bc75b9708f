package org.tasteprint.audio;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the tags we know among the key-value pairs of a file's metadata, as ID3, Vorbis comments, MP4, RIFF and APE name them. */
final class MetadataTags {
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)[12]\\d{3}(?!\\d)");
    private static final Pattern YEAR_OF_COMPACT_DATE = Pattern.compile("^[12]\\d{3}(?=\\d{4}$)");

    private MetadataTags() {}

    /** @param metadata by lower-case key */
    static AudioTags of(Map<String, String> metadata) {
        return new AudioTags(
                first(metadata, List.of("artist", "album_artist", "albumartist", "performer", "author", "iart")),
                first(metadata, List.of("title", "inam")),
                first(metadata, List.of("album", "iprd")),
                year(first(metadata, List.of("date", "year", "originaldate", "originalyear", "tyer", "tdrc", "tdor", "icrd"))),
                first(metadata, List.of("genre", "ignr")));
    }

    private static String first(Map<String, String> metadata, List<String> keys) {
        return keys.stream()
                .map(key -> metadata.getOrDefault(key, "").replaceAll("\\p{Cntrl}+", " ").strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The year of {@code 2004}, {@code 2004-05-06}, {@code 6 May 2004} or {@code 20040506}. */
    private static int year(String date) {
        for (Pattern pattern : List.of(YEAR, YEAR_OF_COMPACT_DATE)) {
            Matcher matcher = pattern.matcher(date);
            if (matcher.find()) {
                return Integer.parseInt(matcher.group());
            }
        }
        return 0;
    }
}
