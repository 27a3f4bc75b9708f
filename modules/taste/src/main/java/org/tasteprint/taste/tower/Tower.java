package org.tasteprint.taste.tower;

import java.util.Arrays;
import java.util.List;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.features.FeatureNames;

/** Which audio tower is trained, and on what. */
public sealed interface Tower {
    /** A convolutional network over log-mel patches of 3 seconds, as in Chen and Liang 2020. */
    record Conv() implements Tower {
        @Override
        public List<String> inputs() {
            return List.of(FeatureNames.LOG_MEL);
        }

        @Override
        public String toString() {
            return "conv";
        }
    }

    /**
     * A network with one hidden layer over the per-track means of features that are there already.
     *
     * @param inputs names of the features, at least one; their means are concatenated
     */
    record Features(List<String> inputs) implements Tower {
        public Features {
            inputs = List.copyOf(inputs);
            if (inputs.isEmpty()) {
                throw new TasteprintException(
                        Kind.INVALID_INPUT, "the tower names no features: write features:A,B, for example features:musicnn-msd");
            }
        }

        @Override
        public String toString() {
            return "features:" + String.join(",", inputs);
        }
    }

    /** Names of the features it is computed from. */
    List<String> inputs();

    /**
     * Reads what people write: {@code conv}, {@code features:A,B}, or {@code musicnn} for both musicnn networks.
     *
     * @throws TasteprintException {@code INVALID_INPUT} when there is no such tower
     */
    static Tower parse(String text) {
        String name = text.strip();
        if (name.equals("conv")) {
            return new Conv();
        }
        if (name.equals("musicnn")) {
            return new Features(List.of(FeatureNames.MUSICNN_MSD, FeatureNames.MUSICNN_MTT));
        }
        if (name.startsWith("features:")) {
            return new Features(Arrays.stream(name.substring("features:".length()).split(","))
                    .map(String::strip)
                    .filter(feature -> !feature.isEmpty())
                    .toList());
        }
        throw new TasteprintException(
                Kind.INVALID_INPUT, "there is no tower '%s': it is conv, musicnn or features:A,B".formatted(text));
    }
}
