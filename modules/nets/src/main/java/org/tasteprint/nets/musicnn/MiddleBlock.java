package org.tasteprint.nets.musicnn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;

/**
 * musicnn's middle and its pooling: three convolutions over time, the second and third added to what they got; then of each of
 * their channels and of the front end's the maximum and the mean over time.
 */
final class MiddleBlock extends AbstractBlock {
    static final int LAYERS = 3;

    /** Length of the kernels in frames. */
    static final int FRAMES = 7;

    private final MusicnnWidths widths;
    private final List<Block> convolutions = new ArrayList<>();
    private final List<Block> normalisations = new ArrayList<>();

    MiddleBlock(MusicnnWidths widths) {
        this.widths = widths;
        for (int layer = 1; layer <= LAYERS; layer++) {
            convolutions.add(addChildBlock("convolution" + layer, Layers.convolution(widths.middle(), FRAMES)));
            normalisations.add(addChildBlock("normalisation" + layer, Layers.normalisation()));
        }
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> options) {
        NDArray front = inputs.singletonOrThrow();
        NDList all = new NDList(front);
        NDArray current = front;
        for (int layer = 0; layer < LAYERS; layer++) {
            NDArray products =
                    convolutions.get(layer).forward(parameters, new NDList(current), training).singletonOrThrow();
            NDArray normalised = normalisations
                    .get(layer)
                    .forward(parameters, new NDList(Activation.relu(products)), training)
                    .singletonOrThrow();
            current = layer == 0 ? normalised : normalised.add(current);
            all.add(current);
        }
        NDArray channels = NDArrays.concat(all, 1);
        // Interleaved: the maximum of channel 0, its mean, the maximum of channel 1...
        NDArray pooled = channels.max(new int[] {2}).stack(channels.mean(new int[] {2}), 2);
        return new NDList(pooled.reshape(pooled.getShape().get(0), 2L * widths.pooled()));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        Shape[] shapes = inputShapes;
        for (int layer = 0; layer < LAYERS; layer++) {
            convolutions.get(layer).initialize(manager, dataType, shapes);
            shapes = convolutions.get(layer).getOutputShapes(shapes);
            normalisations.get(layer).initialize(manager, dataType, shapes);
        }
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return new Shape[] {new Shape(inputShapes[0].get(0), 2L * widths.pooled())};
    }
}
