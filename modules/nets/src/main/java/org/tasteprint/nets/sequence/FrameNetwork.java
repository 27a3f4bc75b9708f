package org.tasteprint.nets.sequence;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import ai.djl.nn.recurrent.LSTM;

/**
 * Convolutions over time: 128 filters over 3 frames, pooling of every 2, 64 filters over 3, then a pool over all of time or an LSTM
 * of 64 units whose last state counts, 25 % dropout and a linear layer; ReLU between (Ghosal and Kolekar 2018). The bands are
 * normalised first, by running statistics: they have units of their own.
 *
 * @param pooling   what a pool makes of frames
 * @param recurrent whether an LSTM stands in place of the last pool
 */
public record FrameNetwork(Pooling pooling, boolean recurrent) {
    /** Frames of 46 ms that the network takes: 30 seconds. */
    public static final int FRAMES = 646;

    private static final int FIRST_FILTERS = 128;
    private static final int SECOND_FILTERS = 64;
    private static final int WIDTH = 3;
    private static final Shape EVERY = new Shape(2);
    private static final float DROPOUT = 0.25f;

    /** What a pool makes of frames. */
    public enum Pooling {
        /** The largest. */
        MAX,
        /** The mean. */
        AVERAGE
    }

    /** Returns a block without weights, from N×frames×bands to N×{@code labels}. */
    public Block block(int labels) {
        SequentialBlock network = new SequentialBlock()
                .addSingleton(FrameNetwork::swapped)
                .add(BatchNorm.builder().build())
                .add(convolution(FIRST_FILTERS))
                .add(Activation.reluBlock())
                .add(pooling == Pooling.MAX
                        ? Pool.maxPool1dBlock(EVERY, EVERY)
                        : Pool.avgPool1dBlock(EVERY, EVERY, new Shape(0), false, true))
                .add(convolution(SECOND_FILTERS))
                .add(Activation.reluBlock());
        if (recurrent) {
            network.addSingleton(FrameNetwork::swapped)
                    .add(LSTM.builder().setNumLayers(1).setStateSize(SECOND_FILTERS).optBatchFirst(true).build())
                    .addSingleton(states -> states.get(":, -1"));
        } else {
            network.add(pooling == Pooling.MAX ? Pool.globalMaxPool1dBlock() : Pool.globalAvgPool1dBlock());
        }
        return network.add(Dropout.builder().optRate(DROPOUT).build())
                .add(Linear.builder().setUnits(labels).build());
    }

    private static NDArray swapped(NDArray framesAndBands) {
        return framesAndBands.transpose(0, 2, 1);
    }

    private static Block convolution(int filters) {
        return Conv1d.builder().setFilters(filters).setKernelShape(new Shape(WIDTH)).build();
    }
}
