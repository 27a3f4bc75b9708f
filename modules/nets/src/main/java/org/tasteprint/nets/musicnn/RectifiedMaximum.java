package org.tasteprint.nets.musicnn;

import org.tasteprint.nets.Affine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;

/**
 * Bias, ReLU, batch normalisation and then a maximum, with the maximum taken first: on the many raw products of the
 * convolution rather than after three passes over them.
 *
 * <p>Where a channel's normalisation has a negative scale, the maximum of scale·relu(z + bias) comes from the smallest z. So the
 * kernels of those channels are {@linkplain #signed negated}, and the sign is put back after the maximum.
 */
final class RectifiedMaximum {
    private final float[] signs;
    private final NDArray sign;
    private final NDArray bias;
    private final NDArray scale;
    private final NDArray shift;

    /** @param manager owns the constants */
    RectifiedMaximum(NDManager manager, float[] bias, Affine normalisation) {
        signs = new float[bias.length];
        for (int c = 0; c < signs.length; c++) {
            signs[c] = normalisation.scale()[c] < 0 ? -1 : 1;
        }
        sign = manager.create(signs);
        this.bias = manager.create(bias);
        scale = manager.create(normalisation.scale());
        shift = manager.create(normalisation.shift());
    }

    /** Number of channels. */
    int channels() {
        return signs.length;
    }

    /** A kernel with its channels (the fastest axis) negated where the maximum needs it. */
    float[] signed(float[] kernel) {
        float[] signed = new float[kernel.length];
        for (int i = 0; i < signed.length; i++) {
            signed[i] = kernel[i] * signs[i % signs.length];
        }
        return signed;
    }

    /**
     * What is left to do after the maximum.
     *
     * @param maxima rows×channels, of products with the signed kernel
     * @return rows×channels
     */
    NDArray finish(NDArray maxima) {
        try (NDArray linear = maxima.mul(sign).addi(bias)) {
            return NDArrays.maximum(linear, 0).muli(scale).addi(shift);
        }
    }
}
