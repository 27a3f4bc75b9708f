package org.tasteprint.taste.tower;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.features.FeatureNames;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.musicnn.MusicnnBlock;

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
     * musicnn over log-mel patches of 3 seconds, from the weights of a published network on: its filter banks stay as they are, the
     * layers behind them and a new last one are trained.
     *
     * @param start parameters that training begins with, by the names of {@link MusicnnBlock}; empty for a tower that is trained
     *              already, and for one that begins at random. Two towers are alike whatever it is
     */
    record Tuned(Map<String, Tensor> start) implements Tower {
        public Tuned {
            start = Map.copyOf(start);
        }

        @Override
        public List<String> inputs() {
            return List.of(FeatureNames.LOG_MEL);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Tuned;
        }

        @Override
        public int hashCode() {
            return Tuned.class.hashCode();
        }

        @Override
        public String toString() {
            return "musicnn";
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
     * Reads what people write: {@code conv}, {@code musicnn}, which then lacks the weights to start from, or {@code features:A,B}.
     *
     * @throws TasteprintException {@code INVALID_INPUT} when there is no such tower
     */
    static Tower parse(String text) {
        String name = text.strip();
        if (name.equals("conv")) {
            return new Conv();
        }
        if (name.equals("musicnn")) {
            return new Tuned(Map.of());
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
