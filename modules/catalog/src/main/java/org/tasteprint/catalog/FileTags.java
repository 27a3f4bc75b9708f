package org.tasteprint.catalog;

import static java.util.Objects.requireNonNull;

/**
 * What a sound file says about itself. Text that it does not say is empty, and so is a year 0.
 */
public record FileTags(String artist, String title, String album, int year, String genre) {
    public FileTags {
        requireNonNull(artist, "artist is null");
        requireNonNull(title, "title is null");
        requireNonNull(album, "album is null");
        requireNonNull(genre, "genre is null");
    }
}
