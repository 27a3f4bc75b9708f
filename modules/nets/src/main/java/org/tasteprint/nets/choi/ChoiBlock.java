package org.tasteprint.nets.choi;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Optional;

/** One of Choi's networks: N×1×96×frames of standardised decibels (band, time) to N×tags logits (before the sigmoid). */
abstract sealed class ChoiBlock extends AbstractBlock permits ConvNetBlock, CnnBlock, CrnnBlock {
    /**
     * What a network makes of excerpts.
     *
     * @param features N×dimensions: what describes music well
     * @param logits   N×tags
     * @param below    what the last layer of filters is given, where somebody may want to train that layer
     */
    record Outputs(NDArray features, NDArray logits, Optional<NDArray> below) {}

    abstract Outputs outputs(ParameterStore parameters, NDArray excerpts, boolean training);

    @Override
    protected final NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> options) {
        return new NDList(outputs(parameters, inputs.singletonOrThrow(), training).logits());
    }
}
