package org.tasteprint.nets.vgg;

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
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.nets.Golden;
import org.tasteprint.nets.Patches;
import org.tasteprint.nets.PyTorch;
import org.tasteprint.nets.SharedData;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.Towers;
import org.tasteprint.nets.format.CheckpointWriter;

class VggTest {
    private static final Shape PATCH = new Shape(1, 1, Patches.FRAMES, Patches.BANDS);

    @ParameterizedTest
    @CsvSource({"MSD,187,4", "MSD,61,10", "MTT,187,4", "MTT,61,10"})
    void agreesWithTheReferenceOnRealMusic(String weights, int hop, int patches) {
        try (Vgg vgg = Vgg.load(SharedData.path("weights/%s_vgg.h5".formatted(weights)))) {
            for (String excerpt : new String[] {"brahms", "vibeace", "fishin"}) {
                String golden = "%s_16k_12s.%s_vgg.hop%d.".formatted(excerpt, weights, hop);

                Map<String, float[]> activations = vgg.activations(Golden.patches(excerpt, hop, patches));

                Golden.assertNear(activations.get(Vgg.TAGGRAM), golden + "taggram", 1e-5);
                Golden.assertNear(activations.get(Vgg.POOL5), golden + "pool5", 1e-4);
            }
        }
    }

    @Test
    void theBlockTakesThePublishedWeights() {
        Map<String, Tensor> parameters = Vgg.parameters(SharedData.path("weights/MSD_vgg.h5"));
        try (NDManager manager = PyTorch.newManager()) {
            float[] logits = forward(parameters, 50, manager, Golden.patches("brahms", 187, 4).separate());
            Golden.assertNear(probabilities(logits), "brahms_16k_12s.MSD_vgg.hop187.taggram", 1e-5);
        }
    }

    @Test
    void readsTheCheckpointsOfTheOriginal(@TempDir Path folder) throws IOException {
        Map<String, Tensor> parameters = trained(3);
        Map<String, Tensor> variables = new LinkedHashMap<>();
        for (int layer = 0; layer < 6; layer++) {
            String ours = "01convolutions_%02dBatchNorm_".formatted(layer == 0 ? 1 : 5 * layer - 1);
            String theirs = layer == 0 ? "batch_normalization/" : "batch_normalization_%d/".formatted(layer);
            variables.put(theirs + "gamma", parameters.get(ours + "gamma"));
            variables.put(theirs + "beta", parameters.get(ours + "beta"));
            variables.put(theirs + "moving_mean", parameters.get(ours + "runningMean"));
            variables.put(theirs + "moving_variance", parameters.get(ours + "runningVar"));
        }
        for (int layer = 1; layer <= 5; layer++) {
            String ours = "01convolutions_%02dConv2d_".formatted(5 * layer - 3);
            variables.put(layer + "CNN/kernel", parameters.get(ours + "weight").permuted(2, 3, 1, 0));
            variables.put(layer + "CNN/bias", parameters.get(ours + "bias"));
        }
        variables.put("dense/kernel", parameters.get("02output_weight").permuted(1, 0));
        variables.put("dense/bias", parameters.get("02output_bias"));

        Path index = new CheckpointWriter(10, false).write(folder, "", variables);

        assertThat(Vgg.parameters(index)).containsExactlyInAnyOrderEntriesOf(parameters);
    }

    @Test
    void foldingChangesNothing() {
        Map<String, Tensor> parameters = trained(3);
        float[] patches = noise(3);
        try (NDManager manager = PyTorch.newManager();
                Vgg vgg = Vgg.of(parameters)) {
            float[] expected = probabilities(forward(parameters, 3, manager, patches));

            assertThat(vgg.activations(Patches.separate(patches, 3)).get(Vgg.TAGGRAM)).containsExactly(expected, within(1e-5f));
        }
    }

    @Test
    void theBlockLearns() {
        VggBlock block = new VggBlock(2);
        try (Model model = PyTorch.newModel("vgg", block)) {
            Towers.load(block, model.getNDManager(), trained(2));
            Map<String, Tensor> before = Towers.parameters(block);
            try (Trainer trainer = model.newTrainer(
                    new DefaultTrainingConfig(Loss.l2Loss()).optOptimizer(Adam.builder().build()))) {
                trainer.initialize(PATCH);
                try (NDManager manager = trainer.getManager().newSubManager();
                        GradientCollector gradients = trainer.newGradientCollector()) {
                    NDArray input = manager.create(noise(1), PATCH);
                    gradients.backward(trainer.forward(new NDList(input)).singletonOrThrow().square().mean());
                    trainer.step();
                }
            }
            assertThat(Towers.parameters(block)).allSatisfy((name, tensor) -> assertThat(tensor).isNotEqualTo(before.get(name)));
        }
    }

    @Test
    void refusesWhatItCannotUse() {
        Map<String, Tensor> incomplete = new LinkedHashMap<>(trained(2));
        incomplete.remove("02output_bias");
        assertThatThrownBy(() -> Vgg.of(incomplete))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("VGG's: there is no bias of 02output");
        assertThatThrownBy(() -> Vgg.load(SharedData.path("weights/MSD_musicnn.h5")))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("another network's weights");
        try (Vgg vgg = Vgg.of(trained(2))) {
            assertThat(vgg.activations(Patches.separate(new float[0], 0)).get(Vgg.POOL5)).isEmpty();
        }
    }

    private static float[] forward(Map<String, Tensor> parameters, int tags, NDManager manager, float[] patches) {
        VggBlock block = new VggBlock(tags);
        Towers.load(block, manager, parameters);
        NDArray input = manager.create(patches, new Shape(patches.length / PATCH.size(), 1, Patches.FRAMES, Patches.BANDS));
        return block.forward(new ParameterStore(manager, false), new NDList(input), false)
                .singletonOrThrow()
                .toFloatArray();
    }

    private static float[] probabilities(float[] logits) {
        float[] probabilities = new float[logits.length];
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = (float) (1 / (1 + Math.exp(-logits[i])));
        }
        return probabilities;
    }

    /** Parameters as training might leave them: scales of either sign, statistics that are not 0 and 1, every third filter zero. */
    private static Map<String, Tensor> trained(int tags) {
        Random random = new Random(7);
        VggBlock block = new VggBlock(tags);
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        try (NDManager manager = PyTorch.newManager()) {
            Towers.initialise(block, manager, PATCH, 7);
            Towers.parameters(block).forEach((name, tensor) -> {
                float[] values = tensor.values().clone();
                for (int i = 0; i < values.length; i++) {
                    if (name.endsWith("Conv2d_weight")) {
                        values[i] *= i / (values.length / 128) % 3 == 0 ? 0 : 1;
                    } else if (!name.endsWith("_weight")) {
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
        float[] noise = new float[patches * (int) PATCH.size()];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = 2 * random.nextFloat();
        }
        return noise;
    }
}
