package org.tasteprint.nets;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.Pair;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** Networks that are trained here: each turns the sound of a track into a point of an embedding space. */
public final class Towers {
    /** Filters of the convolutional tower's blocks, from the input on. */
    private static final int[] FILTERS = {32, 64, 128, 128};

    /** Probability that a hidden unit of a {@link #perceptron} is left out of a step. */
    private Towers() {}

    /**
     * A convolutional tower over log-mel patches: four blocks of 3×3 convolution, batch normalisation, 2×2 max pooling and ReLU
     * with 32, 64, 128 and 128 filters, the average over time and frequency, and a linear layer.
     *
     * <p>The channels of a point lie beside each other in memory, and ReLU comes after pooling, which gives the same from a
     * quarter of the values: a step of training takes 0.6 times as long as with PyTorch's usual layout and order.
     *
     * @param dimensions of the output
     * @return a block from N×1×187×96 (time, mel) to N×{@code dimensions}
     */
    public static Block conv(int dimensions) {
        SequentialBlock tower = new SequentialBlock().add(new LambdaBlock(Towers::channelsLast, "channelsLast"));
        for (int filters : FILTERS) {
            // No bias: the normalisation that follows would take it away again.
            tower.add(Conv2d.builder()
                            .setFilters(filters)
                            .setKernelShape(new Shape(3, 3))
                            .optPadding(new Shape(1, 1))
                            .optBias(false)
                            .build())
                    .add(BatchNorm.builder().build())
                    .add(Pool.maxPool2dBlock(new Shape(2, 2)))
                    .add(Activation.reluBlock());
        }
        return tower.add(Pool.globalAvgPool2dBlock())
                .add(Linear.builder().setUnits(positive("dimensions", dimensions)).build());
    }

    /** The same N×1×height×width batch, with strides from which PyTorch keeps channels last in everything that it computes of it. */
    private static NDList channelsLast(NDList batch) {
        NDArray patches = batch.singletonOrThrow();
        Shape shape = patches.getShape();
        return new NDList(patches.reshape(shape.get(0), shape.get(2), shape.get(3), 1).transpose(0, 3, 1, 2));
    }

    /**
     * A tower over features that are already there: dropout, linear, ReLU, dropout, linear.
     *
     * @param hidden     units of the hidden layer
     * @param dimensions of the output
     * @param dropout    probability that an input is zeroed in training, 0 to below 1
     * @return a block from N×features to N×{@code dimensions}
     */
    public static Block dense(int hidden, int dimensions, float dropout) {
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("dropout must be from 0 to below 1; dropout=" + dropout);
        }
        return new SequentialBlock()
                .add(Dropout.builder().optRate(dropout).build())
                .add(Linear.builder().setUnits(positive("hidden", hidden)).build())
                .add(Activation.reluBlock())
                .add(Dropout.builder().optRate(dropout).build())
                .add(Linear.builder().setUnits(positive("dimensions", dimensions)).build());
    }

    /**
     * Gives a fresh tower its first weights: the same for the same seed, whatever else the process draws.
     *
     * @param manager owns the weights from then on: they live as long as it does
     * @param input   shape of a batch, of any number of rows
     */
    public static void initialise(Block tower, NDManager manager, Shape input, long seed) {
        initialise(tower, manager, input, seed, Map.of());
    }

    /**
     * Gives a fresh tower its first weights where none are learned yet.
     *
     * @param learned parameters by name, as {@link #parameters} gave them
     */
    static void initialise(Block tower, NDManager manager, Shape input, long seed, Map<String, Tensor> learned) {
        for (Pair<String, Parameter> named : tower.getParameters()) {
            Tensor tensor = learned.get(named.getKey());
            if (tensor != null) {
                set(named.getKey(), named.getValue(), manager, tensor);
            }
        }
        Initializer weights = new SeededInitializer(seed);
        tower.setInitializer(weights, Parameter.Type.WEIGHT);
        tower.initialize(manager, DataType.FLOAT32, input);
    }

    /** A copy of every parameter by name, running statistics of batch normalisation included. */
    public static Map<String, Tensor> parameters(Block tower) {
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        for (Pair<String, Parameter> named : tower.getParameters()) {
            var array = named.getValue().getArray();
            parameters.put(named.getKey(), new Tensor(array.getShape().getShape(), array.toFloatArray()));
        }
        return parameters;
    }

    /**
     * Sets every parameter; a fresh tower needs no {@link #initialise} before.
     *
     * @param manager    owns the parameters of a fresh tower from then on
     * @param parameters as {@link #parameters} gave them
     * @throws TasteprintException {@code INVALID_INPUT} when names or shapes are not this tower's
     */
    public static void load(Block tower, NDManager manager, Map<String, Tensor> parameters) {
        Set<String> unknown = new TreeSet<>(parameters.keySet());
        for (Pair<String, Parameter> named : tower.getParameters()) {
            Tensor tensor = parameters.get(named.getKey());
            if (tensor == null) {
                throw mismatch("the parameter " + named.getKey() + " is missing");
            }
            unknown.remove(named.getKey());
            set(named.getKey(), named.getValue(), manager, tensor);
        }
        if (!unknown.isEmpty()) {
            throw mismatch("it has no parameter " + String.join(", ", unknown));
        }
    }

    private static void set(String name, Parameter parameter, NDManager manager, Tensor tensor) {
        if (!parameter.isInitialized()) {
            parameter.setArray(manager.create(tensor.values(), new Shape(tensor.shape())));
        } else if (Arrays.equals(parameter.getShape().getShape(), tensor.shape())) {
            parameter.getArray().set(tensor.values());
        } else {
            throw mismatch("the parameter %s has the shape %s, not %s"
                    .formatted(name, parameter.getShape(), Arrays.toString(tensor.shape())));
        }
    }

    private static int positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s must be positive; %s=%d".formatted(name, name, value));
        }
        return value;
    }

    private static TasteprintException mismatch(String what) {
        return new TasteprintException(
                Kind.INVALID_INPUT, "the weights belong to another network: " + what + "; train it again");
    }
}
