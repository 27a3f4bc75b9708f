package org.tasteprint.nets.vgg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.format.PublishedLayers;
import org.tasteprint.nets.format.TensorFlowLayers;

/** The published networks' files, Keras or TensorFlow, as parameters of a {@link VggBlock}. */
final class PublishedVgg {
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

    private PublishedVgg() {}

    /** @param file a Keras file, or the index of a checkpoint */
    static Map<String, Tensor> read(Path file) {
        return PublishedLayers.read(file, Names::ofKeras, Names::ofTensorFlow, PublishedVgg::take);
    }

    private static void take(PublishedLayers layers, Names names) {
        layers.normalisation(VggBlock.INPUT_NORMALISATION, names.normalisations().getFirst());
        for (int layer = 0; layer < VggBlock.LAYERS; layer++) {
            layers.convolution(VggBlock.convolution(layer), names.convolutions().get(layer));
            layers.normalisation(VggBlock.normalisation(layer), names.normalisations().get(layer + 1));
        }
        layers.linear(VggBlock.OUTPUT, names.output());
    }
}
