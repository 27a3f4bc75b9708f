package org.tasteprint.genre;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tasteprint.core.Track;

/**
 * Which rows a training uses. Training a pair of labels takes time and memory in the square of its rows, so large sets are
 * thinned evenly: first to fewer segments of each song, and when one a song is still too much, to fewer songs of each label.
 *
 * @param tracks      the songs used
 * @param segmentsMax how many segments of a song are used, spread evenly over it
 */
record Sampling(List<Track> tracks, int segmentsMax) {
    /** Rows of one training. */
    static final int ROWS_MAX = 20_000;

    /** Rows of the largest label; a pair of labels has up to twice as many. */
    static final int ROWS_OF_A_LABEL_MAX = 3_000;

    /** @param tracks with their labels, at least one */
    static Sampling of(List<Track> tracks, long seed) {
        Map<String, List<Track>> byLabel =
                tracks.stream().collect(Collectors.groupingBy(Track::genre, TreeMap::new, Collectors.toList()));
        int largest = byLabel.values().stream().mapToInt(List::size).max().orElseThrow();
        double quota = Math.min((double) ROWS_MAX / tracks.size(), (double) ROWS_OF_A_LABEL_MAX / largest);
        if (quota >= 1) {
            return new Sampling(tracks, (int) quota);
        }
        Random random = new Random(seed);
        List<Track> kept = new ArrayList<>();
        for (List<Track> ofLabel : byLabel.values()) {
            List<Track> shuffled = new ArrayList<>(ofLabel);
            Collections.shuffle(shuffled, random);
            kept.addAll(shuffled.subList(0, (int) Math.ceil(quota * shuffled.size())));
        }
        return new Sampling(kept, 1);
    }
}
