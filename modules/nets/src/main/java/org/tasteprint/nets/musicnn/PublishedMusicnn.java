package org.tasteprint.nets.musicnn;

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
 * The published networks' files, Keras or TensorFlow, as parameters of a {@link MusicnnBlock}.
 *
 * <p>Both keep kernels as (time, frequency, in, out) and (in, out), PyTorch as (out, in, time, frequency) and (out, in). Both flatten
 * the poolings alike, (channel, maximum and mean), so that a channel's two numbers lie side by side before the dense layer.
 */
final class PublishedMusicnn {
    private static final int BANKS = FrontEndBlock.TIMBRAL_BANDS.size() + FrontEndBlock.TEMPORAL_FRAMES.size();

    private final Names names;
    private final BiFunction<String, String, Tensor> weight;
    private final Map<String, Tensor> parameters = new LinkedHashMap<>();

    /**
     * The names of the layers in a file, in the order in which the network was built.
     *
     * @param convolutions   of the 5 filter banks, then the 3 of the middle
     * @param normalisations of the input, after each convolution, of the pooled channels, after the dense layer
     * @param dense          the dense layer and the tags
     */
    record Names(List<String> convolutions, List<String> normalisations, List<String> dense) {
        /** {@code models.py} of {@code jordipons/musicnn} names no layer, so that TensorFlow did. */
        private static Names ofTensorFlow(TensorFlowLayers layers) {
            int convolutions = BANKS + MiddleBlock.LAYERS;
            return new Names(
                    layers.of("conv2d", convolutions),
                    layers.of("batch_normalization", 1 + convolutions + 2),
                    layers.of("dense", 2));
        }

        private static Names ofKeras() {
            List<String> convolutions = new ArrayList<>();
            List<String> normalisations = new ArrayList<>(List.of("batch_normalization"));
            for (int bank = 0; bank < BANKS; bank++) {
                convolutions.add(bank == 0 ? "conv2d" : "conv2d_" + bank);
                normalisations.add("batch_normalization_" + (bank + 1));
            }
            for (int layer = 1; layer <= MiddleBlock.LAYERS; layer++) {
                convolutions.add("midend_conv" + layer);
                normalisations.add("bn_midend_conv" + layer);
            }
            normalisations.addAll(List.of("bn_flatpool", "bn_dense"));
            return new Names(convolutions, normalisations, List.of("dense", "dense_1"));
        }
    }

    private PublishedMusicnn(Names names, BiFunction<String, String, Tensor> weight) {
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
            return new PublishedMusicnn(
                            Names.ofTensorFlow(new TensorFlowLayers(file, checkpoint.names())),
                            (layer, name) -> checkpoint.read(layer + "/" + name))
                    .read();
        }
        try (KerasWeights keras = KerasWeights.open(file)) {
            return new PublishedMusicnn(Names.ofKeras(), keras::weight).read();
        }
    }

    private Map<String, Tensor> read() {
        normalisation(MusicnnParameters.INPUT_NORMALISATION, 0);
        int number = 0;
        for (int bank = 0; bank < FrontEndBlock.TIMBRAL_BANDS.size(); bank++, number++) {
            convolution(MusicnnParameters.timbral(bank), number);
            normalisation(MusicnnParameters.timbralNormalisation(bank), number + 1);
        }
        for (int bank = 0; bank < FrontEndBlock.TEMPORAL_FRAMES.size(); bank++, number++) {
            convolution(MusicnnParameters.temporal(bank), number);
            normalisation(MusicnnParameters.temporalNormalisation(bank), number + 1);
        }
        for (int layer = 0; layer < MiddleBlock.LAYERS; layer++, number++) {
            middle(MusicnnParameters.middle(layer), number);
            normalisation(MusicnnParameters.middleNormalisation(layer), number + 1);
        }
        normalisation(MusicnnParameters.POOLED_NORMALISATION, number + 1);
        linear(MusicnnParameters.DENSE, 0);
        normalisation(MusicnnParameters.DENSE_NORMALISATION, number + 2);
        linear(MusicnnParameters.TAGS, 1);
        return parameters;
    }

    private void convolution(String layer, int number) {
        String published = names.convolutions().get(number);
        parameters.put(layer + "_weight", weight.apply(published, "kernel").permuted(3, 2, 0, 1));
        parameters.put(layer + "_bias", weight.apply(published, "bias"));
    }

    /** A kernel (time, channel, 1, out): the channels lie where an image has its frequencies. */
    private void middle(String layer, int number) {
        String published = names.convolutions().get(number);
        parameters.put(layer + "_weight", weight.apply(published, "kernel").without(2).permuted(2, 1, 0));
        parameters.put(layer + "_bias", weight.apply(published, "bias"));
    }

    private void linear(String layer, int number) {
        String published = names.dense().get(number);
        parameters.put(layer + "_weight", weight.apply(published, "kernel").permuted(1, 0));
        parameters.put(layer + "_bias", weight.apply(published, "bias"));
    }

    private void normalisation(String layer, int number) {
        String published = names.normalisations().get(number);
        parameters.put(layer + "_gamma", weight.apply(published, "gamma"));
        parameters.put(layer + "_beta", weight.apply(published, "beta"));
        parameters.put(layer + "_runningMean", weight.apply(published, "moving_mean"));
        parameters.put(layer + "_runningVar", weight.apply(published, "moving_variance"));
    }
}
