package org.tasteprint.features;

import java.util.function.Function;
import org.tasteprint.nets.musicnn.Musicnn;

/** What is kept of a network's activations; the feature's name is the network's with a suffix. */
enum NetworkOutput {
    MAX_POOL("", Musicnn.Activations::maxPool),
    MEAN_POOL(FeatureNames.MEAN, Musicnn.Activations::meanPool),
    PENULTIMATE(FeatureNames.PENULTIMATE, Musicnn.Activations::penultimate),
    TAGGRAM(FeatureNames.TAGGRAM, Musicnn.Activations::taggram);

    private final String suffix;
    private final Function<Musicnn.Activations, float[]> values;

    NetworkOutput(String suffix, Function<Musicnn.Activations, float[]> values) {
        this.suffix = suffix;
        this.values = values;
    }

    /** Name of the feature that is this output of {@code network}. */
    String of(String network) {
        return network + suffix;
    }

    /** float[patches][dimensions]. */
    float[] values(Musicnn.Activations activations) {
        return values.apply(activations);
    }
}
