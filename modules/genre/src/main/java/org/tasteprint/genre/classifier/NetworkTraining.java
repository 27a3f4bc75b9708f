package org.tasteprint.genre.classifier;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.loss.Loss;
import java.util.HashMap;
import java.util.Map;
import org.tasteprint.nets.Patches;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.Training;
import org.tasteprint.nets.musicnn.Musicnn;
import org.tasteprint.nets.musicnn.MusicnnBlock;
import org.tasteprint.nets.musicnn.MusicnnBlock.Stage;
import org.tasteprint.nets.musicnn.MusicnnWidths;

/** A pretrained musicnn with a fresh layer of labels, being trained. */
public final class NetworkTraining implements AutoCloseable {
    private static final String LABELS_STAGE = "04tags_";

    private final ClassifierSettings.FineTuned tuned;
    private final MusicnnWidths widths;
    private final Training training;
    private final Loss crossEntropy = Loss.softmaxCrossEntropyLoss();
    /** Computes what the frozen front end gives, where the middle is the lowest stage that is trained. */
    private final Musicnn frontEnd;

    /**
     * @param cost  mean cross entropy of a row, in nats
     * @param right how many rows' labels were found
     */
    public record Judgement(double cost, long right) {}

    /** @param pretrained parameters by the names of {@link MusicnnBlock} */
    public NetworkTraining(ClassifierSettings.FineTuned tuned, Map<String, Tensor> pretrained, int labels, long seed) {
        this.tuned = tuned;
        widths = MusicnnWidths.of(pretrained).withTags(labels);
        MusicnnBlock block = new MusicnnBlock(widths);
        Map<String, Tensor> kept = new HashMap<>(pretrained);
        kept.keySet().removeIf(name -> name.startsWith(LABELS_STAGE));
        training = new Training(block, kept, new Shape(1, 1, Patches.FRAMES, Patches.BANDS), seed, 0);
        block.trainFrom(tuned.firstTrained());
        block.enterAt(tuned.firstTrained());
        frontEnd = tuned.firstTrained() == Stage.MIDDLE ? Musicnn.of(pretrained) : null;
    }

    /** Songs whose segments fit a step: the activations of a whole network in training take 60 MB a segment. */
    public static int songsOfABatch(ClassifierSettings.FineTuned tuned) {
        return tuned.firstTrained() == Stage.FRONT_END ? 2 : tuned.hearsLogMel() ? 8 : 16;
    }

    /** Length of a row that the network takes. */
    public static int width(ClassifierSettings.FineTuned tuned, Map<String, Tensor> parameters) {
        MusicnnWidths widths = MusicnnWidths.of(parameters);
        return switch (tuned.firstTrained()) {
            case TAGS -> widths.dense();
            case DENSE -> 2 * widths.pooled();
            case MIDDLE, FRONT_END -> Patches.SIZE;
        };
    }

    /**
     * Takes one step.
     *
     * @param rows   float[labels.length][width] as the features come
     * @param labels int[rows]
     * @return the mean cost before the step
     */
    public double step(float[] rows, int[] labels) {
        return training.step(tuned.learningRate(), (scope, network) -> {
            NDArray logits = network.apply(input(scope, rows, labels.length));
            return crossEntropy.evaluate(new NDList(scope.create(labels)), new NDList(logits));
        });
    }

    /** How well rows are told apart now, without dropout. */
    public Judgement judge(float[] rows, int[] labels) {
        try (NDManager scope = training.newScope()) {
            NDArray logits = training.infer(scope, input(scope, rows, labels.length));
            NDArray truth = scope.create(labels);
            double cost = crossEntropy.evaluate(new NDList(truth), new NDList(logits)).getFloat();
            long[] answers = logits.argMax(1).toLongArray();
            long right = 0;
            for (int row = 0; row < labels.length; row++) {
                right += answers[row] == labels[row] ? 1 : 0;
            }
            return new Judgement(cost, right);
        }
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

    /** A copy of all parameters, frozen ones included. */
    public Map<String, Tensor> parameters() {
        return training.parameters();
    }

    @Override
    public void close() {
        if (frontEnd != null) {
            frontEnd.close();
        }
        training.close();
    }
}
