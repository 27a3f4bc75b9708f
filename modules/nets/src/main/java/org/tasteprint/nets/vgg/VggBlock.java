package org.tasteprint.nets.vgg;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.List;

/**
 * The VGG tagger of Pons and Serra (2019) as a network to train: N×1×187×96 log-mel patches to N×tags logits (before the sigmoid).
 *
 * <p>Five times: 3×3 convolution to 128 channels, ReLU, batch normalisation, max pooling, dropout; then a linear layer. To look
 * at music, {@link Vgg} computes the same several times faster.
 */
public final class VggBlock extends AbstractBlock {
    static final String INPUT_NORMALISATION = "01convolutions_01BatchNorm";
    static final String OUTPUT = "02output";
    static final int LAYERS = 5;
    static final int FILTERS = 128;

    /** Added to the variance in every batch normalisation. */
    static final float EPSILON = 1e-3f;

    /** Length of the last pooling's output: 2 moments of 128 channels, moment by moment. */
    static final int POOLED = 2 * FILTERS;

    private static final float DROPOUT = 0.25f;
    private static final float LAST_DROPOUT = 0.5f;

    /** A pooling's window and step, in frames and bands. */
    record Pooling(Shape window, Shape step) {
        private static Pooling of(int frames, int bands, int frameStep, int bandStep) {
            return new Pooling(new Shape(frames, bands), new Shape(frameStep, bandStep));
        }
    }

    /** The first takes the maximum of 4 frames and leaves every second band out. */
    static final List<Pooling> POOLINGS = List.of(
            Pooling.of(4, 1, 2, 2),
            Pooling.of(2, 2, 2, 2),
            Pooling.of(2, 2, 2, 2),
            Pooling.of(2, 2, 2, 2),
            Pooling.of(4, 4, 4, 4));

    private final Block convolutions;
    private final Block output;

    /**
     * A network without weights.
     *
     * @param tags outputs
     */
    public VggBlock(int tags) {
        SequentialBlock chain = new SequentialBlock().add(normalisation());
        for (Pooling pooling : POOLINGS) {
            chain.add(Conv2d.builder()
                            .setFilters(FILTERS)
                            .setKernelShape(new Shape(3, 3))
                            .optPadding(new Shape(1, 1))
                            .build())
                    .add(Activation.reluBlock())
                    .add(normalisation())
                    .add(Pool.maxPool2dBlock(pooling.window(), pooling.step()))
                    .add(Dropout.builder().optRate(pooling == POOLINGS.getLast() ? LAST_DROPOUT : DROPOUT).build());
        }
        chain.addSingleton(pooled -> pooled.transpose(0, 2, 3, 1).reshape(-1, POOLED));
        convolutions = addChildBlock("convolutions", chain);
        output = addChildBlock("output", Linear.builder().setUnits(tags).build());
    }

    private static Block normalisation() {
        return BatchNorm.builder().optEpsilon(EPSILON).build();
    }

    /** Name of a convolution, 0 to 4, before that of its parameter. */
    static String convolution(int layer) {
        return "01convolutions_%02dConv2d".formatted(5 * layer + 2);
    }

    /** Name of the batch normalisation after a convolution. */
    static String normalisation(int layer) {
        return "01convolutions_%02dBatchNorm".formatted(5 * layer + 4);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> options) {
        return output.forward(parameters, convolutions.forward(parameters, inputs, training), training);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        convolutions.initialize(manager, dataType, inputShapes);
        output.initialize(manager, dataType, convolutions.getOutputShapes(inputShapes));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return output.getOutputShapes(convolutions.getOutputShapes(inputShapes));
    }
}
