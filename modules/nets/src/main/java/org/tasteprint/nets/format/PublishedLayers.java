package org.tasteprint.nets.format;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.nets.Tensor;

/**
 * Takes layers out of a published file, Keras or TensorFlow, and makes them parameters of a DJL block. Both keep kernels as (time,
 * frequency, in, out) and (in, out), PyTorch as (out, in, time, frequency) and (out, in).
 */
public final class PublishedLayers {
    private final BiFunction<String, String, Tensor> weight;
    private final Map<String, Tensor> parameters = new LinkedHashMap<>();

    private PublishedLayers(BiFunction<String, String, Tensor> weight) {
        this.weight = weight;
    }

    /**
     * Reads a file.
     *
     * @param file            a Keras file, or the index of a checkpoint
     * @param kerasNames      how the layers are called in a Keras file
     * @param tensorFlowNames how they are called in a checkpoint
     * @param take            takes every layer by its name
     * @return parameters by the block's names
     * @throws TasteprintException {@code NOT_FOUND} when there is no such file, {@code INVALID_INPUT} when it holds something else
     */
    public static <N> Map<String, Tensor> read(
            Path file,
            Supplier<N> kerasNames,
            Function<TensorFlowLayers, N> tensorFlowNames,
            BiConsumer<PublishedLayers, N> take) {
        try {
            if (file.toString().endsWith(TensorFlowCheckpoint.INDEX)) {
                TensorFlowCheckpoint checkpoint = TensorFlowCheckpoint.open(file);
                return taken(
                        (layer, name) -> checkpoint.read(layer + "/" + name),
                        tensorFlowNames.apply(new TensorFlowLayers(file, checkpoint.names())),
                        take);
            }
            try (KerasWeights keras = KerasWeights.open(file)) {
                return taken(keras::weight, kerasNames.get(), take);
            }
        } catch (IllegalArgumentException e) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT, "%s holds another network's weights: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static <N> Map<String, Tensor> taken(
            BiFunction<String, String, Tensor> weight, N names, BiConsumer<PublishedLayers, N> take) {
        PublishedLayers layers = new PublishedLayers(weight);
        take.accept(layers, names);
        return layers.parameters;
    }

    /** A convolution over time and frequency. */
    public void convolution(String ours, String published) {
        weights(ours, published, weight.apply(published, "kernel").permuted(3, 2, 0, 1));
    }

    /** A convolution over time, whose kernel (time, channel, 1, out) has the channels where an image has its frequencies. */
    public void convolutionOverTime(String ours, String published) {
        weights(ours, published, weight.apply(published, "kernel").without(2).permuted(2, 1, 0));
    }

    /** A dense layer. */
    public void linear(String ours, String published) {
        weights(ours, published, weight.apply(published, "kernel").permuted(1, 0));
    }

    private void weights(String ours, String published, Tensor kernel) {
        parameters.put(ours + "_weight", kernel);
        parameters.put(ours + "_bias", weight.apply(published, "bias"));
    }

    /** A batch normalisation. */
    public void normalisation(String ours, String published) {
        parameters.put(ours + "_gamma", weight.apply(published, "gamma"));
        parameters.put(ours + "_beta", weight.apply(published, "beta"));
        parameters.put(ours + "_runningMean", weight.apply(published, "moving_mean"));
        parameters.put(ours + "_runningVar", weight.apply(published, "moving_variance"));
    }
}
