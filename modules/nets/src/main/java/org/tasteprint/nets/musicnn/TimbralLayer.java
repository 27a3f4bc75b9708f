package org.tasteprint.nets.musicnn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import org.tasteprint.nets.Patches;

/**
 * A timbral filter bank of musicnn: convolution with kernels of 7 frames × many mel bands, ReLU, batch normalisation,
 * maximum over all positions in frequency.
 *
 * <p>Each position in frequency is a matrix product of a window of the {@link MusicnnInput unfolded input} with the kernels;
 * only the running maximum is kept, so that no intermediate outgrows the processor's cache. Two neighbouring positions share
 * work (a fast FIR algorithm, Parker and Parhi 1997): with E and O the even and the odd bands of the input around position
 * 2g, and A and B the even and the odd taps of the kernels,
 * <pre>
 *   position 2g     = A·E(g) + B·O(g)   = (A+B)·O(g) + A·(E(g) − O(g))
 *   position 2g + 1 = A·O(g) + B·E(g+1) = (A+B)·O(g) + B·(E(g+1) − O(g))
 * </pre>
 * which takes three products of half the length rather than four, and their maximum is the shared term plus the maximum of
 * the other two.
 */
final class TimbralLayer {
    private static final int FRAMES = FrontEndBlock.TIMBRAL_FRAMES;

    private final RectifiedMaximum rectified;
    private final int positions;
    private final int evenTaps;
    private final int oddTaps;
    private final NDArray even;
    private final NDArray odd;
    private final NDArray both;

    /**
     * @param manager owns the weights
     * @param kernel  float[7][bands][channels]
     * @param bands   height of the kernels
     */
    TimbralLayer(NDManager manager, float[] kernel, int bands, RectifiedMaximum rectified) {
        this.rectified = rectified;
        positions = Patches.BANDS - bands + 1;
        evenTaps = Math.ceilDiv(bands, 2);
        oddTaps = bands / 2;
        int channels = rectified.channels();
        float[] signed = rectified.signed(kernel);
        float[] evenWeights = new float[evenTaps * FRAMES * channels];
        float[] oddWeights = new float[oddTaps * FRAMES * channels];
        float[] sums = new float[evenWeights.length];
        for (int frame = 0; frame < FRAMES; frame++) {
            for (int band = 0; band < bands; band++) {
                float[] target = band % 2 == 0 ? evenWeights : oddWeights;
                int from = (frame * bands + band) * channels;
                int to = (band / 2 * FRAMES + frame) * channels;
                System.arraycopy(signed, from, target, to, channels);
                for (int c = 0; c < channels; c++) {
                    sums[to + c] += signed[from + c];
                }
            }
        }
        even = manager.create(evenWeights, new Shape((long) evenTaps * FRAMES, channels));
        odd = manager.create(oddWeights, new Shape((long) oddTaps * FRAMES, channels));
        both = manager.create(sums, even.getShape());
    }

    /** @return (patches·frames)×channels */
    NDArray forward(MusicnnInput input) {
        NDArray best = null;
        for (int pair = 0; 2 * pair < positions; pair++) {
            NDArray better = bestOfPair(input, pair, best);
            if (best != null) {
                best.close();
            }
            best = better;
        }
        try (NDArray maxima = best) {
            return input.ofPatches(rectified.finish(maxima));
        }
    }

    private NDArray bestOfPair(MusicnnInput input, int pair, NDArray best) {
        boolean alone = 2 * pair + 1 == positions;
        try (NDArray shared = product(input.odd(), pair, evenTaps, both);
                NDArray first = product(input.evenMinusOdd(), pair, evenTaps, even);
                NDArray second = alone ? first.duplicate() : product(input.nextEvenMinusOdd(), pair, oddTaps, odd);
                NDArray larger = first.maximum(second).addi(shared)) {
            return best == null ? larger.duplicate() : best.maximum(larger);
        }
    }

    private static NDArray product(NDArray unfolded, int pair, int taps, NDArray weights) {
        long from = (long) pair * FRAMES;
        try (NDArray window = unfolded.get(new NDIndex().addAllDim().addSliceDim(from, from + (long) taps * FRAMES))) {
            return window.matMul(weights);
        }
    }
}
