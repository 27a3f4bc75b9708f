package org.tasteprint.nets.musicnn;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.nets.Patches;
import org.tasteprint.nets.PyTorch;
import org.tasteprint.nets.SharedData;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.Towers;
import org.tasteprint.nets.musicnn.MusicnnBlock.Stage;

class MusicnnBlockTest {
    private static final MusicnnWidths NARROW = new MusicnnWidths(6, 3, 5, 7, 4);

    @Test
    void computesWhatTheFastNetworkComputes() {
        Map<String, Tensor> parameters = trained(NARROW);
        float[] patches = noise(3);
        try (NDManager manager = PyTorch.newManager();
                Musicnn fast = Musicnn.of(parameters)) {
            var expected = fast.analyse(Patches.separate(patches, 3));

            float[] logits = forward(parameters, NARROW, manager, patches, 3);

            for (int i = 0; i < logits.length; i++) {
                assertThat(1 / (1 + Math.exp(-logits[i]))).isEqualTo(expected.taggram()[i], within(1e-5));
            }
            assertThat(fast.widths()).isEqualTo(NARROW);
            assertThat(expected.penultimate()).hasSize(3 * NARROW.dense());
        }
    }

    @Test
    void takesThePublishedWeights() {
        Map<String, Tensor> parameters = Musicnn.parameters(SharedData.path("weights/MSD_musicnn.h5"));
        float[] patches = noise(2);
        try (NDManager manager = PyTorch.newManager();
                Musicnn fast = Musicnn.of(parameters)) {
            assertThat(MusicnnWidths.of(parameters)).isEqualTo(MusicnnWidths.PUBLISHED);

            float[] logits = forward(parameters, MusicnnWidths.PUBLISHED, manager, patches, 2);

            float[] expected = fast.analyse(Patches.separate(patches, 2)).taggram();
            for (int i = 0; i < logits.length; i++) {
                assertThat(1 / (1 + Math.exp(-logits[i]))).isEqualTo(expected[i], within(1e-5));
            }
        }
    }

    @Test
    void trainingFromAStageLeavesTheStagesBelowAsTheyAre() {
        Map<String, Tensor> before = trained(NARROW);
        MusicnnBlock block = new MusicnnBlock(NARROW);
        Shape batch = new Shape(4, 1, Patches.FRAMES, Patches.BANDS);
        try (Model model = PyTorch.newModel("musicnn", block)) {
            Towers.load(block, model.getNDManager(), before);
            block.trainFrom(Stage.DENSE);
            try (Trainer trainer = model.newTrainer(
                    new DefaultTrainingConfig(Loss.l2Loss()).optOptimizer(Adam.builder().build()))) {
                trainer.initialize(batch);
                try (NDManager manager = trainer.getManager().newSubManager();
                        GradientCollector gradients = trainer.newGradientCollector()) {
                    NDArray input = manager.create(noise(4), batch);
                    NDArray logits = trainer.forward(new NDList(input)).singletonOrThrow();
                    gradients.backward(logits.square().mean());
                    trainer.step();
                }
            }

            Map<String, Tensor> after = Towers.parameters(block);

            after.forEach((name, tensor) -> {
                if (name.startsWith("01frontEnd") || name.startsWith("02middle")) {
                    assertThat(tensor).as(name).isEqualTo(before.get(name));
                } else {
                    assertThat(tensor).as(name).isNotEqualTo(before.get(name));
                }
            });
        }
    }

    @Test
    void runsFromAnyStageOnWhatTheStagesBelowGave() {
        Map<String, Tensor> parameters = trained(NARROW);
        float[] patches = noise(2);
        MusicnnBlock block = new MusicnnBlock(NARROW);
        try (NDManager manager = PyTorch.newManager();
                Musicnn fast = Musicnn.of(parameters)) {
            Towers.load(block, manager, parameters);
            ParameterStore store = new ParameterStore(manager, false);
            NDArray front = manager.create(
                    fast.frontEnd(Patches.separate(patches, 2)), new Shape(2, NARROW.frontEnd(), Patches.FRAMES));

            block.enterAt(Stage.MIDDLE);
            float[] fromMiddle = block.forward(store, new NDList(front), false)
                    .singletonOrThrow()
                    .toFloatArray();

            assertThat(fromMiddle)
                    .containsExactly(forward(parameters, NARROW, manager, patches, 2), within(1e-4f));
        }
    }

    @Test
    void refusesParametersOfAnotherNetwork() {
        Map<String, Tensor> incomplete = new LinkedHashMap<>(trained(NARROW));
        incomplete.remove(MusicnnParameters.DENSE + "_weight");

        assertThatThrownBy(() -> Musicnn.of(incomplete))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("there is no weight of 03dense_03Linear");
    }

    private static float[] forward(
            Map<String, Tensor> parameters, MusicnnWidths widths, NDManager manager, float[] patches, int n) {
        MusicnnBlock block = new MusicnnBlock(widths);
        Towers.load(block, manager, parameters);
        NDArray input = manager.create(patches, new Shape(n, 1, Patches.FRAMES, Patches.BANDS));
        return block.forward(new ParameterStore(manager, false), new NDList(input), false)
                .singletonOrThrow()
                .toFloatArray();
    }

    /** Parameters as training might leave them: scales of either sign, and running statistics that are not 0 and 1. */
    private static Map<String, Tensor> trained(MusicnnWidths widths) {
        Random random = new Random(7);
        MusicnnBlock block = new MusicnnBlock(widths);
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        try (NDManager manager = PyTorch.newManager()) {
            Towers.initialise(block, manager, new Shape(1, 1, Patches.FRAMES, Patches.BANDS), 7);
            Towers.parameters(block).forEach((name, tensor) -> {
                float[] values = tensor.values().clone();
                if (!name.endsWith("_weight")) {
                    for (int i = 0; i < values.length; i++) {
                        values[i] = name.endsWith("Var") ? 0.5f + random.nextFloat() : (float) random.nextGaussian();
                    }
                }
                parameters.put(name, new Tensor(tensor.shape(), values));
            });
        }
        return parameters;
    }

    private static float[] noise(int patches) {
        Random random = new Random(1);
        float[] noise = new float[patches * Patches.SIZE];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = 2 * random.nextFloat();
        }
        return noise;
    }
}
