package org.tasteprint.nets.musicnn;

import org.tasteprint.nets.Affine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv1d;

/** A layer of musicnn's middle: convolution over 7 frames and all channels, ReLU, batch normalisation. */
final class MiddleLayer {
    private final NDArray kernel;
    private final NDArray bias;
    private final NDArray scale;
    private final NDArray shift;

    /**
     * @param manager owns the weights
     * @param layer   0 to 2
     * @param inputs  channels that go in
     * @param outputs channels that come out
     */
    MiddleLayer(NDManager manager, MusicnnParameters parameters, int layer, int inputs, int outputs) {
        String convolution = MusicnnParameters.middle(layer);
        kernel = manager.create(
                parameters.of(convolution, "weight", outputs, inputs, MiddleBlock.FRAMES).values(),
                new Shape(outputs, inputs, MiddleBlock.FRAMES));
        bias = manager.create(parameters.of(convolution, "bias", outputs).values());
        Affine normalisation = parameters.normalisation(MusicnnParameters.middleNormalisation(layer), outputs);
        Shape perChannel = new Shape(outputs, 1);
        scale = manager.create(normalisation.scale(), perChannel);
        shift = manager.create(normalisation.shift(), perChannel);
    }

    /**
     * @param input patches×inputs×frames
     * @return patches×outputs×frames
     */
    NDArray forward(NDArray input) {
        NDArray products = Conv1d.conv1d(input, kernel, bias, new Shape(1), new Shape(MiddleBlock.FRAMES / 2)).singletonOrThrow();
        return NDArrays.maximum(products, 0).muli(scale).addi(shift);
    }
}
