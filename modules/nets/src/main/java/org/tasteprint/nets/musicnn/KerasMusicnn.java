package org.tasteprint.nets.musicnn;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.format.KerasWeights;

/**
 * The published networks' Keras files as parameters of a {@link MusicnnBlock}. Keras keeps kernels as (time, frequency, in, out) and
 * (in, out), PyTorch as (out, in, time, frequency) and (out, in).
 */
final class KerasMusicnn {
    private final KerasWeights keras;
    private final Map<String, Tensor> parameters = new LinkedHashMap<>();

    private KerasMusicnn(KerasWeights keras) {
        this.keras = keras;
    }

    static Map<String, Tensor> read(Path file) {
        try (KerasWeights keras = KerasWeights.open(file)) {
            KerasMusicnn musicnn = new KerasMusicnn(keras);
            musicnn.frontEnd();
            musicnn.middle();
            musicnn.dense();
            return musicnn.parameters;
        }
    }

    private void frontEnd() {
        normalisation(MusicnnParameters.INPUT_NORMALISATION, "batch_normalization");
        int number = 0;
        for (int bank = 0; bank < FrontEndBlock.TIMBRAL_BANDS.size(); bank++, number++) {
            convolution(MusicnnParameters.timbral(bank), convolutionOf(number));
            normalisation(MusicnnParameters.timbralNormalisation(bank), "batch_normalization_" + (number + 1));
        }
        for (int bank = 0; bank < FrontEndBlock.TEMPORAL_FRAMES.size(); bank++, number++) {
            convolution(MusicnnParameters.temporal(bank), convolutionOf(number));
            normalisation(MusicnnParameters.temporalNormalisation(bank), "batch_normalization_" + (number + 1));
        }
    }

    /** {@code conv2d}, {@code conv2d_1}, … */
    private static String convolutionOf(int number) {
        return number == 0 ? "conv2d" : "conv2d_" + number;
    }

    private void middle() {
        for (int layer = 0; layer < MiddleBlock.LAYERS; layer++) {
            String convolution = "midend_conv" + (layer + 1);
            // (time, channel, 1, out): the channels lie where an image has its frequencies.
            Tensor kernel = keras.weight(convolution, "kernel");
            long[] shape = kernel.shape();
            Tensor channels = new Tensor(new long[] {shape[0], shape[1], shape[3]}, kernel.values());
            parameters.put(MusicnnParameters.middle(layer) + "_weight", channels.permuted(2, 1, 0));
            parameters.put(MusicnnParameters.middle(layer) + "_bias", keras.weight(convolution, "bias"));
            normalisation(MusicnnParameters.middleNormalisation(layer), "bn_" + convolution);
        }
    }

    private void dense() {
        normalisation(MusicnnParameters.POOLED_NORMALISATION, "bn_flatpool");
        linear(MusicnnParameters.DENSE, "dense");
        normalisation(MusicnnParameters.DENSE_NORMALISATION, "bn_dense");
        linear(MusicnnParameters.TAGS, "dense_1");
    }

    private void convolution(String layer, String kerasLayer) {
        parameters.put(layer + "_weight", keras.weight(kerasLayer, "kernel").permuted(3, 2, 0, 1));
        parameters.put(layer + "_bias", keras.weight(kerasLayer, "bias"));
    }

    private void linear(String layer, String kerasLayer) {
        parameters.put(layer + "_weight", keras.weight(kerasLayer, "kernel").permuted(1, 0));
        parameters.put(layer + "_bias", keras.weight(kerasLayer, "bias"));
    }

    private void normalisation(String layer, String kerasLayer) {
        parameters.put(layer + "_gamma", keras.weight(kerasLayer, "gamma"));
        parameters.put(layer + "_beta", keras.weight(kerasLayer, "beta"));
        parameters.put(layer + "_runningMean", keras.weight(kerasLayer, "moving_mean"));
        parameters.put(layer + "_runningVar", keras.weight(kerasLayer, "moving_variance"));
    }
}
