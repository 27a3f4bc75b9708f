package org.tasteprint.nets.choi;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
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
 * The network of "Transfer learning for music classification and regression tasks" (Choi et al. 2017) to train: five layers of 32
 * filters, the maximum over everything, a linear layer. N×1×96×frames, 320 frames at least, to N×tags logits.
 */
public final class ConvNetBlock extends ChoiBlock {
    static final String CHAIN = "01chain";
    static final String OUTPUT = "02output";
    static final int LAYERS = 5;
    static final int LEAST_FRAMES = 320;

    private static final int FILTERS = 32;
    private static final float EPSILON = 1e-3f;

    private final ConvolutionChain chain;
    private final Block output;

    /**
     * A network without weights.
     *
     * @param tags outputs
     */
    public ConvNetBlock(int tags) {
        chain = addChildBlock("chain", new ConvolutionChain(EPSILON, List.of(
                new Layer(FILTERS, 2, 4),
                new Layer(FILTERS, 3, 4),
                new Layer(FILTERS, 2, 5),
                new Layer(FILTERS, 2, 4),
                new Layer(FILTERS, 4, 4))));
        output = addChildBlock("output", Linear.builder().setUnits(tags).build());
    }

    /** The features are the means of all layers' channels before their poolings: 5 × 32. */
    @Override
    Outputs outputs(ParameterStore parameters, NDArray excerpts, boolean training) {
        NDList activations = chain.activations(parameters, excerpts, training);
        NDList means = new NDList();
        activations.stream().limit(LAYERS).forEach(layer -> means.add(layer.mean(new int[] {3}).mean(new int[] {2})));
        NDArray maxima = activations.getLast().max(new int[] {3}).max(new int[] {2});
        return new Outputs(
                NDArrays.concat(means, 1), output.forward(parameters, new NDList(maxima), training).singletonOrThrow(),
                Optional.empty());
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        chain.initialize(manager, dataType, inputShapes);
        output.initialize(manager, dataType, new Shape(inputShapes[0].get(0), FILTERS));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return output.getOutputShapes(new Shape[] {new Shape(inputShapes[0].get(0), FILTERS)});
    }
}
