package org.tasteprint.nets.musicnn;

import org.tasteprint.nets.Affine;
import org.tasteprint.nets.Patches;
import org.tasteprint.nets.Tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.IntStream;

/**
 * musicnn's layers with their weights, for inference. Nothing in it changes after construction.
 *
 * <p>Front end: two {@link TimbralLayer timbral} and three {@link TemporalLayer temporal} filter banks, side by side. Middle: three
 * {@link MiddleLayer layers} one after the other, the second and third added to what they got. Back end: maximum and mean over time
 * of all of these, a dense layer and the tags.
 */
final class MusicnnNetwork {
    private final MusicnnWidths widths;
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
    MusicnnNetwork(NDManager manager, MusicnnParameters parameters) {
        widths = MusicnnWidths.of(parameters);
        Affine input = parameters.normalisation(MusicnnParameters.INPUT_NORMALISATION, 1);
        inputScale = input.scale()[0];
        inputShift = input.shift()[0];
        timbral = IntStream.range(0, FrontEndBlock.TIMBRAL_BANDS.size())
                .mapToObj(bank -> timbral(manager, parameters, bank))
                .toList();
        temporal = IntStream.range(0, FrontEndBlock.TEMPORAL_FRAMES.size())
                .mapToObj(bank -> temporal(manager, parameters, bank))
                .toList();
        middle = IntStream.range(0, MiddleBlock.LAYERS)
                .mapToObj(layer -> new MiddleLayer(
                        manager, parameters, layer, layer == 0 ? widths.frontEnd() : widths.middle(), widths.middle()))
                .toList();
        int flattened = 2 * widths.pooled();
        Affine pooled = parameters.normalisation(MusicnnParameters.POOLED_NORMALISATION, flattened);
        pooledScale = manager.create(pooled.scale());
        pooledShift = manager.create(pooled.shift());
        denseKernel = kernel(manager, parameters, MusicnnParameters.DENSE, flattened, widths.dense());
        denseBias = manager.create(parameters.of(MusicnnParameters.DENSE, "bias", widths.dense()).values());
        Affine dense = parameters.normalisation(MusicnnParameters.DENSE_NORMALISATION, widths.dense());
        denseScale = manager.create(dense.scale());
        denseShift = manager.create(dense.shift());
        tagKernel = kernel(manager, parameters, MusicnnParameters.TAGS, widths.dense(), widths.tags());
        tagBias = manager.create(parameters.of(MusicnnParameters.TAGS, "bias", widths.tags()).values());
    }

    private TimbralLayer timbral(NDManager manager, MusicnnParameters parameters, int bank) {
        int bands = FrontEndBlock.TIMBRAL_BANDS.get(bank);
        String convolution = MusicnnParameters.timbral(bank);
        float[] kernel = filters(parameters, convolution, widths.timbral(), FrontEndBlock.TIMBRAL_FRAMES, bands);
        return new TimbralLayer(
                manager,
                kernel,
                bands,
                rectified(manager, parameters, convolution, MusicnnParameters.timbralNormalisation(bank), widths.timbral()));
    }

    private TemporalLayer temporal(NDManager manager, MusicnnParameters parameters, int bank) {
        int frames = FrontEndBlock.TEMPORAL_FRAMES.get(bank);
        String convolution = MusicnnParameters.temporal(bank);
        float[] kernel = filters(parameters, convolution, widths.temporal(), frames, 1);
        return new TemporalLayer(
                manager,
                kernel,
                frames,
                rectified(manager, parameters, convolution, MusicnnParameters.temporalNormalisation(bank), widths.temporal()));
    }

    /** float[frames][bands][filters] */
    private static float[] filters(MusicnnParameters parameters, String layer, int filters, int frames, int bands) {
        return parameters.of(layer, "weight", filters, 1, frames, bands).permuted(2, 3, 1, 0).values();
    }

    private static RectifiedMaximum rectified(
            NDManager manager, MusicnnParameters parameters, String convolution, String normalisation, int channels) {
        return new RectifiedMaximum(
                manager,
                parameters.of(convolution, "bias", channels).values(),
                parameters.normalisation(normalisation, channels));
    }

    /** inputs×outputs, as a row of inputs is multiplied with it. */
    private static NDArray kernel(NDManager manager, MusicnnParameters parameters, String layer, int inputs, int outputs) {
        Tensor weight = parameters.of(layer, "weight", outputs, inputs);
        return manager.create(weight.permuted(1, 0).values(), new Shape(inputs, outputs));
    }

    MusicnnWidths widths() {
        return widths;
    }

    /**
     * @param scope owns everything that is computed
     * @param batch so many patches that what lies between two layers stays in the processor's cache
     */
    Output forward(NDManager scope, Patches batch) {
        NDArray channels = channels(scope, batch);
        NDArray maxPool = channels.max(new int[] {2});
        NDArray meanPool = channels.mean(new int[] {2});
        // Interleaved: the maximum of channel 0, its mean, the maximum of channel 1...
        NDArray pooled = maxPool.stack(meanPool, 2).reshape(batch.count(), 2L * widths.pooled());
        NDArray dense = pooled.muli(pooledScale).addi(pooledShift).matMul(denseKernel).addi(denseBias);
        NDArray penultimate = NDArrays.maximum(dense, 0).muli(denseScale).addi(denseShift);
        NDArray logits = penultimate.matMul(tagKernel).addi(tagBias);
        return new Output(maxPool, meanPool, penultimate, logits.getNDArrayInternal().sigmoid());
    }

    /** @return patches×pooled×frames */
    private NDArray channels(NDManager scope, Patches batch) {
        NDArray front = frontEnd(scope, batch);
        NDArray bottom = middle.get(0).forward(front);
        NDArray second = middle.get(1).forward(bottom).addi(bottom);
        NDArray third = middle.get(2).forward(second).addi(second);
        return NDArrays.concat(new NDList(front, bottom, second, third), 1);
    }

    /**
     * The filter banks alone.
     *
     * @return patches×frontEnd×frames
     */
    NDArray frontEnd(NDManager scope, Patches batch) {
        MusicnnInput input = MusicnnInput.of(scope, batch, inputScale, inputShift);
        NDList banks = new NDList();
        timbral.forEach(layer -> banks.add(layer.forward(input)));
        temporal.forEach(layer -> banks.add(layer.forward(input)));
        return NDArrays.concat(banks, 1)
                .reshape(batch.count(), Patches.FRAMES, widths.frontEnd())
                .transpose(0, 2, 1);
    }
}
