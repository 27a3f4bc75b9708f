package org.tasteprint.nets.choi;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;

/** What Choi's networks have in common: layers of 3×3 convolution, batch normalisation, ELU and max pooling. */
final class ConvolutionChain extends AbstractBlock {
    private final List<Step> steps = new ArrayList<>();

    /**
     * A layer.
     *
     * @param filters channels that come out
     * @param bands   of the pooling's window, which is also its step
     * @param frames  of the pooling's window, which is also its step
     */
    record Layer(int filters, int bands, int frames) {}

    private record Step(Block convolution, Block normalisation, Shape window) {
        NDArray forward(ParameterStore parameters, NDArray input, boolean training) {
            NDList products = convolution.forward(parameters, new NDList(input), training);
            return Activation.elu(normalisation.forward(parameters, products, training).singletonOrThrow(), 1);
        }

        /** The pooling's window, no larger than what is left of a short excerpt. */
        Shape fitting(Shape activation) {
            return new Shape(
                    Math.min(window.get(0), activation.get(2)), Math.min(window.get(1), activation.get(3)));
        }

        Shape pooled(Shape activation) {
            Shape fitting = fitting(activation);
            return new Shape(
                    activation.get(0),
                    activation.get(1),
                    activation.get(2) / fitting.get(0),
                    activation.get(3) / fitting.get(1));
        }
    }

    /** @param epsilon added to the variance in every batch normalisation */
    ConvolutionChain(float epsilon, List<Layer> layers) {
        for (Layer layer : layers) {
            int number = steps.size() + 1;
            Block convolution = addChildBlock("convolution" + number, Conv2d.builder()
                    .setFilters(layer.filters())
                    .setKernelShape(new Shape(3, 3))
                    .optPadding(new Shape(1, 1))
                    .build());
            Block normalisation = addChildBlock(
                    "normalisation" + number, BatchNorm.builder().optEpsilon(epsilon).build());
            steps.add(new Step(convolution, normalisation, new Shape(layer.bands(), layer.frames())));
        }
    }

    /** Name of a layer's convolution, from 0, before that of its parameter and after that of this block. */
    static String convolution(int layer) {
        return "%02dconvolution%d".formatted(2 * layer + 1, layer + 1);
    }

    /** Name of a layer's batch normalisation, likewise. */
    static String normalisation(int layer) {
        return "%02dnormalisation%d".formatted(2 * layer + 2, layer + 1);
    }

    /** What every layer gives before its pooling, and at the end what the last pooling gives. */
    NDList activations(ParameterStore parameters, NDArray input, boolean training) {
        NDList all = new NDList();
        NDArray current = input;
        for (Step step : steps) {
            NDArray activation = step.forward(parameters, current, training);
            all.add(activation);
            Shape window = step.fitting(activation.getShape());
            current = Pool.maxPool2d(activation, window, window, new Shape(0, 0), false);
        }
        all.add(current);
        return all;
    }

    /** What the pooling of layer {@code to - 1} gives when layer {@code from} is given {@code input}. */
    NDArray pooled(ParameterStore parameters, NDArray input, boolean training, int from, int to) {
        NDArray current = input;
        for (Step step : steps.subList(from, to)) {
            NDArray activation = step.forward(parameters, current, training);
            Shape window = step.fitting(activation.getShape());
            current = Pool.maxPool2d(activation, window, window, new Shape(0, 0), false);
        }
        return current;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> options) {
        return new NDList(pooled(parameters, inputs.singletonOrThrow(), training, 0, steps.size()));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        Shape[] shapes = inputShapes;
        for (Step step : steps) {
            step.convolution().initialize(manager, dataType, shapes);
            shapes = step.convolution().getOutputShapes(shapes);
            step.normalisation().initialize(manager, dataType, shapes);
            shapes = new Shape[] {step.pooled(shapes[0])};
        }
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        Shape shape = inputShapes[0];
        for (Step step : steps) {
            shape = step.pooled(step.convolution().getOutputShapes(new Shape[] {shape})[0]);
        }
        return new Shape[] {shape};
    }
}
