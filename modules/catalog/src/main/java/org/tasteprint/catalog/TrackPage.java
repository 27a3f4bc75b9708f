package org.tasteprint.catalog;

import java.util.List;
import java.util.Optional;
import org.tasteprint.core.Track;

/**
 * A page of tracks.
 *
 * @param tracks ordered by id
 * @param next   what {@link TrackQuery#after()} is for the next page; empty on the last one
 * @param total  how many tracks match on all pages together
 */
public record TrackPage(List<Track> tracks, Optional<String> next, long total) {
    public TrackPage {
        tracks = List.copyOf(tracks);
    }
}
