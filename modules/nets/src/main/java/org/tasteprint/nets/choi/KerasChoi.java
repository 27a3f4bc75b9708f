package org.tasteprint.nets.choi;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.format.KerasWeights;

/**
 * The published Keras files as parameters of our blocks. The transfer-learning network's is of Keras 2: kernels (frequency, time, in,
 * out). The taggers' are of Keras 1: kernels (out, in, frequency, time), as PyTorch has them. Dense kernels are (in, out) in both.
 */
final class KerasChoi {
    private final KerasWeights keras;
    private final Map<String, Tensor> parameters = new LinkedHashMap<>();

    private KerasChoi(KerasWeights keras) {
        this.keras = keras;
    }

    static Map<String, Tensor> convNet(Path file) {
        try (KerasWeights keras = KerasWeights.open(file)) {
            KerasChoi reading = new KerasChoi(keras);
            for (int layer = 0; layer < ConvNetBlock.LAYERS; layer++) {
                reading.keras2Layer(layer);
            }
            reading.parameters.put(ConvNetBlock.OUTPUT + "_weight", keras.weight("dense_1", "kernel").permuted(1, 0));
            reading.parameters.put(ConvNetBlock.OUTPUT + "_bias", keras.weight("dense_1", "bias"));
            return reading.parameters;
        }
    }

    static Map<String, Tensor> cnn(Path file) {
        try (KerasWeights keras = KerasWeights.open(file)) {
            KerasChoi reading = new KerasChoi(keras);
            reading.tagger(CnnBlock.INPUT_NORMALISATION, CnnBlock.CHAIN, CnnBlock.LAYERS, CnnBlock.OUTPUT);
            return reading.parameters;
        }
    }

    static Map<String, Tensor> crnn(Path file) {
        try (KerasWeights keras = KerasWeights.open(file)) {
            KerasChoi reading = new KerasChoi(keras);
            reading.tagger(CrnnBlock.INPUT_NORMALISATION, CrnnBlock.CHAIN, CrnnBlock.LAYERS, CrnnBlock.OUTPUT);
            reading.units(CrnnBlock.FIRST_UNITS, "gru1");
            reading.units(CrnnBlock.SECOND_UNITS, "gru2");
            return reading.parameters;
        }
    }

    private void keras2Layer(int layer) {
        String convolution = "%s_%s".formatted(ConvNetBlock.CHAIN, ConvolutionChain.convolution(layer));
        String published = "conv2d_" + (layer + 1);
        parameters.put(convolution + "_weight", keras.weight(published, "kernel").permuted(3, 2, 0, 1));
        parameters.put(convolution + "_bias", keras.weight(published, "bias"));
        String normalisation = "%s_%s".formatted(ConvNetBlock.CHAIN, ConvolutionChain.normalisation(layer));
        String publishedNormalisation = "batch_normalization_" + (layer + 1);
        parameters.put(normalisation + "_gamma", keras.weight(publishedNormalisation, "gamma"));
        parameters.put(normalisation + "_beta", keras.weight(publishedNormalisation, "beta"));
        parameters.put(normalisation + "_runningMean", keras.weight(publishedNormalisation, "moving_mean"));
        parameters.put(normalisation + "_runningVar", keras.weight(publishedNormalisation, "moving_variance"));
    }

    private void tagger(String inputNormalisation, String chain, int layers, String output) {
        taggerNormalisation(inputNormalisation, "bn_0_freq");
        for (int layer = 0; layer < layers; layer++) {
            String convolution = "%s_%s".formatted(chain, ConvolutionChain.convolution(layer));
            parameters.put(convolution + "_weight", keras.weight("conv" + (layer + 1), "W"));
            parameters.put(convolution + "_bias", keras.weight("conv" + (layer + 1), "b"));
            taggerNormalisation("%s_%s".formatted(chain, ConvolutionChain.normalisation(layer)), "bn" + (layer + 1));
        }
        parameters.put(output + "_weight", keras.weight("output", "W").permuted(1, 0));
        parameters.put(output + "_bias", keras.weight("output", "b"));
    }

    private void taggerNormalisation(String layer, String published) {
        parameters.put(layer + "_gamma", keras.weight(published, "gamma"));
        parameters.put(layer + "_beta", keras.weight(published, "beta"));
        parameters.put(layer + "_runningMean", keras.weight(published, "running_mean"));
        parameters.put(
                layer + "_runningVar", TaggerNormalisation.variances(keras.weight(published, "running_std")));
    }

    private void units(String layer, String published) {
        parameters.put(layer + "_inputWeight", gates(published, "W"));
        parameters.put(layer + "_recurrentWeight", gates(published, "U"));
        parameters.put(layer + "_bias", gates(published, "b"));
    }

    /** The gates' matrices (in, units), each transposed, or their biases, below one another. */
    private Tensor gates(String published, String kind) {
        List<Tensor> gates = List.of("z", "r", "h").stream()
                .map(gate -> keras.weight(published, "%s_%s".formatted(kind, gate)))
                .map(gate -> gate.rank() == 2 ? gate.permuted(1, 0) : gate)
                .toList();
        long[] shape = gates.getFirst().shape().clone();
        shape[0] *= gates.size();
        float[] values = new float[Math.toIntExact(Tensor.size(shape))];
        int filled = 0;
        for (Tensor gate : gates) {
            System.arraycopy(gate.values(), 0, values, filled, gate.values().length);
            filled += gate.values().length;
        }
        return new Tensor(shape, values);
    }
}
