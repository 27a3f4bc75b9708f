package org.tasteprint.genre;

import java.util.List;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Track;

/** Measures how well settings do on songs that the training did not see. */
public final class GenreEvaluation {
    /** What stays on one side when tracks are dealt into folds. */
    public enum Grouping {
        /** All tracks of an artist. */
        ARTIST,
        /** Every track for itself, as many papers do; an artist's other tracks then help. */
        NONE
    }

    /** @param source asked once a training with the ids of its training tracks, see {@link FeatureSource} */
    public GenreEvaluation(FeatureSource source, GenreSettings settings) {}

    /** Trains on one split of the tracks and judges on another. */
    public GenreReport split(List<Track> tracks, String trainSplit, String testSplit, Progress progress) {
        throw new UnsupportedOperationException("split");
    }

    /** Cross-validates over all given tracks that have a genre: each is judged once, by a model that has not seen its group. */
    public GenreReport folds(List<Track> tracks, int folds, Grouping grouping, Progress progress) {
        throw new UnsupportedOperationException("folds");
    }
}
