package org.tasteprint.genre;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.tracker.Tracker;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tasteprint.nets.PyTorch;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.Towers;
import org.tasteprint.nets.musicnn.Musicnn;
import org.tasteprint.nets.musicnn.MusicnnBlock;
import org.tasteprint.nets.musicnn.MusicnnBlock.Stage;
import org.tasteprint.nets.musicnn.MusicnnWidths;

/** A pretrained musicnn with a fresh layer of labels, being trained. */
final class NetworkTraining implements AutoCloseable {
    private static final String LABELS_STAGE = "04tags_";

    private final ClassifierSettings.FineTuned tuned;
    private final MusicnnBlock block;
    private final MusicnnWidths widths;
    private final Model model;
    private final Trainer trainer;
    private final Loss crossEntropy = Loss.softmaxCrossEntropyLoss();
    /** Computes what the frozen front end gives, where the middle is the lowest stage that is trained. */
    private final Musicnn frontEnd;

    /**
     * @param cost  mean cross entropy of a row, in nats
     * @param right how many rows' labels were found
     */
    record Judgement(double cost, long right) {}

    /** @param pretrained parameters by the names of {@link MusicnnBlock} */
    NetworkTraining(ClassifierSettings.FineTuned tuned, Map<String, Tensor> pretrained, int labels, long seed) {
        this.tuned = tuned;
        widths = MusicnnWidths.of(pretrained).withTags(labels);
        block = new MusicnnBlock(widths);
        PyTorch.seed(seed);
        model = PyTorch.newModel("genre", block);
        Shape patches = new Shape(1, 1, Musicnn.PATCH_FRAMES, Musicnn.BANDS);
        Towers.initialise(block, model.getNDManager(), patches, seed);
        Map<String, Tensor> start = new LinkedHashMap<>(Towers.parameters(block));
        start.replaceAll((name, fresh) -> name.startsWith(LABELS_STAGE) ? fresh : pretrained.get(name));
        Towers.load(block, model.getNDManager(), start);
        block.trainFrom(tuned.firstTrained());
        block.enterAt(tuned.firstTrained());
        frontEnd = tuned.firstTrained() == Stage.MIDDLE ? Musicnn.of(pretrained) : null;
        Adam adam = Adam.builder()
                .optLearningRateTracker(Tracker.fixed((float) tuned.learningRate()))
                .build();
        trainer = model.newTrainer(new DefaultTrainingConfig(crossEntropy).optOptimizer(adam));
        trainer.initialize(patches);
    }

    /** Songs whose segments fit a step: the activations of a whole network in training take 60 MB a segment. */
    static int songsOfABatch(ClassifierSettings.FineTuned tuned) {
        return tuned.firstTrained() == Stage.FRONT_END ? 2 : tuned.hearsLogMel() ? 8 : 16;
    }

    /** Length of a row that the network takes. */
    static int width(ClassifierSettings.FineTuned tuned, Map<String, Tensor> parameters) {
        MusicnnWidths widths = MusicnnWidths.of(parameters);
        return switch (tuned.firstTrained()) {
            case TAGS -> widths.dense();
            case DENSE -> 2 * widths.pooled();
            case MIDDLE, FRONT_END -> Musicnn.PATCH_FRAMES * Musicnn.BANDS;
        };
    }

    /**
     * Takes one step.
     *
     * @param rows   float[labels.length][width] as the features come
     * @param labels int[rows]
     * @return the mean cost before the step
     */
    double step(float[] rows, int[] labels) {
        try (NDManager manager = trainer.getManager().newSubManager();
                GradientCollector gradients = trainer.newGradientCollector()) {
            NDArray logits = trainer.forward(input(manager, rows, labels.length)).singletonOrThrow();
            NDArray cost = crossEntropy.evaluate(new NDList(manager.create(labels)), new NDList(logits));
            gradients.backward(cost);
            trainer.step();
            return cost.getFloat();
        }
    }

    /** How well rows are told apart now, without dropout. */
    Judgement judge(float[] rows, int[] labels) {
        try (NDManager manager = trainer.getManager().newSubManager()) {
            NDArray logits = block.forward(
                            new ParameterStore(manager, false), input(manager, rows, labels.length), false)
                    .singletonOrThrow();
            NDArray truth = manager.create(labels);
            double cost = crossEntropy.evaluate(new NDList(truth), new NDList(logits)).getFloat();
            long[] answers = logits.argMax(1).toLongArray();
            long right = 0;
            for (int row = 0; row < labels.length; row++) {
                right += answers[row] == labels[row] ? 1 : 0;
            }
            return new Judgement(cost, right);
        }
    }

    private NDList input(NDManager manager, float[] rows, int count) {
        return new NDList(
                switch (tuned.firstTrained()) {
                    case TAGS -> manager.create(rows, new Shape(count, widths.dense()));
                    case DENSE -> manager.create(
                            NetworkClassifier.interleaved(rows, count), new Shape(count, 2L * widths.pooled()));
                    case MIDDLE -> manager.create(
                            frontEnd.frontEnd(rows, count), new Shape(count, widths.frontEnd(), Musicnn.PATCH_FRAMES));
                    case FRONT_END -> manager.create(rows, new Shape(count, 1, Musicnn.PATCH_FRAMES, Musicnn.BANDS));
                });
    }

    /** A copy of all parameters, frozen ones included. */
    Map<String, Tensor> parameters() {
        return Towers.parameters(block);
    }

    @Override
    public void close() {
        if (frontEnd != null) {
            frontEnd.close();
        }
        trainer.close();
        model.close();
    }
}
