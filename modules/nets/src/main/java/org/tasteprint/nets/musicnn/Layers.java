package org.tasteprint.nets.musicnn;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;

/** The layers that musicnn is made of, with the constants of the original. */
final class Layers {
    /** Added to the variance in every batch normalisation. */
    static final float EPSILON = 1e-3f;

    private Layers() {}

    static Block normalisation() {
        return BatchNorm.builder().optEpsilon(EPSILON).build();
    }

    /**
     * @param frames of the kernels; on either side of the patch are half as many zero frames
     * @param bands  of the kernels; nothing is added above and below
     */
    static Block convolution(int filters, int frames, int bands) {
        return Conv2d.builder()
                .setFilters(filters)
                .setKernelShape(new Shape(frames, bands))
                .optPadding(new Shape(frames / 2, 0))
                .build();
    }

    /** Convolution over time of all channels; as many frames come out as went in. */
    static Block convolution(int filters, int frames) {
        return Conv1d.builder()
                .setFilters(filters)
                .setKernelShape(new Shape(frames))
                .optPadding(new Shape(frames / 2))
                .build();
    }
}
