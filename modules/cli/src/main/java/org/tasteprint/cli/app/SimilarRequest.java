package org.tasteprint.cli.app;

import java.util.List;
import org.tasteprint.index.query.Filter;
import org.tasteprint.server.music.ListenerChoice;

/**
 * What is asked for when similar tracks are.
 *
 * @param tracks             ids that the answer is to be like
 * @param minus              ids that it is to be unlike
 * @param count              how many, at least 1
 * @param space              name, or empty for the default
 * @param choice             which tracks may be answered
 * @param withoutSeedArtists whether the artists of the tracks are left out
 * @param maxPerArtist       0 for any number
 * @param maxPerAlbum        0 for any number
 * @param duplicateFrom      similarity from which two tracks are one recording, in 0..1; 1 for never
 * @param diversity          in 0..1
 * @param fewerHubs          whether tracks that are similar to everything step back
 */
public record SimilarRequest(
        List<String> tracks,
        List<String> minus,
        int count,
        String space,
        Choice choice,
        boolean withoutSeedArtists,
        int maxPerArtist,
        int maxPerAlbum,
        double duplicateFrom,
        double diversity,
        boolean fewerHubs) {
    /**
     * Which tracks may be answered.
     *
     * @param filter    by what is known of a track
     * @param listeners by what listeners have to do with it
     */
    public record Choice(Filter filter, ListenerChoice listeners) {}
}
