package org.tasteprint.nets.musicnn;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.format.PublishedLayers;
import org.tasteprint.nets.format.TensorFlowLayers;

/**
 * The published networks' files, Keras or TensorFlow, as parameters of a {@link MusicnnBlock}. Both flatten the poolings alike,
 * (channel, maximum and mean), so that a channel's two numbers lie side by side before the dense layer.
 */
final class PublishedMusicnn {
    private static final int BANKS = FrontEndBlock.TIMBRAL_BANDS.size() + FrontEndBlock.TEMPORAL_FRAMES.size();

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

    private PublishedMusicnn() {}

    /** @param file a Keras file, or the index of a checkpoint */
    static Map<String, Tensor> read(Path file) {
        return PublishedLayers.read(file, Names::ofKeras, Names::ofTensorFlow, PublishedMusicnn::take);
    }

    private static void take(PublishedLayers layers, Names names) {
        layers.normalisation(MusicnnParameters.INPUT_NORMALISATION, names.normalisations().getFirst());
        int number = 0;
        for (int bank = 0; bank < FrontEndBlock.TIMBRAL_BANDS.size(); bank++, number++) {
            layers.convolution(MusicnnParameters.timbral(bank), names.convolutions().get(number));
            layers.normalisation(MusicnnParameters.timbralNormalisation(bank), names.normalisations().get(number + 1));
        }
        for (int bank = 0; bank < FrontEndBlock.TEMPORAL_FRAMES.size(); bank++, number++) {
            layers.convolution(MusicnnParameters.temporal(bank), names.convolutions().get(number));
            layers.normalisation(MusicnnParameters.temporalNormalisation(bank), names.normalisations().get(number + 1));
        }
        for (int layer = 0; layer < MiddleBlock.LAYERS; layer++, number++) {
            layers.convolutionOverTime(MusicnnParameters.middle(layer), names.convolutions().get(number));
            layers.normalisation(MusicnnParameters.middleNormalisation(layer), names.normalisations().get(number + 1));
        }
        layers.normalisation(MusicnnParameters.POOLED_NORMALISATION, names.normalisations().get(number + 1));
        layers.linear(MusicnnParameters.DENSE, names.dense().getFirst());
        layers.normalisation(MusicnnParameters.DENSE_NORMALISATION, names.normalisations().get(number + 2));
        layers.linear(MusicnnParameters.TAGS, names.dense().getLast());
    }
}
