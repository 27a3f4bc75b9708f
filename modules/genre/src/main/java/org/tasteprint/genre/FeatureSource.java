package org.tasteprint.genre;

import java.util.Collection;
import java.util.Set;
import org.tasteprint.core.FeatureMatrix;

/** Where features come from. */
@FunctionalInterface
public interface FeatureSource {
    /**
     * Rows of a feature, for those of the tracks that have it; the rows of a track follow one another in the order of time.
     *
     * @param feature          its name
     * @param trackIds         the tracks wanted; may be asked for a few at a time
     * @param trainingTrackIds the tracks that a learned feature may learn from: nothing else may reach it, so that a test
     *     track stays unseen. The same set comes with every call about one training
     * @return may leave out tracks; may have no rows at all
     */
    FeatureMatrix features(String feature, Collection<String> trackIds, Set<String> trainingTrackIds);

    /**
     * Whether several trainings may ask for a feature at once. Not where it is learned for each: then they would have it learned again
     * and again.
     */
    default boolean isShared(String feature) {
        return true;
    }
}
