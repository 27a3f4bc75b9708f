package org.tasteprint.genre;

import java.util.List;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Track;

/** Trains genre models. */
public final class GenreTrainer {
    /** Trains on the tracks of the settings' split that have a genre. */
    public GenreModel train(List<Track> tracks, FeatureSource source, GenreSettings settings, Progress progress) {
        throw new UnsupportedOperationException("train");
    }
}
