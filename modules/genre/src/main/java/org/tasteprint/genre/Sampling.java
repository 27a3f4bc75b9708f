package org.tasteprint.genre;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tasteprint.core.Track;
import org.tasteprint.genre.classifier.ClassifierSettings;
import org.tasteprint.genre.classifier.Knn;
import org.tasteprint.genre.classifier.Mlp;
import org.tasteprint.genre.classifier.Svm;
import org.tasteprint.genre.classifier.XgBoost;

/**
 * Which rows a training uses. Support vector machines take time and memory in the square of a label's rows, and neighbours
 * are all kept and looked at: for them large sets are thinned evenly, first to fewer segments of each song, and when one a song is
 * still too much, to fewer songs of each label. Trees and perceptrons learn from as much as fits into memory.
 *
 * @param tracks      the songs used
 * @param segmentsMax how many segments of a song are used, spread evenly over it
 */
record Sampling(List<Track> tracks, int segmentsMax) {
    /** Rows of one training. */
    static final int ROWS_MAX = 20_000;

    /** Rows of the largest label; a pair of labels has up to twice as many. */
    static final int ROWS_OF_A_LABEL_MAX = 3_000;

    /** Rows of a training whose time grows in proportion to them: 200 MB at 128 columns. */
    static final int ROWS_OF_LINEAR_MAX = 200_000;

    /** @param tracks with their labels, at least one */
    static Sampling of(List<Track> tracks, ClassifierSettings.OfRows classifier, long seed) {
        Map<String, List<Track>> byLabel =
                tracks.stream().collect(Collectors.groupingBy(Track::genre, TreeMap::new, Collectors.toList()));
        int largest = byLabel.values().stream().mapToInt(List::size).max().orElseThrow();
        double quota = switch (classifier) {
            case Svm _, Knn _ ->
                Math.min((double) ROWS_MAX / tracks.size(), (double) ROWS_OF_A_LABEL_MAX / largest);
            case XgBoost _, Mlp _ -> (double) ROWS_OF_LINEAR_MAX / tracks.size();
        };
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
