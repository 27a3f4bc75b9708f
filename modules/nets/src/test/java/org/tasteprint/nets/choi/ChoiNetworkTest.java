package org.tasteprint.nets.choi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Adam;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.nets.Golden;
import org.tasteprint.nets.PyTorch;
import org.tasteprint.nets.SharedData;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.Towers;
import org.tasteprint.nets.format.SafeTensors;

class ChoiNetworkTest {
    @ParameterizedTest
    @ValueSource(strings = {"brahms", "fishin", "vibeace"})
    void theConvolutionalTaggerAgreesWithTheReference(String excerpt) {
        try (ChoiNetwork cnn = ChoiNetwork.cnn(SharedData.path("weights/music_tagger_cnn_weights_tensorflow.h5"))) {
            Map<String, float[]> activations = cnn.activations(List.of(decibels(excerpt + "_12k_29.12s.choi_meldb")));

            Golden.assertNear(activations.get("features"), excerpt + "_12k_29.12s.cnn_recommended.features256", 1e-4);
            Golden.assertNear(activations.get("taggram"), excerpt + "_12k_29.12s.cnn_recommended.tags", 1e-5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"brahms", "fishin", "vibeace"})
    void theRecurrentTaggerAgreesWithTheReference(String excerpt) {
        try (ChoiNetwork crnn = ChoiNetwork.crnn(SharedData.path("weights/music_tagger_crnn_weights_tensorflow.h5"))) {
            Map<String, float[]> activations = crnn.activations(List.of(decibels(excerpt + "_12k_29.12s.choi_meldb")));

            Golden.assertNear(activations.get("features"), excerpt + "_12k_29.12s.crnn_recommended.gru2_last", 1e-4);
            Golden.assertNear(activations.get("taggram"), excerpt + "_12k_29.12s.crnn_recommended.tags", 1e-5);
        }
    }

    @Test
    void theFirstRecurrentLayerAgreesWithTheReference() {
        Map<String, Tensor> parameters =
                KerasChoi.crnn(SharedData.path("weights/music_tagger_crnn_weights_tensorflow.h5"));
        float[] decibels = ChoiNetwork.standardised(decibels("brahms_12k_29.12s.choi_meldb"));
        try (NDManager manager = PyTorch.newManager()) {
            CrnnBlock block = new CrnnBlock(50);
            Towers.load(block, manager, parameters);
            NDArray excerpt = manager.create(decibels, new Shape(1366, 96)).transpose().reshape(1, 1, 96, 1366);

            float[] states = block.firstStates(new ParameterStore(manager, false), excerpt, false).toFloatArray();

            Golden.assertNear(states, "brahms_12k_29.12s.crnn_recommended.gru1_sequence", 1e-4);
        }
    }

    @Test
    void theTransferLearningNetworkAgreesWithTheReference() {
        try (ChoiNetwork convNet = ChoiNetwork.convNet(SharedData.path("weights/choi_transfer_convnet.hdf5"))) {
            float[] decibels = decibels("vibeace_12k_first29s.choi160_kapre_db");

            Map<String, float[]> activations = convNet.activations(List.of(decibels, decibels));

            assertThat(activations.get("features")).hasSize(2 * 160);
            Golden.assertNear(first(activations.get("features")), "vibeace_12k_first29s.choi160_keras2.features160", 1e-4);
            Golden.assertNear(first(activations.get("taggram")), "vibeace_12k_first29s.choi160_keras2.tags50", 1e-5);
        }
    }

    @Test
    void excerptsComeOutAloneAsTogetherAndFromOurOwnFormat(@TempDir Path folder) {
        Map<String, Tensor> fresh = fresh(new ConvNetBlock(4), 320);
        Path file = folder.resolve("convnet.safetensors");
        SafeTensors.write(file, new SafeTensors.Content(fresh, Map.of()));
        float[] shortest = noise(320, 1);
        float[] longer = noise(401, 2);
        try (ChoiNetwork convNet = ChoiNetwork.convNet(file)) {
            float[] together = convNet.activations(List.of(shortest, longer)).get("features");
            float[] alone = convNet.activations(List.of(longer)).get("features");
            for (int i = 0; i < alone.length; i++) {
                assertThat(together[160 + i]).isEqualTo(alone[i], within(1e-6f));
            }
            assertThat(convNet.activations(List.of()).get("taggram")).isEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> convNet.activations(List.of(noise(319, 1))));
        }
    }

    static Stream<ChoiBlock> blocks() {
        return Stream.of(new ConvNetBlock(2), new CnnBlock(2), new CrnnBlock(2));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void everyParameterOfABlockLearns(ChoiBlock block) {
        Shape batch = new Shape(1, 1, 96, 1366);
        try (Model model = PyTorch.newModel("choi", block)) {
            Towers.initialise(block, model.getNDManager(), batch, 3);
            Map<String, Tensor> before = Towers.parameters(block);
            try (Trainer trainer = model.newTrainer(
                    new DefaultTrainingConfig(Loss.l2Loss()).optOptimizer(Adam.builder().build()))) {
                trainer.initialize(batch);
                try (NDManager manager = trainer.getManager().newSubManager();
                        GradientCollector gradients = trainer.newGradientCollector()) {
                    NDArray input = manager.create(noise(1366, 5), batch);
                    gradients.backward(trainer.forward(new NDList(input)).singletonOrThrow().sub(1).square().mean());
                    trainer.step();
                }
            }
            Map<String, Tensor> after = Towers.parameters(block);
            assertThat(after).allSatisfy((name, tensor) -> assertThat(tensor).isNotEqualTo(before.get(name)));
        }
    }

    @Test
    void refusesWeightsOfAnotherNetwork() {
        assertThatThrownBy(() -> ChoiNetwork.cnn(SharedData.path("weights/MSD_vgg.h5")))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("MSD_vgg.h5 holds another network's weights");
        assertThatThrownBy(() -> ChoiNetwork.cnn(SharedData.path("weights/music_tagger_crnn_weights_tensorflow.h5")))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("another network");
    }

    private static Map<String, Tensor> fresh(ChoiBlock block, int frames) {
        try (NDManager manager = PyTorch.newManager()) {
            Towers.initialise(block, manager, new Shape(1, 1, 96, frames), 3);
            return Towers.parameters(block);
        }
    }

    private static float[] first(float[] two) {
        return Arrays.copyOf(two, two.length / 2);
    }

    /** The reference has a row a band; a network takes a row a frame. */
    private static float[] decibels(String name) {
        return Golden.array(name).permuted(1, 0).values();
    }

    private static float[] noise(int frames, long seed) {
        Random random = new Random(seed);
        float[] noise = new float[frames * 96];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }
}
