package org.tasteprint.cli.app;

import java.util.List;
import java.util.Optional;
import org.tasteprint.core.Track;
import org.tasteprint.index.Neighbour;

/** Neighbours of a track, nearest first. */
public record SimilarResult(String space, List<Found> results) {
    /** One neighbour; a similarity of 1 is identical. */
    public record Found(String trackId, double similarity, String artist, String title, String genre) {
        static Found of(Neighbour neighbour, Optional<Track> track) {
            return new Found(
                    neighbour.id(),
                    neighbour.similarity(),
                    track.map(Track::artist).orElse(""),
                    track.map(Track::title).orElse(""),
                    track.map(Track::genre).orElse(""));
        }
    }
}
