package org.tasteprint.nets.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tasteprint.nets.PyTorch;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.Towers;
import org.tasteprint.nets.Training;

class FrameNetworkTest {
    private static final int FRAMES = 24;

    /** Two sounds of the same frames in opposite order: only what looks at the order of time tells them apart. */
    @ParameterizedTest
    @CsvSource({"MAX, false", "AVERAGE, false", "MAX, true", "AVERAGE, true"})
    void learnsTheOrderOfFramesAndSaysTheSameFromItsParameters(FrameNetwork.Pooling pooling, boolean recurrent) {
        FrameNetwork network = new FrameNetwork(pooling, recurrent);
        float[] sounds = new float[2 * FRAMES * 2];
        for (int frame = 0; frame < FRAMES; frame++) {
            sounds[frame * 2 + frame % 3 % 2] = 1;
            sounds[(2 * FRAMES - 1 - frame) * 2 + frame % 3 % 2] = 1;
            sounds[frame * 2] += frame / 12f;
            sounds[(2 * FRAMES - 1 - frame) * 2] += frame / 12f;
        }
        Shape shape = new Shape(2, FRAMES, 2);
        Map<String, Tensor> parameters;
        float[] said;
        try (Training training = new Training(network.block(2), shape, 1, 0)) {
            for (int step = 0; step < 150; step++) {
                training.step(0.003, (scope, block) -> {
                    NDArray right = scope.create(new float[] {1, 0, 0, 1}, new Shape(2, 2));
                    return block.apply(scope.create(sounds, shape)).logSoftmax(1).mul(right).sum().neg();
                });
            }
            parameters = training.parameters();
            try (NDManager scope = training.newScope()) {
                said = training.infer(scope, scope.create(sounds, shape)).toFloatArray();
            }
        }
        assertThat(said[0]).isGreaterThan(said[1]);
        assertThat(said[3]).isGreaterThan(said[2]);
        try (NDManager manager = PyTorch.newManager()) {
            var block = network.block(2);
            Towers.load(block, manager, parameters);
            NDArray again = block.forward(new ParameterStore(manager, false), new NDList(manager.create(sounds, shape)), false)
                    .singletonOrThrow();
            assertThat(again.toFloatArray()).isEqualTo(said);
        }
    }
}
