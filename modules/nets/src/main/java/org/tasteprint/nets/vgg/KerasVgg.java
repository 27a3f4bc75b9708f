package org.tasteprint.nets.vgg;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.format.KerasWeights;

/**
 * The published networks' Keras files as parameters of a {@link VggBlock}. Keras keeps kernels as (time, frequency, in, out) and
 * (in, out), PyTorch as (out, in, time, frequency) and (out, in).
 */
final class KerasVgg {
    private KerasVgg() {}

    static Map<String, Tensor> read(Path file) {
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        try (KerasWeights keras = KerasWeights.open(file)) {
            normalisation(parameters, VggBlock.INPUT_NORMALISATION, keras, "bn_input");
            for (int layer = 0; layer < VggBlock.LAYERS; layer++) {
                String convolution = (layer + 1) + "CNN";
                parameters.put(
                        VggBlock.convolution(layer) + "_weight", keras.weight(convolution, "kernel").permuted(3, 2, 0, 1));
                parameters.put(VggBlock.convolution(layer) + "_bias", keras.weight(convolution, "bias"));
                normalisation(parameters, VggBlock.normalisation(layer), keras, "bn_conv" + (layer + 1));
            }
            parameters.put(VggBlock.OUTPUT + "_weight", keras.weight("output", "kernel").permuted(1, 0));
            parameters.put(VggBlock.OUTPUT + "_bias", keras.weight("output", "bias"));
        }
        return parameters;
    }

    private static void normalisation(Map<String, Tensor> parameters, String layer, KerasWeights keras, String kerasLayer) {
        parameters.put(layer + "_gamma", keras.weight(kerasLayer, "gamma"));
        parameters.put(layer + "_beta", keras.weight(kerasLayer, "beta"));
        parameters.put(layer + "_runningMean", keras.weight(kerasLayer, "moving_mean"));
        parameters.put(layer + "_runningVar", keras.weight(kerasLayer, "moving_variance"));
    }
}
