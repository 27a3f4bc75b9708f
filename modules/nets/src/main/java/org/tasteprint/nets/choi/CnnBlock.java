package org.tasteprint.nets.choi;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import java.util.List;
import java.util.Optional;
import org.tasteprint.nets.choi.ConvolutionChain.Layer;

/**
 * The tagger of "Automatic tagging using deep convolutional neural networks" (Choi et al. 2016) to train, with the widths of the
 * published weights: normalisation of each moment in time, five layers of filters down to one cell, a linear layer. N×1×96×1366 to
 * N×tags logits.
 */
public final class CnnBlock extends ChoiBlock {
    static final String INPUT_NORMALISATION = "01normalisation";
    static final String CHAIN = "02chain";
    static final String OUTPUT = "03output";
    static final int LAYERS = 5;
    static final int FRAMES = 1366;

    static final int FEATURES = 256;
    static final Layer LAST = new Layer(FEATURES, 4, 4);

    /** What the last layer is given: channels, bands, frames. */
    static final Shape BELOW = new Shape(192, 4, 4);

    private final Block normalisation;
    private final ConvolutionChain chain;
    private final Block output;

    /**
     * A network without weights.
     *
     * @param tags outputs
     */
    public CnnBlock(int tags) {
        normalisation = addChildBlock("normalisation", TaggerNormalisation.ofMoments());
        chain = addChildBlock("chain", new ConvolutionChain(TaggerNormalisation.EPSILON, List.of(
                new Layer(32, 2, 4),
                new Layer(128, 2, 4),
                new Layer(128, 2, 4),
                new Layer(192, 3, 5),
                LAST)));
        output = addChildBlock("output", Linear.builder().setUnits(tags).build());
    }

    /** The features are what is left after the last pooling: 256. */
    @Override
    Outputs outputs(ParameterStore parameters, NDArray excerpts, boolean training) {
        NDList input = normalisation.forward(parameters, new NDList(excerpts), training);
        NDArray below = chain.pooled(parameters, input.singletonOrThrow(), training, 0, LAYERS - 1);
        NDArray features = chain.pooled(parameters, below, training, LAYERS - 1, LAYERS).reshape(-1, FEATURES);
        return new Outputs(features, output.forward(parameters, new NDList(features), training).singletonOrThrow(), Optional.of(below));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        normalisation.initialize(manager, dataType, inputShapes);
        chain.initialize(manager, dataType, inputShapes);
        output.initialize(manager, dataType, new Shape(inputShapes[0].get(0), FEATURES));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return output.getOutputShapes(new Shape[] {new Shape(inputShapes[0].get(0), FEATURES)});
    }
}
