package org.tasteprint.nets.vgg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.format.KerasWeights;
import org.tasteprint.nets.format.TensorFlowCheckpoint;
import org.tasteprint.nets.format.TensorFlowLayers;

/**
 * The published networks' files, Keras or TensorFlow, as parameters of a {@link VggBlock}. Both keep kernels as (time, frequency, in, out)
 * and (in, out), PyTorch as (out, in, time, frequency) and (out, in).
 */
final class PublishedVgg {
    private final Names names;
    private final BiFunction<String, String, Tensor> weight;
    private final Map<String, Tensor> parameters = new LinkedHashMap<>();

    /**
     * The names of the layers in a file.
     *
     * @param convolutions   from the input on
     * @param normalisations of the input, and after each convolution
     */
    private record Names(List<String> convolutions, List<String> normalisations, String output) {
        static Names ofKeras() {
            List<String> convolutions = new ArrayList<>();
            List<String> normalisations = new ArrayList<>(List.of("bn_input"));
            for (int layer = 1; layer <= VggBlock.LAYERS; layer++) {
                convolutions.add(layer + "CNN");
                normalisations.add("bn_conv" + layer);
            }
            return new Names(convolutions, normalisations, "output");
        }

        /** {@code models.py} of {@code jordipons/musicnn} names the convolutions only, so that TensorFlow named the rest. */
        static Names ofTensorFlow(TensorFlowLayers layers) {
            List<String> convolutions = new ArrayList<>();
            for (int layer = 1; layer <= VggBlock.LAYERS; layer++) {
                convolutions.addAll(layers.of(layer + "CNN", 1));
            }
            return new Names(
                    convolutions,
                    layers.of("batch_normalization", 1 + VggBlock.LAYERS),
                    layers.of("dense", 1).getFirst());
        }
    }

    private PublishedVgg(Names names, BiFunction<String, String, Tensor> weight) {
        this.names = names;
        this.weight = weight;
    }

    /** @param file a Keras file, or the index of a checkpoint */
    static Map<String, Tensor> read(Path file) {
        try {
            return readLayers(file);
        } catch (IllegalArgumentException e) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT, "%s holds another network's weights: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Map<String, Tensor> readLayers(Path file) {
        if (file.toString().endsWith(TensorFlowCheckpoint.INDEX)) {
            TensorFlowCheckpoint checkpoint = TensorFlowCheckpoint.open(file);
            return new PublishedVgg(
                            Names.ofTensorFlow(new TensorFlowLayers(file, checkpoint.names())),
                            (layer, name) -> checkpoint.read(layer + "/" + name))
                    .read();
        }
        try (KerasWeights keras = KerasWeights.open(file)) {
            return new PublishedVgg(Names.ofKeras(), keras::weight).read();
        }
    }

    private Map<String, Tensor> read() {
        normalisation(VggBlock.INPUT_NORMALISATION, names.normalisations().getFirst());
        for (int layer = 0; layer < VggBlock.LAYERS; layer++) {
            String convolution = names.convolutions().get(layer);
            parameters.put(
                    VggBlock.convolution(layer) + "_weight", weight.apply(convolution, "kernel").permuted(3, 2, 0, 1));
            parameters.put(VggBlock.convolution(layer) + "_bias", weight.apply(convolution, "bias"));
            normalisation(VggBlock.normalisation(layer), names.normalisations().get(layer + 1));
        }
        parameters.put(VggBlock.OUTPUT + "_weight", weight.apply(names.output(), "kernel").permuted(1, 0));
        parameters.put(VggBlock.OUTPUT + "_bias", weight.apply(names.output(), "bias"));
        return parameters;
    }

    private void normalisation(String layer, String published) {
        parameters.put(layer + "_gamma", weight.apply(published, "gamma"));
        parameters.put(layer + "_beta", weight.apply(published, "beta"));
        parameters.put(layer + "_runningMean", weight.apply(published, "moving_mean"));
        parameters.put(layer + "_runningVar", weight.apply(published, "moving_variance"));
    }
}
