package org.tasteprint.genre.classifier;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.Map;
import org.tasteprint.nets.Patches;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.Training;
import org.tasteprint.nets.musicnn.Musicnn;
import org.tasteprint.nets.musicnn.MusicnnBlock;
import org.tasteprint.nets.musicnn.MusicnnBlock.Stage;
import org.tasteprint.nets.musicnn.MusicnnWidths;

/** A pretrained musicnn with a fresh layer of labels, ready to be trained; closing it frees what its frozen stages hold. */
public final class TunedNetwork implements AutoCloseable {
    private static final String LABELS_STAGE = "04tags_";

    private final FineTuned tuned;
    private final MusicnnWidths widths;
    private final NetworkLearning learning;
    /** Computes what the frozen front end gives, where the middle is the lowest stage that is trained. */
    private final Musicnn frontEnd;

    /**
     * @param pretrained parameters by the names of {@link MusicnnBlock}
     * @param weights    double[labels]: how much a row of a label counts
     */
    public TunedNetwork(FineTuned tuned, Map<String, Tensor> pretrained, double[] weights, long seed) {
        this.tuned = tuned;
        widths = MusicnnWidths.of(pretrained).withTags(weights.length);
        MusicnnBlock block = new MusicnnBlock(widths);
        Map<String, Tensor> kept = new HashMap<>(pretrained);
        kept.keySet().removeIf(name -> name.startsWith(LABELS_STAGE));
        Training training = new Training(block, kept, new Shape(1, 1, Patches.FRAMES, Patches.BANDS), seed, 0);
        block.trainFrom(tuned.firstTrained());
        block.enterAt(tuned.firstTrained());
        frontEnd = tuned.firstTrained() == Stage.MIDDLE ? Musicnn.of(pretrained) : null;
        learning = new NetworkLearning(training, this::input, tuned.learningRate(), weights);
    }

    /** The network to train. */
    public NetworkLearning learning() {
        return learning;
    }

    /** Length of a row that the network takes. */
    public static int width(FineTuned tuned, Map<String, Tensor> parameters) {
        MusicnnWidths widths = MusicnnWidths.of(parameters);
        return switch (tuned.firstTrained()) {
            case TAGS -> widths.dense();
            case DENSE -> 2 * widths.pooled();
            case MIDDLE, FRONT_END -> Patches.SIZE;
        };
    }

    private NDArray input(NDManager scope, float[] rows, int count) {
        return switch (tuned.firstTrained()) {
            case TAGS -> scope.create(rows, new Shape(count, widths.dense()));
            case DENSE -> scope.create(NetworkClassifier.interleaved(rows, count), new Shape(count, 2L * widths.pooled()));
            case MIDDLE -> scope.create(
                    frontEnd.frontEnd(Patches.separate(rows, count)), new Shape(count, widths.frontEnd(), Patches.FRAMES));
            case FRONT_END -> scope.create(rows, new Shape(count, 1, Patches.FRAMES, Patches.BANDS));
        };
    }

    @Override
    public void close() {
        if (frontEnd != null) {
            frontEnd.close();
        }
        learning.close();
    }
}
