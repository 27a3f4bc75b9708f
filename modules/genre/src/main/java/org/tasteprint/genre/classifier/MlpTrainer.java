package org.tasteprint.genre.classifier;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.tasteprint.core.Progress;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.Towers;
import org.tasteprint.nets.Training;

/** Trains a perceptron: first to find how many epochs are best for songs held out, then so long on all of them. */
final class MlpTrainer {
    private static final int BATCH_ROWS = 64;

    /** One part of so many is held out to tell when to stop. */
    private static final int PARTS = 7;

    private final Examples examples;
    private final ClassifierSettings.Mlp settings;
    private final double[] weights;
    private final long seed;
    private final float[] values;
    private final int columns;

    /** A classifier and how it learned. */
    record Trained(PerceptronClassifier classifier, LearningCurve curve) {}

    /** @param balanced whether rows of rare labels count more */
    MlpTrainer(Examples examples, ClassifierSettings.Mlp settings, boolean balanced, long seed) {
        this.examples = examples;
        this.settings = settings;
        this.weights = examples.weights(balanced);
        this.seed = seed;
        this.values = Tensors.of(examples.rows()).values();
        this.columns = examples.rows()[0].length;
    }

    Trained train(Progress progress) {
        int[] fold = examples.folds(PARTS, seed);
        int[] heldOut = IntStream.range(0, fold.length).filter(row -> fold[row] == 0).toArray();
        int[] learned = IntStream.range(0, fold.length).filter(row -> fold[row] != 0).toArray();
        int[] judged = heldOut.length == 0 ? learned : heldOut;
        LearningCurve curve;
        try (NetworkLearning network = fresh()) {
            curve = new EarlyStopping(settings.epochs(), settings.patience())
                    .run("training a perceptron", network, epoch -> epoch(network, learned, judged, epoch), progress)
                    .curve();
        }
        int[] all = IntStream.range(0, fold.length).toArray();
        try (NetworkLearning network = fresh()) {
            for (int epoch = 0; epoch <= curve.best(); epoch++) {
                learn(network, all, epoch);
            }
            Map<String, Tensor> parameters = network.parameters();
            return new Trained(PerceptronClassifier.of(parameters), curve);
        }
    }

    private NetworkLearning fresh() {
        Training training = new Training(
                Towers.perceptron(settings.hidden(), examples.labels()), new Shape(1, columns), seed, 0);
        return new NetworkLearning(
                training,
                (scope, rows, count) -> scope.create(rows, new Shape(count, columns)),
                settings.learningRate(),
                weights);
    }

    private LearningCurve.Epoch epoch(NetworkLearning network, int[] learned, int[] judged, int number) {
        double cost = learn(network, learned, number);
        int[] labels = labels(judged);
        NetworkLearning.Judgement judgement = network.judge(rows(judged), labels);
        return new LearningCurve.Epoch(cost, judgement.cost(), (double) judgement.right(labels) / judged.length);
    }

    /** Goes through the rows once; returns their mean cost. */
    private double learn(NetworkLearning network, int[] rows, int epoch) {
        int[] order = rows.clone();
        Random random = new Random(seed + 31L * (epoch + 1));
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int row = order[i];
            order[i] = order[other];
            order[other] = row;
        }
        double cost = 0;
        for (int from = 0; from < order.length; from += BATCH_ROWS) {
            int[] batch = Arrays.copyOfRange(order, from, Math.min(order.length, from + BATCH_ROWS));
            cost += network.step(rows(batch), labels(batch)) * batch.length;
        }
        return cost / order.length;
    }

    private int[] labels(int[] rows) {
        return Arrays.stream(rows).map(row -> examples.label()[row]).toArray();
    }

    private float[] rows(int[] rows) {
        float[] selected = new float[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, rows[i] * columns, selected, i * columns, columns);
        }
        return selected;
    }
}
