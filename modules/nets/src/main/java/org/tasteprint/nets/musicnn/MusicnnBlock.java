package org.tasteprint.nets.musicnn;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.List;

/**
 * musicnn as a network to train: N×1×187×96 log-mel patches to N×tags logits (before the sigmoid, or the softmax).
 *
 * <p>It is a chain of four {@link Stage stages}. Those below {@link #trainFrom} are frozen: their parameters get no gradient, and
 * their batch normalisation keeps the statistics it has. To look at music, {@link Musicnn} computes the same several times faster.
 */
public final class MusicnnBlock extends AbstractBlock {
    /** A part of the network; each takes what the one before gives. */
    public enum Stage {
        /** N×1×187×96 log-mel to N×frontEnd×187: the timbral and temporal filter banks. */
        FRONT_END("frontEnd"),
        /** To N×2·pooled: three convolutions over time; maximum and mean over time of them and the front end, interleaved. */
        MIDDLE("middle"),
        /** To N×dense, the penultimate feature. */
        DENSE("dense"),
        /** To N×tags logits. */
        TAGS("tags");

        private final String block;

        Stage(String block) {
            this.block = block;
        }
    }

    /** What the names of the last stage's parameters begin with. */
    public static final String TAGS_PREFIX = "04tags";

    private final List<Block> stages;
    private Stage firstTrained = Stage.FRONT_END;
    private Stage entry = Stage.FRONT_END;

    /** A network without weights. */
    public MusicnnBlock(MusicnnWidths widths) {
        stages = List.of(
                new FrontEndBlock(widths),
                new MiddleBlock(widths),
                DenseStages.dense(widths.dense()),
                DenseStages.tags(widths.tags()));
        for (Stage stage : Stage.values()) {
            addChildBlock(stage.block, stage(stage));
        }
    }

    /** A part of the network, to run it alone. */
    public Block stage(Stage stage) {
        return stages.get(stage.ordinal());
    }

    /** Freezes the stages before {@code first}; the others are trained. Call it when the parameters are there. */
    public void trainFrom(Stage first) {
        firstTrained = first;
        for (Stage stage : Stage.values()) {
            stage(stage).freezeParameters(stage.compareTo(first) < 0, MusicnnBlock::isLearned);
        }
    }

    /** From now on inputs are what {@code stage} takes: for those who have kept what the stages before it gave. */
    public void enterAt(Stage stage) {
        entry = stage;
    }

    /**
     * Freezes scale and shift of the input's normalisation at 1 and 0: the filter banks can learn the same, and without a gradient of
     * the input a step of training takes little more than half the time.
     */
    public void freezeInputScale() {
        ((FrontEndBlock) stage(Stage.FRONT_END)).freezeInputScale();
    }

    /** Running statistics never have a gradient. */
    static boolean isLearned(Parameter parameter) {
        return parameter.getType() != Parameter.Type.RUNNING_MEAN && parameter.getType() != Parameter.Type.RUNNING_VAR;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> options) {
        NDList current = inputs;
        for (Stage stage : Stage.values()) {
            if (stage.compareTo(entry) >= 0) {
                current = stage(stage).forward(parameters, current, training && stage.compareTo(firstTrained) >= 0);
            }
        }
        return current;
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        Shape[] shapes = inputShapes;
        for (Block stage : stages) {
            stage.initialize(manager, dataType, shapes);
            shapes = stage.getOutputShapes(shapes);
        }
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        Shape[] shapes = inputShapes;
        for (Block stage : stages) {
            shapes = stage.getOutputShapes(shapes);
        }
        return shapes;
    }
}
