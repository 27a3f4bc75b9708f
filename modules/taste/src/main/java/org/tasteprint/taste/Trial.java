package org.tasteprint.taste;

import java.util.Set;
import org.tasteprint.core.Progress;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.taste.listener.Listening;
import org.tasteprint.taste.listener.TasteData;
import org.tasteprint.taste.tower.Summaries;
import org.tasteprint.taste.tower.TasteSettings;

/**
 * What every step of one training shares.
 *
 * @param data      all that is known; each step takes its own {@link Listening} of it
 * @param summaries of every track that has features
 * @param store     where spectrograms are read from
 * @param settings  how to train
 * @param task      where epochs are reported
 */
record Trial(TasteData data, Summaries summaries, FeatureStore store, TasteSettings settings, Progress.Task task) {
    Prepared prepare(Set<String> tracks) {
        return Prepared.of(data, tracks, summaries, store, settings);
    }
}
