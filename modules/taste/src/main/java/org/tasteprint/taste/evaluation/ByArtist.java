package org.tasteprint.taste.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tasteprint.taste.listener.Listening;

/** Takes figures of tracks together by artist. */
final class ByArtist {
    private final List<String> trackIds;
    private final int[] artistOfTrack;
    private final int[] tracks;

    /**
     * @param listening numbers the artists
     * @param artists   how many there are
     * @param trackIds  the tracks that figures come for, in their order; all in {@code listening}
     */
    ByArtist(Listening listening, int artists, List<String> trackIds) {
        this.trackIds = List.copyOf(trackIds);
        Map<String, Integer> artistOf = new HashMap<>();
        for (int t = 0; t < listening.tracks().size(); t++) {
            artistOf.put(listening.tracks().get(t).id(), listening.artist(t));
        }
        artistOfTrack = trackIds.stream().mapToInt(artistOf::get).toArray();
        tracks = new int[artists];
        for (int artist : artistOfTrack) {
            tracks[artist]++;
        }
    }

    /** The mean of each artist's tracks. */
    double[] means(double[] ofTracks) {
        double[] means = new double[tracks.length];
        for (int t = 0; t < ofTracks.length; t++) {
            means[artistOfTrack[t]] += ofTracks[t] / tracks[artistOfTrack[t]];
        }
        return means;
    }

    /** The mean of each artist's tracks: float[artists][width]. */
    float[][] means(List<float[]> ofTracks) {
        float[][] means = new float[tracks.length][ofTracks.getFirst().length];
        for (int t = 0; t < ofTracks.size(); t++) {
            float[] row = ofTracks.get(t);
            for (int d = 0; d < row.length; d++) {
                means[artistOfTrack[t]][d] += row[d] / tracks[artistOfTrack[t]];
            }
        }
        return means;
    }

    /** The ids of each artist's tracks, by the number of the artist, ascending. */
    SortedMap<Integer, List<String>> tracks() {
        SortedMap<Integer, List<String>> groups = new TreeMap<>();
        for (int t = 0; t < artistOfTrack.length; t++) {
            groups.computeIfAbsent(artistOfTrack[t], artist -> new ArrayList<>()).add(trackIds.get(t));
        }
        return groups;
    }
}
