package org.tasteprint.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tasteprint.core.TasteprintException;

class TowersTest {
    private static final Shape PATCHES = new Shape(1, 1, Patches.FRAMES, Patches.BANDS);

    @Test
    void theSameSeedGivesTheSameTower() {
        assertThat(fresh(() -> Towers.dense(8, 4, 0.2f), new Shape(1, 6), 7))
                .isEqualTo(fresh(() -> Towers.dense(8, 4, 0.2f), new Shape(1, 6), 7))
                .isNotEqualTo(fresh(() -> Towers.dense(8, 4, 0.2f), new Shape(1, 6), 8));
        assertThat(fresh(() -> Towers.conv(4), PATCHES, 7)).isEqualTo(fresh(() -> Towers.conv(4), PATCHES, 7));
    }

    @Test
    void theDenseTowerLearnsAndRepeatsItself() {
        Run first = train(Towers.dense(16, 2, 0.1f), new Shape(24, 5), 60);
        Run second = train(Towers.dense(16, 2, 0.1f), new Shape(24, 5), 60);

        assertThat(first.lastLoss()).isLessThan(first.firstLoss() / 2);
        assertThat(second.parameters()).isEqualTo(first.parameters());
    }

    @Test
    void theConvolutionalTowerLearnsAndMovesItsRunningStatistics() {
        Run run = train(Towers.conv(2), new Shape(4, 1, 48, 32), 8);

        assertThat(run.lastLoss()).isLessThan(run.firstLoss() / 2);
        assertThat(run.parameters()).anySatisfy((name, tensor) -> {
            assertThat(name).contains("BatchNorm").endsWith("runningMean");
            assertThat(tensor.values()[0]).isNotZero();
        });
    }

    @Test
    void aLoadedTowerGivesWhatTheSavedOneGave() {
        Run run = train(Towers.conv(3), new Shape(4, 1, 48, 32), 2);
        try (NDManager manager = PyTorch.newManager()) {
            Block loaded = Towers.conv(3);
            Towers.load(loaded, manager, run.parameters());
            assertThat(Towers.parameters(loaded)).isEqualTo(run.parameters());

            NDArray input = manager.create(noise(4 * 48 * 32, 3), new Shape(4, 1, 48, 32));
            float[] output = forward(loaded, manager, input);
            assertThat(output).hasSize(12).containsExactly(run.output(), within(1e-5f));
        }
    }

    @Test
    void embedsWholePatches() {
        try (NDManager manager = PyTorch.newManager()) {
            Block tower = Towers.conv(40);
            Towers.initialise(tower, manager, PATCHES, 1);
            NDArray patches = manager.create(noise(2 * 187 * 96, 1), new Shape(2, 1, 187, 96));
            assertThat(forward(tower, manager, patches)).hasSize(80).doesNotContain(Float.NaN);
        }
    }

    @Test
    void refusesTheWeightsOfAnotherTower() {
        Map<String, Tensor> parameters = fresh(() -> Towers.dense(8, 4, 0), new Shape(1, 6), 1);
        try (NDManager manager = PyTorch.newManager()) {
            Block wider = Towers.dense(9, 4, 0);
            Towers.initialise(wider, manager, new Shape(1, 6), 1);
            assertThatThrownBy(() -> Towers.load(wider, manager, parameters))
                    .isInstanceOf(TasteprintException.class)
                    .hasMessageContaining("another network");
            assertThatThrownBy(() -> Towers.load(Towers.conv(4), manager, parameters))
                    .isInstanceOf(TasteprintException.class)
                    .hasMessageContaining("is missing");
            Map<String, Tensor> more = new LinkedHashMap<>(parameters);
            more.put("extra", new Tensor(new long[] {1}, new float[1]));
            assertThatThrownBy(() -> Towers.load(Towers.dense(8, 4, 0), manager, more))
                    .isInstanceOf(TasteprintException.class)
                    .hasMessageContaining("extra");
        }
    }

    private record Run(double firstLoss, double lastLoss, Map<String, Tensor> parameters, float[] output) {}

    private static Map<String, Tensor> fresh(Supplier<Block> tower, Shape input, long seed) {
        try (NDManager manager = PyTorch.newManager()) {
            Block block = tower.get();
            Towers.initialise(block, manager, input, seed);
            return Towers.parameters(block);
        }
    }

    /** Teaches a tower to give random targets for random inputs. */
    private static Run train(Block tower, Shape input, int steps) {
        PyTorch.seed(5);
        try (NDManager manager = PyTorch.newManager()) {
            Towers.initialise(tower, manager, input, 1);
            Optimizer adam = Optimizer.adam().optLearningRateTracker(Tracker.fixed(0.01f)).build();
            NDArray examples = manager.create(noise((int) input.size(), 1), input);
            long rows = input.get(0);
            int dimensions = (int) tower.getOutputShapes(new Shape[] {input})[0].get(1);
            NDArray targets = manager.create(noise((int) rows * dimensions, 2), new Shape(rows, dimensions));
            double first = 0;
            double last = 0;
            for (int step = 0; step < steps; step++) {
                last = step(tower, manager, adam, examples, targets);
                first = step == 0 ? last : first;
            }
            float[] output = forward(tower, manager, manager.create(noise((int) input.size(), 3), input));
            return new Run(first, last, Towers.parameters(tower), output);
        }
    }

    private static double step(Block tower, NDManager manager, Optimizer adam, NDArray examples, NDArray targets) {
        ParameterStore store = new ParameterStore(manager, false);
        tower.getParameters().values().stream()
                .filter(parameter -> parameter.requiresGradient())
                .forEach(parameter -> parameter.getArray().setRequiresGradient(true));
        double value;
        try (GradientCollector gradients = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray output = tower.forward(store, new NDList(examples), true).singletonOrThrow();
            NDArray loss = output.sub(targets).square().mean();
            gradients.backward(loss);
            value = loss.getFloat();
        }
        tower.getParameters().forEach(named -> {
            if (named.getValue().requiresGradient()) {
                NDArray array = named.getValue().getArray();
                adam.update(named.getKey(), array, array.getGradient());
                array.getGradient().subi(array.getGradient());
            }
        });
        return value;
    }

    private static float[] forward(Block tower, NDManager manager, NDArray input) {
        return tower.forward(new ParameterStore(manager, false), new NDList(input), false)
                .singletonOrThrow()
                .toFloatArray();
    }

    private static float[] noise(int values, long seed) {
        Random random = new Random(seed);
        float[] noise = new float[values];
        for (int i = 0; i < values; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }
}
