package org.tasteprint.nets.vgg;

import java.util.stream.IntStream;

/**
 * What lies between two layers: the channels that are computed, and how they stand for all channels of the original. Channel
 * {@code live[i]} is {@code scale[i]} times the computed channel i plus {@code constant[live[i]]}; every other channel is its
 * constant.
 *
 * @param live     int[computed]: the original's number of each computed channel
 * @param scale    float[computed]
 * @param constant float[channels]
 */
record FoldedChannels(int[] live, float[] scale, float[] constant) {
    /** All channels, each scaled and shifted. */
    static FoldedChannels all(float[] scale, float[] shift) {
        return new FoldedChannels(IntStream.range(0, scale.length).toArray(), scale, shift);
    }
}
