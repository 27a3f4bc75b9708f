package org.tasteprint.nets.musicnn;

import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;

/** The last two stages of {@link MusicnnBlock}: chains of simple layers, with the dropout of half that musicnn was trained with. */
final class DenseStages {
    private static final float DROPOUT = 0.5f;

    private DenseStages() {}

    /** Normalisation of the pooled channels, dropout, a linear layer, ReLU, normalisation. */
    static Block dense(int units) {
        return new SequentialBlock()
                .add(Layers.normalisation())
                .add(dropout())
                .add(Linear.builder().setUnits(units).build())
                .add(Activation.reluBlock())
                .add(Layers.normalisation());
    }

    /** Dropout and the linear layer of the outputs. */
    static Block tags(int outputs) {
        return new SequentialBlock().add(dropout()).add(Linear.builder().setUnits(outputs).build());
    }

    private static Block dropout() {
        return Dropout.builder().optRate(DROPOUT).build();
    }
}
