package org.tasteprint.nets;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A network that learns by Adam, one gradient step after another. For one thread; while a step is taken no other network of the
 * process may take one, for the engine has one tape.
 */
public final class Training implements AutoCloseable {
    private final Block block;
    private final Model model;
    private final Trainer trainer;
    private final Adam adam;

    /** What a step makes smaller. */
    @FunctionalInterface
    public interface Objective {
        /**
         * The loss of a batch.
         *
         * @param scope   owns the batch; closed after the step
         * @param network runs the network, in training
         * @return a single number
         */
        NDArray loss(NDManager scope, UnaryOperator<NDArray> network);
    }

    /**
     * A network with fresh weights.
     *
     * @param block       without weights; it belongs to the training from now on
     * @param input       shape of a batch
     * @param seed        of the weights and of dropout
     * @param weightDecay of {@link Adam}; 0 for none
     */
    public Training(Block block, Shape input, long seed, double weightDecay) {
        this(block, Map.of(), input, seed, weightDecay);
    }

    /**
     * A network that some of its weights have been learned of.
     *
     * @param block       without weights; it belongs to the training from now on
     * @param learned     parameters by name, as {@link #parameters} gave them; the others are fresh
     * @param input       shape of a batch
     * @param seed        of the fresh weights and of dropout
     * @param weightDecay of {@link Adam}; 0 for none
     */
    public Training(Block block, Map<String, Tensor> learned, Shape input, long seed, double weightDecay) {
        this.block = block;
        PyTorch.seed(seed);
        model = PyTorch.newModel("network", block);
        Towers.initialise(block, model.getNDManager(), input, seed, learned);
        adam = new Adam(block, model.getNDManager(), weightDecay);
        // The trainer wants a loss of its own kind; objectives compute theirs beside it.
        trainer = model.newTrainer(new DefaultTrainingConfig(Loss.l2Loss()).optOptimizer(adam));
        trainer.initialize(input);
    }

    /** Goes on with moments as {@link #moments} gave them, after so many steps. */
    public void resume(Map<String, Tensor> moments, long steps) {
        adam.resume(moments, steps);
    }

    /** How many steps were taken, those before {@link #resume} included. */
    public long steps() {
        return adam.steps();
    }

    /** Takes a step; returns the loss before it. */
    public double step(double learningRate, Objective objective) {
        adam.beginStep(learningRate);
        try (NDManager scope = trainer.getManager().newSubManager();
                GradientCollector gradients = trainer.newGradientCollector()) {
            NDArray loss = objective.loss(scope, input -> trainer.forward(new NDList(input)).singletonOrThrow());
            gradients.backward(loss);
            float value = loss.getFloat();
            if (value != 0) { // of a hinge that every pair has passed there is no gradient, which the engine would take for a mistake
                trainer.step();
            }
            return value;
        }
    }

    /** Runs the network as it is now, without dropout and with the running statistics; {@code scope} owns the result. */
    public NDArray infer(NDManager scope, NDArray input) {
        return block.forward(new ParameterStore(scope, false), new NDList(input), false).singletonOrThrow();
    }

    /** A manager of native memory for {@link #infer}; close it. */
    public NDManager newScope() {
        return model.getNDManager().newSubManager();
    }

    /** A copy of every parameter by name. */
    public Map<String, Tensor> parameters() {
        return Towers.parameters(block);
    }

    /** A copy of the moments of every parameter that was updated. */
    public Map<String, Tensor> moments() {
        return adam.moments();
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }
}
