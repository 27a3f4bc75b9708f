package org.tasteprint.nets;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.util.Pair;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adam (Kingma and Ba 2015) whose moments can be read and set, which DJL's cannot: training that goes on from a checkpoint gives what
 * it would have given without a break.
 */
final class Adam extends Optimizer {
    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;
    private static final float EPSILON = 1e-8f;
    private static final String MEAN = "mean/";
    private static final String VARIANCE = "variance/";

    private final NDManager manager;
    private final float weightDecay;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, NDArray> moments = new LinkedHashMap<>();
    private double learningRate;
    private long steps;

    /**
     * @param block       whose parameters are learned
     * @param manager     owns the moments
     * @param weightDecay how much of each weight is added to its gradient; 0 for none
     */
    Adam(Block block, NDManager manager, double weightDecay) {
        super(new Builder());
        this.manager = manager;
        this.weightDecay = (float) weightDecay;
        for (Pair<String, ai.djl.nn.Parameter> named : block.getParameters()) {
            names.put(named.getValue().getId(), named.getKey());
        }
    }

    private static final class Builder extends OptimizerBuilder<Builder> {
        @Override
        protected Builder self() {
            return this;
        }
    }

    /** To be called before each step. */
    void beginStep(double learningRateOfStep) {
        learningRate = learningRateOfStep;
        steps++;
    }

    @Override
    public void update(String parameterId, NDArray weight, NDArray gradient) {
        String name = names.get(parameterId);
        double corrected = learningRate * Math.sqrt(1 - Math.pow(BETA_2, steps)) / (1 - Math.pow(BETA_1, steps));
        NDList inputs = new NDList(weight, gradient, moment(MEAN + name, weight), moment(VARIANCE + name, weight));
        weight.getNDArrayInternal()
                .adamUpdate(
                        inputs, new NDList(weight), (float) learningRate, (float) corrected, weightDecay, rescaleGrad, clipGrad,
                        (float) BETA_1, (float) BETA_2, EPSILON, true, false);
    }

    private NDArray moment(String name, NDArray weight) {
        return moments.computeIfAbsent(name, absent -> manager.zeros(weight.getShape()));
    }

    /** How many steps were taken. */
    long steps() {
        return steps;
    }

    /** The moments of every parameter that was updated. */
    Map<String, Tensor> moments() {
        Map<String, Tensor> copy = new LinkedHashMap<>();
        moments.forEach((name, array) -> copy.put(name, new Tensor(array.getShape().getShape(), array.toFloatArray())));
        return copy;
    }

    /** Goes on from these moments, as {@link #moments()} gave them, after so many steps. */
    void resume(Map<String, Tensor> kept, long stepsTaken) {
        steps = stepsTaken;
        kept.forEach((name, tensor) -> moments.put(name, manager.create(tensor.values(), new Shape(tensor.shape()))));
    }
}
