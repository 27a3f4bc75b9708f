package org.tasteprint.nets.vgg;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.pooling.Pool;
import java.util.stream.IntStream;
import org.tasteprint.nets.Affine;
import org.tasteprint.nets.LayerParameters;

/**
 * A layer of the network for inference: convolution, ReLU, batch normalisation and max pooling, where most of the work is folded
 * away.
 *
 * <ul>
 *   <li>Training has pushed the filters of many channels (up to 79 of 128) to zero: such a channel is a constant and is not
 *       computed.
 *   <li>Batch normalisation scales and shifts after the ReLU. Its scale moves past the pooling into the next layer's filters; where it
 *       is negative the channel changes its sign before, so that the maximum stays the right one.
 *   <li>Its shift, and the constant channels, become a bias of the next layer that differs at the edges, because the zeros of
 *       the padding are not shifted.
 *   <li>Bands that the pooling leaves out are not computed.
 * </ul>
 */
final class VggLayer {
    /** Filters whose weights sum up to less than this, times their channel's scale, count as zero: inputs are of the order of 1 to 10. */
    private static final double ZERO = 1e-9;

    private static final int KERNEL = 3;

    private final NDArray kernel;
    private final NDArray bias;
    private final NDArray sign;
    private final Shape convolutionStep;
    private final VggBlock.Pooling pooling;
    private final FoldedChannels output;
    private final int frames;
    private final int bands;

    /**
     * @param manager owns the weights
     * @param layer   0 to 4
     * @param input   the channels that come in
     * @param frames  of the input
     * @param bands   of the input
     */
    VggLayer(NDManager manager, LayerParameters parameters, int layer, FoldedChannels input, int frames, int bands) {
        int inputs = input.constant().length;
        float[] weight = parameters
                .of(VggBlock.convolution(layer), "weight", VggBlock.FILTERS, inputs, KERNEL, KERNEL)
                .values();
        float[] original = parameters.of(VggBlock.convolution(layer), "bias", VggBlock.FILTERS).values();
        Affine affine = parameters.normalisation(VggBlock.normalisation(layer), VggBlock.FILTERS, VggBlock.EPSILON);
        boolean last = layer == VggBlock.LAYERS - 1;
        int[] live = IntStream.range(0, VggBlock.FILTERS)
                .filter(filter -> last || Math.abs(affine.scale()[filter]) * sum(weight, filter, inputs) > ZERO)
                .toArray();
        VggBlock.Pooling whole = VggBlock.POOLINGS.get(layer);
        boolean skipsBands = whole.window().get(1) == 1;
        int bandStep = skipsBands ? (int) whole.step().get(1) : 1;
        convolutionStep = new Shape(1, bandStep);
        pooling = new VggBlock.Pooling(whole.window(), new Shape(whole.step().get(0), skipsBands ? 1 : whole.step().get(1)));
        int computedBands = Math.ceilDiv(bands, bandStep);
        kernel = manager.create(
                folded(weight, inputs, live, input), new Shape(live.length, input.live().length, KERNEL, KERNEL));
        bias = manager.create(
                EdgeBias.of(weight, original, live, input.constant(), frames, bands, bandStep),
                new Shape(live.length, frames, computedBands));
        float[] signs = new float[live.length];
        float[] scale = new float[live.length];
        float[] constant = affine.shift().clone();
        for (int filter = 0; filter < constant.length; filter++) {
            constant[filter] += affine.scale()[filter] * Math.max(0, original[filter]);
        }
        for (int i = 0; i < live.length; i++) {
            signs[i] = Math.signum(affine.scale()[live[i]]);
            scale[i] = Math.abs(affine.scale()[live[i]]);
            constant[live[i]] = affine.shift()[live[i]];
        }
        sign = manager.create(signs, new Shape(live.length, 1, 1));
        output = new FoldedChannels(live, scale, constant);
        this.frames = pooled(frames, 0);
        this.bands = pooled(computedBands, 1);
    }

    private int pooled(int length, int axis) {
        return (int) ((length - pooling.window().get(axis)) / pooling.step().get(axis)) + 1;
    }

    private static double sum(float[] weight, int filter, int inputs) {
        double sum = 0;
        int size = inputs * KERNEL * KERNEL;
        for (int i = filter * size; i < (filter + 1) * size; i++) {
            sum += Math.abs(weight[i]);
        }
        return sum;
    }

    /** float[live][input's live][3][3], times the input's scale. */
    private static float[] folded(float[] weight, int inputs, int[] live, FoldedChannels input) {
        int taps = KERNEL * KERNEL;
        float[] folded = new float[live.length * input.live().length * taps];
        int to = 0;
        for (int filter : live) {
            for (int i = 0; i < input.live().length; i++) {
                int from = (filter * inputs + input.live()[i]) * taps;
                for (int tap = 0; tap < taps; tap++) {
                    folded[to++] = weight[from + tap] * input.scale()[i];
                }
            }
        }
        return folded;
    }

    /** The channels that come out. */
    FoldedChannels output() {
        return output;
    }

    /** Frames that come out. */
    int frames() {
        return frames;
    }

    /** Bands that come out. */
    int bands() {
        return bands;
    }

    /**
     * @param input patches×(input's live channels)×frames×bands
     * @return patches×(live channels)×frames×bands
     */
    NDArray forward(NDArray input) {
        NDArray products =
                Conv2d.conv2d(input, kernel, null, convolutionStep, new Shape(1, 1)).singletonOrThrow();
        NDArray rectified = NDArrays.maximum(products.addi(bias), 0).muli(sign);
        return Pool.maxPool2d(rectified, pooling.window(), pooling.step(), new Shape(0, 0), false);
    }
}
