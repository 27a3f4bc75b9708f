package org.tasteprint.audio;

import static java.util.Objects.requireNonNull;

/**
 * What a sound file says about itself. Text is stripped, and empty when the file does not say.
 *
 * @param artist name of the artist, or of the album's artist when the track itself names none
 * @param title  name of the piece
 * @param album  name of the album
 * @param year   year of release, or 0 when the file does not say
 * @param genre  label as the file spells it
 */
public record AudioTags(String artist, String title, String album, int year, String genre) {
    public AudioTags {
        requireNonNull(artist, "artist is null");
        requireNonNull(title, "title is null");
        requireNonNull(album, "album is null");
        requireNonNull(genre, "genre is null");
    }
}
