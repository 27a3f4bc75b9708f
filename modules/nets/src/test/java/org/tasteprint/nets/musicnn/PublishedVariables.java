package org.tasteprint.nets.musicnn;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tasteprint.nets.Patches;
import org.tasteprint.nets.PyTorch;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.Towers;

/** musicnn's parameters as TensorFlow 1 names and lays out the variables of the original. */
public final class PublishedVariables {
    private static final List<String> PARTS = List.of("gamma", "beta", "runningMean", "runningVar");
    private static final List<String> VARIABLES = List.of("gamma", "beta", "moving_mean", "moving_variance");

    private PublishedVariables() {}

    /** Parameters of a fresh network. */
    public static Map<String, Tensor> parameters(MusicnnWidths widths) {
        try (NDManager manager = PyTorch.newManager()) {
            MusicnnBlock block = new MusicnnBlock(widths);
            Towers.initialise(block, manager, new Shape(1, 1, Patches.FRAMES, Patches.BANDS), 5);
            return Towers.parameters(block);
        }
    }

    /**
     * The variables of a network, an optimiser's and a counter's among them.
     *
     * @param scope before every name: empty, or with a slash at its end
     * @param first number of the first layer of each kind
     */
    public static Map<String, Tensor> of(Map<String, Tensor> parameters, String scope, int first) {
        Map<String, Tensor> variables = new LinkedHashMap<>();
        List<String> convolutions = List.of(
                "01frontEnd_02timbral38", "01frontEnd_04timbral67", "01frontEnd_06temporal128", "01frontEnd_08temporal64",
                "01frontEnd_10temporal32", "02middle_01convolution1", "02middle_03convolution2", "02middle_05convolution3");
        for (int i = 0; i < convolutions.size(); i++) {
            Tensor weight = parameters.get(convolutions.get(i) + "_weight");
            long[] shape = weight.shape();
            Tensor kernel = weight.rank() == 4
                    ? weight.permuted(2, 3, 1, 0)
                    : new Tensor(new long[] {shape[2], shape[1], 1, shape[0]}, weight.permuted(2, 1, 0).values());
            String layer = scope + numbered("conv2d", first + i);
            variables.put(layer + "/kernel", kernel);
            variables.put(layer + "/kernel/Adam", kernel);
            variables.put(layer + "/bias", parameters.get(convolutions.get(i) + "_bias"));
        }
        List<String> normalisations = List.of(
                "01frontEnd_01normalisation", "01frontEnd_03timbral38Normalisation", "01frontEnd_05timbral67Normalisation",
                "01frontEnd_07temporal128Normalisation", "01frontEnd_09temporal64Normalisation",
                "01frontEnd_11temporal32Normalisation", "02middle_02normalisation1", "02middle_04normalisation2",
                "02middle_06normalisation3", "03dense_01BatchNorm", "03dense_05BatchNorm");
        for (int i = 0; i < normalisations.size(); i++) {
            for (int part = 0; part < PARTS.size(); part++) {
                variables.put(
                        "%s%s/%s".formatted(scope, numbered("batch_normalization", first + i), VARIABLES.get(part)),
                        parameters.get(normalisations.get(i) + "_" + PARTS.get(part)));
            }
        }
        List<String> dense = List.of("03dense_03Linear", "04tags_02Linear");
        for (int i = 0; i < dense.size(); i++) {
            String layer = scope + numbered("dense", first + i);
            variables.put(layer + "/kernel", parameters.get(dense.get(i) + "_weight").permuted(1, 0));
            variables.put(layer + "/bias", parameters.get(dense.get(i) + "_bias"));
        }
        variables.put("beta1_power", new Tensor(new long[0], new float[1]));
        return variables;
    }

    private static String numbered(String kind, int number) {
        return number == 0 ? kind : kind + "_" + number;
    }
}
