package org.tasteprint.nets.musicnn;

import org.tasteprint.nets.Affine;
import org.tasteprint.nets.format.KerasWeights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv1d;

/** A layer of musicnn's middle: convolution over 7 frames and all channels, ReLU, batch normalisation. */
final class MiddleLayer {
    /** Channels that come out. */
    static final int CHANNELS = 64;

    private static final int FRAMES = 7;

    private final NDArray kernel;
    private final NDArray bias;
    private final NDArray scale;
    private final NDArray shift;

    /**
     * @param manager owns the weights
     * @param number  1 to 3
     * @param inputs  channels that go in
     */
    MiddleLayer(NDManager manager, KerasWeights weights, int number, int inputs) {
        String convolution = "midend_conv" + number;
        try (NDArray keras = manager.create(
                        weights.weight(convolution, "kernel", FRAMES, inputs, 1, CHANNELS),
                        new Shape(FRAMES, inputs, CHANNELS));
                NDArray transposed = keras.transpose(2, 1, 0)) {
            kernel = transposed.duplicate();
        }
        bias = manager.create(weights.weight(convolution, "bias", CHANNELS));
        Affine normalisation = weights.normalisation("bn_midend_conv" + number, CHANNELS);
        Shape perChannel = new Shape(CHANNELS, 1);
        scale = manager.create(normalisation.scale(), perChannel);
        shift = manager.create(normalisation.shift(), perChannel);
    }

    /**
     * @param input patches×inputs×frames
     * @return patches×64×frames
     */
    NDArray forward(NDArray input) {
        NDArray products = Conv1d.conv1d(input, kernel, bias, new Shape(1), new Shape(FRAMES / 2)).singletonOrThrow();
        return NDArrays.maximum(products, 0).muli(scale).addi(shift);
    }
}
