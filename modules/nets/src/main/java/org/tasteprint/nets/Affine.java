package org.tasteprint.nets;

/**
 * What batch normalisation does at inference: y = scale·x + shift, channel by channel.
 *
 * @param scale float[channels]
 * @param shift float[channels]
 */
public record Affine(float[] scale, float[] shift) {}
