package org.tasteprint.server.music;

import java.util.List;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.core.ArtistPlays;

/**
 * What somebody did who is not a listener of the catalogue; their id is empty in all of it.
 *
 * @param tracks  one a track
 * @param artists one an artist
 */
public record History(List<Interaction> tracks, List<ArtistPlays> artists) {
    public History {
        tracks = List.copyOf(tracks);
        artists = List.copyOf(artists);
    }
}
