package org.tasteprint.core;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A piece of music in the catalogue. Text that is not known is empty.
 *
 * @param id     unique in the catalogue
 * @param path   absolute path of the sound file, or empty for a track known by its features alone
 * @param artist name as the source spells it
 * @param title  name of the piece
 * @param album  name of the album
 * @param year   year of release, or 0 when not known
 * @param genre  label, or empty for a track without one
 * @param split  name of the split the track belongs to ({@code train}, {@code valid}, {@code test}), or empty
 */
public record Track(
        String id, String path, String artist, String title, String album, int year, String genre, String split) {
    public Track {
        requireNonNull(id, "id is null");
        requireNonNull(path, "path is null");
        requireNonNull(artist, "artist is null");
        requireNonNull(title, "title is null");
        requireNonNull(album, "album is null");
        requireNonNull(genre, "genre is null");
        requireNonNull(split, "split is null");
        if (id.isBlank()) {
            throw new IllegalArgumentException("id is blank");
        }
    }

    /** The sound file, where the track has one. */
    public Optional<Path> audio() {
        return path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path));
    }

    /**
     * What a split must not tear apart: all tracks of one artist are one group, and a track without an artist is its own.
     */
    public String artistGroup() {
        return artist.isBlank() ? "track " + id : "artist " + artist.strip().toLowerCase(Locale.ROOT);
    }
}
