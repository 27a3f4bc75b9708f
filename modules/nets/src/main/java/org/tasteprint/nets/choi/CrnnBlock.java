package org.tasteprint.nets.choi;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import java.util.List;
import java.util.Optional;
import org.tasteprint.nets.choi.ConvolutionChain.Layer;

/**
 * The tagger of "Convolutional recurrent neural networks for music classification" (Choi et al. 2017) to train, with the widths of the
 * published weights: silence on either side, normalisation of each moment in time, four layers of filters, two layers of recurrent
 * units over the 15 moments that are left, a linear layer on the last. N×1×96×1366 to N×tags logits.
 */
public final class CrnnBlock extends ChoiBlock {
    static final String INPUT_NORMALISATION = "01normalisation";
    static final String CHAIN = "02chain";
    static final String FIRST_UNITS = "03first";
    static final String SECOND_UNITS = "04second";
    static final String OUTPUT = "05output";
    static final int LAYERS = 4;
    static final int UNITS = 32;

    /** Frames of zeros on either side. */
    private static final int MARGIN = 37;

    private static final int CHANNELS = 128;

    private final Block normalisation;
    private final ConvolutionChain chain;
    private final Block first;
    private final Block second;
    private final Block output;

    /**
     * A network without weights.
     *
     * @param tags outputs
     */
    public CrnnBlock(int tags) {
        normalisation = addChildBlock("normalisation", TaggerNormalisation.ofMoments());
        chain = addChildBlock("chain", new ConvolutionChain(TaggerNormalisation.EPSILON, List.of(
                new Layer(64, 2, 2), new Layer(CHANNELS, 3, 3), new Layer(CHANNELS, 4, 4), new Layer(CHANNELS, 4, 4))));
        first = addChildBlock("first", new GatedRecurrentUnit(UNITS));
        second = addChildBlock("second", new GatedRecurrentUnit(UNITS));
        output = addChildBlock("output", Linear.builder().setUnits(tags).build());
    }

    /** The features are the last state of the second recurrent layer: 32. */
    @Override
    Outputs outputs(ParameterStore parameters, NDArray excerpts, boolean training) {
        NDArray states = second.forward(parameters, new NDList(firstStates(parameters, excerpts, training)), training)
                .singletonOrThrow();
        NDArray features = states.get(new NDIndex(":, -1"));
        return new Outputs(features, output.forward(parameters, new NDList(features), training).singletonOrThrow(), Optional.empty());
    }

    /** The states of the first recurrent layer: N×15×32. */
    NDArray firstStates(ParameterStore parameters, NDArray excerpts, boolean training) {
        NDList padded = new NDList(excerpts.pad(new Shape(MARGIN, MARGIN), 0));
        NDArray channels = chain.forward(parameters, normalisation.forward(parameters, padded, training), training)
                .singletonOrThrow();
        NDArray moments = channels.squeeze(2).transpose(0, 2, 1);
        return first.forward(parameters, new NDList(moments), training).singletonOrThrow();
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        Shape excerpts = inputShapes[0];
        Shape padded = new Shape(excerpts.get(0), excerpts.get(1), excerpts.get(2), excerpts.get(3) + 2L * MARGIN);
        normalisation.initialize(manager, dataType, padded);
        chain.initialize(manager, dataType, padded);
        Shape moments = new Shape(excerpts.get(0), chain.getOutputShapes(new Shape[] {padded})[0].get(3), CHANNELS);
        first.initialize(manager, dataType, moments);
        second.initialize(manager, dataType, first.getOutputShapes(new Shape[] {moments}));
        output.initialize(manager, dataType, new Shape(excerpts.get(0), UNITS));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return output.getOutputShapes(new Shape[] {new Shape(inputShapes[0].get(0), UNITS)});
    }
}
