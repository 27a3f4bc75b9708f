package org.tasteprint.nets.musicnn;

import org.tasteprint.nets.Affine;
import org.tasteprint.nets.format.KerasWeights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * musicnn's layers with their weights, for inference. Nothing in it changes after construction.
 *
 * <p>Front end: two {@link TimbralLayer timbral} and three {@link TemporalLayer temporal} filter banks, side by side. Middle: three
 * {@link MiddleLayer layers} one after the other, the second and third added to what they got. Back end: maximum and mean over time
 * of all of these, a dense layer and the tags.
 */
final class MusicnnNetwork {
    private static final int TIMBRAL_CHANNELS = 204;
    private static final int TEMPORAL_CHANNELS = 51;
    private static final int[] TIMBRAL_BANDS = {38, 67};
    private static final int[] TEMPORAL_FRAMES = {128, 64, 32};

    /** Channels of the front end. */
    static final int FRONT = TIMBRAL_BANDS.length * TIMBRAL_CHANNELS + TEMPORAL_FRAMES.length * TEMPORAL_CHANNELS;

    /** Channels of the front end and the middle: the length of a pooled feature. */
    static final int POOLED = FRONT + 3 * MiddleLayer.CHANNELS;

    /** Units of the dense layer. */
    static final int PENULTIMATE = 200;

    /** Tags. */
    static final int TAGS = 50;

    private final float inputScale;
    private final float inputShift;
    private final List<TimbralLayer> timbral;
    private final List<TemporalLayer> temporal;
    private final List<MiddleLayer> middle;
    private final NDArray pooledScale;
    private final NDArray pooledShift;
    private final NDArray denseKernel;
    private final NDArray denseBias;
    private final NDArray denseScale;
    private final NDArray denseShift;
    private final NDArray tagKernel;
    private final NDArray tagBias;

    /** What comes out of a batch, as {@link Musicnn.Activations} but in native memory. */
    record Output(NDArray maxPool, NDArray meanPool, NDArray penultimate, NDArray taggram) {}

    /** @param manager owns the weights */
    MusicnnNetwork(NDManager manager, KerasWeights weights) {
        Affine input = weights.normalisation("batch_normalization", 1);
        inputScale = input.scale()[0];
        inputShift = input.shift()[0];
        timbral = List.of(timbral(manager, weights, 0), timbral(manager, weights, 1));
        temporal = List.of(temporal(manager, weights, 0), temporal(manager, weights, 1), temporal(manager, weights, 2));
        middle = List.of(
                new MiddleLayer(manager, weights, 1, FRONT),
                new MiddleLayer(manager, weights, 2, MiddleLayer.CHANNELS),
                new MiddleLayer(manager, weights, 3, MiddleLayer.CHANNELS));
        Affine pooled = weights.normalisation("bn_flatpool", 2 * POOLED);
        pooledScale = manager.create(pooled.scale());
        pooledShift = manager.create(pooled.shift());
        denseKernel = manager.create(
                weights.weight("dense", "kernel", 2 * POOLED, PENULTIMATE), new Shape(2 * POOLED, PENULTIMATE));
        denseBias = manager.create(weights.weight("dense", "bias", PENULTIMATE));
        Affine dense = weights.normalisation("bn_dense", PENULTIMATE);
        denseScale = manager.create(dense.scale());
        denseShift = manager.create(dense.shift());
        tagKernel = manager.create(weights.weight("dense_1", "kernel", PENULTIMATE, TAGS), new Shape(PENULTIMATE, TAGS));
        tagBias = manager.create(weights.weight("dense_1", "bias", TAGS));
    }

    /** {@code conv2d} and {@code conv2d_1}, each with the normalisation of the next number. */
    private static TimbralLayer timbral(NDManager manager, KerasWeights weights, int which) {
        String layer = which == 0 ? "conv2d" : "conv2d_" + which;
        int bands = TIMBRAL_BANDS[which];
        float[] kernel = weights.weight(layer, "kernel", TimbralLayer.FRAMES, bands, 1, TIMBRAL_CHANNELS);
        return new TimbralLayer(manager, kernel, bands, rectified(manager, weights, layer, which + 1, TIMBRAL_CHANNELS));
    }

    /** {@code conv2d_2} to {@code conv2d_4}. */
    private static TemporalLayer temporal(NDManager manager, KerasWeights weights, int which) {
        int number = which + TIMBRAL_BANDS.length;
        String layer = "conv2d_" + number;
        int frames = TEMPORAL_FRAMES[which];
        float[] kernel = weights.weight(layer, "kernel", frames, 1, 1, TEMPORAL_CHANNELS);
        return new TemporalLayer(
                manager, kernel, frames, rectified(manager, weights, layer, number + 1, TEMPORAL_CHANNELS));
    }

    private static RectifiedMaximum rectified(
            NDManager manager, KerasWeights weights, String layer, int normalisation, int channels) {
        return new RectifiedMaximum(
                manager,
                weights.weight(layer, "bias", channels),
                weights.normalisation("batch_normalization_" + normalisation, channels));
    }

    /**
     * @param scope   owns everything that is computed
     * @param logMel  float[][187][96]
     * @param first   the first patch of the batch
     * @param patches how many
     */
    Output forward(NDManager scope, float[] logMel, int first, int patches) {
        NDArray channels = channels(scope, logMel, first, patches);
        NDArray maxPool = channels.max(new int[] {2});
        NDArray meanPool = channels.mean(new int[] {2});
        // Interleaved: the maximum of channel 0, its mean, the maximum of channel 1...
        NDArray pooled = maxPool.stack(meanPool, 2).reshape(patches, 2L * POOLED);
        NDArray dense = pooled.muli(pooledScale).addi(pooledShift).matMul(denseKernel).addi(denseBias);
        NDArray penultimate = NDArrays.maximum(dense, 0).muli(denseScale).addi(denseShift);
        NDArray logits = penultimate.matMul(tagKernel).addi(tagBias);
        return new Output(maxPool, meanPool, penultimate, logits.getNDArrayInternal().sigmoid());
    }

    /** @return patches×753×frames */
    private NDArray channels(NDManager scope, float[] logMel, int first, int patches) {
        MusicnnInput input = MusicnnInput.of(scope, logMel, first, patches, inputScale, inputShift);
        NDList banks = new NDList();
        timbral.forEach(layer -> banks.add(layer.forward(input)));
        temporal.forEach(layer -> banks.add(layer.forward(input)));
        NDArray front = NDArrays.concat(banks, 1)
                .reshape(patches, Musicnn.PATCH_FRAMES, FRONT)
                .transpose(0, 2, 1);
        NDArray bottom = middle.get(0).forward(front);
        NDArray second = middle.get(1).forward(bottom).addi(bottom);
        NDArray third = middle.get(2).forward(second).addi(second);
        return NDArrays.concat(new NDList(front, bottom, second, third), 1);
    }
}
