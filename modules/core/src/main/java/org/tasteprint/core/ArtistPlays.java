package org.tasteprint.core;

import static java.util.Objects.requireNonNull;

/**
 * How often a listener played an artist, whatever the track.
 *
 * @param userId the listener
 * @param artist name as the source spells it
 * @param plays  at least 1
 */
public record ArtistPlays(String userId, String artist, long plays) {
    public ArtistPlays {
        requireNonNull(userId, "userId is null");
        requireNonNull(artist, "artist is null");
        if (plays < 1) {
            throw new IllegalArgumentException("plays must be at least 1; plays=" + plays);
        }
    }
}
