package org.tasteprint.index.query;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * What is known of a point beside its vector: what filters and rules look at. Unknown text is empty.
 *
 * @param artist name; upper and lower case are the same to filters and rules, here and below
 * @param album  name
 * @param genre  label
 * @param year   of release, or 0 when not known
 * @param tags   any labels
 * @param folder where its file lies, with {@code /} between the parts: {@code music/jazz/1959}
 */
public record Attributes(String artist, String album, String genre, int year, Set<String> tags, String folder) {
    /** Of a point of which nothing is known. */
    public static final Attributes NONE = new Attributes("", "", "", 0, Set.of(), "");

    public Attributes {
        requireNonNull(artist, "artist is null");
        requireNonNull(album, "album is null");
        requireNonNull(genre, "genre is null");
        requireNonNull(folder, "folder is null");
        tags = Set.copyOf(tags);
    }
}
