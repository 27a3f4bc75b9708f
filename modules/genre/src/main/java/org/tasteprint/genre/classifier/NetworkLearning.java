package org.tasteprint.genre.classifier;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.Training;

/** A network with a layer of labels, being trained by Adam on weighted cross entropy. */
public final class NetworkLearning implements AutoCloseable {
    private final Training training;
    private final Input input;
    private final double learningRate;
    private final double[] weights;

    /** Makes what the network takes of rows as features come. */
    @FunctionalInterface
    interface Input {
        /**
         * @param rows  float[count][width]
         * @param scope owns the result
         */
        NDArray of(NDManager scope, float[] rows, int count);
    }

    /**
     * What was said of rows, without dropout.
     *
     * @param cost        mean cross entropy of a row, each counting as its label, in nats
     * @param probability double[rows][labels]
     */
    public record Judgement(double cost, double[][] probability) {
        /** How many rows' most probable label is the right one. */
        public long right(int[] labels) {
            int[] said = SegmentClassifier.Decisions.ofProbabilities(probability).label();
            long right = 0;
            for (int row = 0; row < labels.length; row++) {
                right += said[row] == labels[row] ? 1 : 0;
            }
            return right;
        }
    }

    /**
     * @param training     of a network from {@code input} to a score for each label; closed with this
     * @param learningRate of Adam
     * @param weights      double[labels]: how much a row of a label counts
     */
    NetworkLearning(Training training, Input input, double learningRate, double[] weights) {
        this.training = training;
        this.input = input;
        this.learningRate = learningRate;
        this.weights = weights;
    }

    /**
     * A fresh network over frames.
     *
     * @param width   values of a row
     * @param weights double[labels]: how much a row of a label counts
     * @param seed    of its first weights, and of dropout
     */
    public static NetworkLearning of(Cnn settings, int width, double[] weights, long seed) {
        return FrameClassifier.learning(settings, width, weights, seed);
    }

    /**
     * Choi's tagger with labels of one's own.
     *
     * @param pretrained as {@link org.tasteprint.nets.choi.CnnTop#pretrained} gives them
     * @param weights    double[labels]: how much a row of a label counts
     * @param seed       of the fresh weights
     */
    public static NetworkLearning of(TunedTagger settings, Map<String, Tensor> pretrained, double[] weights, long seed) {
        return TaggerClassifier.learning(settings, pretrained, weights, seed);
    }

    /**
     * Takes one step.
     *
     * @param rows   float[labels.length][width] as the features come
     * @param labels int[rows]
     * @return the mean cost before the step
     */
    public double step(float[] rows, int[] labels) {
        return training.step(learningRate, (scope, network) -> {
            NDArray logits = network.apply(input.of(scope, rows, labels.length));
            return logits.logSoftmax(1).mul(scope.create(shares(labels), logits.getShape())).sum().neg();
        });
    }

    /** How well rows are told apart now, without dropout. */
    public Judgement judge(float[] rows, int[] labels) {
        try (NDManager scope = training.newScope()) {
            NDArray logits = training.infer(scope, input.of(scope, rows, labels.length));
            double[][] probability = probabilities(logits);
            double cost = 0;
            double sum = 0;
            for (int row = 0; row < labels.length; row++) {
                cost -= weights[labels[row]] * Math.log(Math.max(Double.MIN_NORMAL, probability[row][labels[row]]));
                sum += weights[labels[row]];
            }
            return new Judgement(cost / sum, probability);
        }
    }

    /** How much of the cost each row's right label makes: float[rows][labels], summing to 1. */
    private float[] shares(int[] labels) {
        double sum = 0;
        for (int label : labels) {
            sum += weights[label];
        }
        float[] shares = new float[labels.length * weights.length];
        for (int row = 0; row < labels.length; row++) {
            shares[row * weights.length + labels[row]] = (float) (weights[labels[row]] / sum);
        }
        return shares;
    }

    /** Softmax of scores N×labels. */
    static double[][] probabilities(NDArray logits) {
        Shape shape = logits.getShape();
        int labels = Math.toIntExact(shape.get(1));
        float[] scores = logits.toFloatArray();
        double[][] probability = new double[Math.toIntExact(shape.get(0))][];
        for (int row = 0; row < probability.length; row++) {
            double[] own = new double[labels];
            for (int label = 0; label < labels; label++) {
                own[label] = scores[row * labels + label];
            }
            probability[row] = Softmax.of(own);
        }
        return probability;
    }

    /** A copy of all parameters. */
    public Map<String, Tensor> parameters() {
        return training.parameters();
    }

    @Override
    public void close() {
        training.close();
    }
}
