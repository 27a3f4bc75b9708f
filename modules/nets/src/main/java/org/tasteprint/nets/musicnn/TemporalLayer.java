package org.tasteprint.nets.musicnn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import org.tasteprint.nets.Patches;

/**
 * A temporal filter bank of musicnn: every mel band alone is convolved with kernels of many frames, then ReLU, batch
 * normalisation, maximum over the bands.
 *
 * <p>One product gives a block of {@value #BLOCK} frames of all bands: the matrix holds every kernel {@value #BLOCK} times, each
 * time one frame later. The few zeros in it cost less than what a larger product gains.
 */
final class TemporalLayer {
    /** Frames that one product gives. */
    static final int BLOCK = 16;

    private static final int BLOCKS = Math.ceilDiv(Patches.FRAMES, BLOCK);

    /** Frames of a patch, rounded up to whole blocks. */
    static final int FRAMES = BLOCKS * BLOCK;

    private final RectifiedMaximum rectified;
    private final int length;
    private final NDArray weights;

    /**
     * @param manager owns the weights
     * @param kernel  float[length][channels]
     * @param length  of the kernels in frames
     */
    TemporalLayer(NDManager manager, float[] kernel, int length, RectifiedMaximum rectified) {
        this.rectified = rectified;
        this.length = length;
        int channels = rectified.channels();
        float[] signed = rectified.signed(kernel);
        float[] shifted = new float[(length + BLOCK - 1) * BLOCK * channels];
        for (int frame = 0; frame < BLOCK; frame++) {
            for (int tap = 0; tap < length; tap++) {
                int to = ((frame + tap) * BLOCK + frame) * channels;
                System.arraycopy(signed, tap * channels, shifted, to, channels);
            }
        }
        weights = manager.create(shifted, new Shape(length + BLOCK - 1L, (long) BLOCK * channels));
    }

    /** @return (patches·frames)×channels */
    NDArray forward(MusicnnInput input) {
        // "Same" padding as TensorFlow has it: of an even length, the smaller half lies before.
        int before = MusicnnInput.FRAMES_BEFORE - (length - 1) / 2;
        NDList blocks = new NDList(BLOCKS);
        for (int block = 0; block < BLOCKS; block++) {
            long from = before + (long) block * BLOCK;
            NDIndex frames = new NDIndex().addAllDim().addSliceDim(from, from + length + BLOCK - 1);
            try (NDArray window = input.bands().get(frames)) {
                blocks.add(maximumOverBands(window.matMul(weights), input.patches().count()));
            }
        }
        int channels = rectified.channels();
        try (blocks;
                NDArray all = NDArrays.concat(blocks, 1);
                NDArray framewise = all.reshape(input.patches().count(), FRAMES, channels);
                NDArray patch = framewise.get(new NDIndex().addAllDim().addSliceDim(0, Patches.FRAMES));
                NDArray maxima = patch.reshape(-1, channels)) {
            return rectified.finish(maxima);
        }
    }

    /** @param products (bands·patches)×any; is closed */
    private static NDArray maximumOverBands(NDArray products, int patches) {
        NDArray left = products;
        for (int bands = Patches.BANDS; bands > 1; ) {
            // The halves of an odd number overlap, which a maximum does not mind.
            int half = Math.ceilDiv(bands, 2);
            try (NDArray whole = left;
                    NDArray lower = whole.get(new NDIndex().addSliceDim(0, (long) half * patches));
                    NDArray upper =
                            whole.get(new NDIndex().addSliceDim((long) (bands - half) * patches, (long) bands * patches))) {
                left = lower.maximum(upper);
            }
            bands = half;
        }
        return left;
    }
}
