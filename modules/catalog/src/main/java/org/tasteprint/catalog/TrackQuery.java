package org.tasteprint.catalog;

import static java.util.Objects.requireNonNull;

/**
 * Which tracks to list, and which page of them. Tracks come ordered by id.
 *
 * @param text  part of the artist, title or album, whatever the case; empty for every track
 * @param genre exact label; empty for every genre
 * @param split exact name; empty for every split
 * @param limit tracks on a page, at least 1
 * @param after only tracks whose id follows this one: {@link TrackPage#next()} of the page before; empty for the first page
 */
public record TrackQuery(String text, String genre, String split, int limit, String after) {
    public TrackQuery {
        requireNonNull(text, "text is null");
        requireNonNull(genre, "genre is null");
        requireNonNull(split, "split is null");
        requireNonNull(after, "after is null");
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1; limit=" + limit);
        }
    }
}
