package org.tasteprint.features;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.tasteprint.core.FeatureMatrix;

/** Features of tracks on disk. */
public final class FeatureStore {
    private final Path folder;

    /** @param folder where the features are; made when the first one is written */
    public FeatureStore(Path folder) {
        this.folder = folder;
    }

    /** Whether the feature of the track is there and whole. */
    public boolean has(String feature, Hop hop, String trackId) {
        throw new UnsupportedOperationException("not yet: " + folder);
    }

    /** The rows of one track; empty when there are none or their file is damaged. */
    public Optional<FeatureMatrix> read(String feature, Hop hop, String trackId) {
        throw new UnsupportedOperationException("not yet: " + folder);
    }

    /** Keeps what was extracted from one track. */
    public void write(Hop hop, FeatureMatrix oneTrack) {
        throw new UnsupportedOperationException("not yet: " + folder);
    }

    /** Keeps a feature without a hop for all of its tracks, in place of everything that was kept under its name. */
    public void writeDerived(FeatureMatrix matrix) {
        throw new UnsupportedOperationException("not yet: " + folder);
    }

    /** All rows of the tracks that have the feature, in the order of {@code trackIds}; at least one must have it. */
    public FeatureMatrix load(String feature, Hop hop, Collection<String> trackIds) {
        throw new UnsupportedOperationException("not yet: " + folder);
    }

    /** One row, the mean, for each track that has the feature; at least one must have it. */
    public FeatureMatrix means(String feature, Hop hop, Collection<String> trackIds) {
        throw new UnsupportedOperationException("not yet: " + folder);
    }
}
