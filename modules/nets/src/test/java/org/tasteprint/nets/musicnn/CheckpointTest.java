package org.tasteprint.nets.musicnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.nets.PyTorch;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.Towers;
import org.tasteprint.nets.format.CheckpointWriter;

class CheckpointTest {
    private static final MusicnnWidths WIDTHS = new MusicnnWidths(4, 2, 12, 9, 3);
    private static final List<String> PARTS = List.of("gamma", "beta", "runningMean", "runningVar");
    private static final List<String> VARIABLES = List.of("gamma", "beta", "moving_mean", "moving_variance");

    @TempDir
    Path folder;

    private final Map<String, Tensor> parameters = parameters();

    @ParameterizedTest
    @CsvSource({"'',0", "'',8", "model/,0", "a/model_1/,100"})
    void findsTheLayersByTheirOrder(String scope, int first) throws IOException {
        Path index = new CheckpointWriter(10, false).write(folder, "", variables(scope, first));

        assertThat(Musicnn.parameters(index)).containsExactlyInAnyOrderEntriesOf(parameters);
        try (Musicnn musicnn = Musicnn.load(index)) {
            assertThat(musicnn.widths()).isEqualTo(WIDTHS);
        }
    }

    @Test
    void refusesOtherCheckpoints() throws IOException {
        Map<String, Tensor> fewer = variables("", 0);
        fewer.keySet().removeIf(name -> name.startsWith("conv2d_7/"));
        assertThatThrownBy(() -> Musicnn.load(new CheckpointWriter(10, false).write(folder, "fewer", fewer)))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("fewer.index holds another network's weights: there are 7 layers conv2d, where musicnn has 8");

        Map<String, Tensor> flat = variables("", 0);
        flat.put("conv2d_6/kernel", new Tensor(new long[] {4}, new float[4]));
        assertThatThrownBy(() -> Musicnn.load(new CheckpointWriter(10, false).write(folder, "flat", flat)))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("flat.index holds another network's weights");
    }

    private static Map<String, Tensor> parameters() {
        try (NDManager manager = PyTorch.newManager()) {
            MusicnnBlock block = new MusicnnBlock(WIDTHS);
            Towers.initialise(block, manager, new Shape(1, 1, Musicnn.PATCH_FRAMES, Musicnn.BANDS), 5);
            return Towers.parameters(block);
        }
    }

    /** As TensorFlow 1 names and lays out the variables of the original, an optimiser's and a counter's among them. */
    private Map<String, Tensor> variables(String scope, int first) {
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
