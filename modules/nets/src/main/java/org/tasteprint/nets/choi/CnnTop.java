package org.tasteprint.nets.choi;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tasteprint.nets.Tensor;

/**
 * The top of Choi's convolutional tagger with labels of one's own: the last layer of filters, if it is to be trained, and a linear layer. From
 * rows as {@link ChoiNetwork#LAYER_4} or {@link ChoiNetwork#FEATURES} has them to N×labels logits.
 */
public final class CnnTop extends AbstractBlock {
    private static final String OWN_CHAIN = "01chain_";

    private final Optional<ConvolutionChain> chain;
    private final Block output;

    /**
     * A top without weights.
     *
     * @param withLastLayer whether it has the last layer of filters
     * @param labels        outputs
     */
    public CnnTop(boolean withLastLayer, int labels) {
        chain = withLastLayer
                ? Optional.of(addChildBlock("chain", new ConvolutionChain(TaggerNormalisation.EPSILON, List.of(CnnBlock.LAST))))
                : Optional.empty();
        output = addChildBlock("output", Linear.builder().setUnits(labels).build());
    }

    /** Length of a row. */
    public static int width(boolean withLastLayer) {
        return withLastLayer ? Math.toIntExact(CnnBlock.BELOW.size()) : CnnBlock.FEATURES;
    }

    /**
     * The published weights of the last layer of filters, by the names of this block.
     *
     * @param file as {@link ChoiNetwork#cnn} takes it
     */
    public static Map<String, Tensor> pretrained(Path file) {
        Map<String, Tensor> whole = ChoiNetwork.cnnParameters(file);
        Map<String, Tensor> top = new HashMap<>();
        int last = CnnBlock.LAYERS - 1;
        rename(whole, ConvolutionChain.convolution(last), ConvolutionChain.convolution(0), top);
        rename(whole, ConvolutionChain.normalisation(last), ConvolutionChain.normalisation(0), top);
        return top;
    }

    private static void rename(Map<String, Tensor> whole, String from, String to, Map<String, Tensor> top) {
        String prefix = "%s_%s_".formatted(CnnBlock.CHAIN, from);
        whole.forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                top.put(OWN_CHAIN + to + "_" + name.substring(prefix.length()), tensor);
            }
        });
    }

    @Override
    protected NDList forwardInternal(ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> options) {
        NDArray rows = inputs.singletonOrThrow();
        NDArray features = chain
                .map(layer -> layer.pooled(parameters, rows.reshape(below(-1)), training, 0, 1).reshape(-1, CnnBlock.FEATURES))
                .orElse(rows);
        return output.forward(parameters, new NDList(features), training);
    }

    private static Shape below(long rows) {
        return new Shape(rows).addAll(CnnBlock.BELOW);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        long rows = inputShapes[0].get(0);
        chain.ifPresent(layer -> layer.initialize(manager, dataType, below(rows)));
        output.initialize(manager, dataType, new Shape(rows, CnnBlock.FEATURES));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return output.getOutputShapes(new Shape[] {new Shape(inputShapes[0].get(0), CnnBlock.FEATURES)});
    }
}
