package org.tasteprint.features;

import java.util.List;
import java.util.Map;
import org.tasteprint.core.FeatureMatrix;

/** A feature that is computed from other features rather than from sound: a trained tower's output, for example. */
public interface DerivedFeature {
    /** Its name, under which {@link FeatureStore#writeDerived} keeps it. */
    String name();

    /** Names of the features that it is computed from. */
    List<String> inputs();

    /**
     * Computes the feature.
     *
     * @param inputs every one of {@link #inputs()}, by name, for the same tracks
     * @return the rows of those tracks, named {@link #name()}
     */
    FeatureMatrix derive(Map<String, FeatureMatrix> inputs);
}
