package org.tasteprint.index;

import java.util.Arrays;

/**
 * What a model's raw output goes through before it is a vector of a space: (x − mean) · scale in each dimension. It is kept with the
 * space, so that a file that comes later is put where it belongs.
 *
 * @param mean  float[dimensions], or empty where vectors are taken as they are
 * @param scale float[dimensions], or empty where vectors are taken as they are
 */
public record Preprocessing(float[] mean, float[] scale) {
    /** Takes vectors as they are. */
    public static final Preprocessing NONE = new Preprocessing(new float[0], new float[0]);

    public Preprocessing {
        if (mean.length != scale.length) {
            throw new IllegalArgumentException("lengths differ: mean has %d, scale %d".formatted(mean.length, scale.length));
        }
    }

    /**
     * A new vector for a raw one.
     *
     * @param raw float[dimensions]
     */
    public float[] apply(float[] raw) {
        float[] vector = raw.clone();
        if (mean.length == 0) {
            return vector;
        }
        if (raw.length != mean.length) {
            throw new IllegalArgumentException("raw must have %d dimensions; it has %d".formatted(mean.length, raw.length));
        }
        for (int d = 0; d < vector.length; d++) {
            vector[d] = (vector[d] - mean[d]) * scale[d];
        }
        return vector;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Preprocessing that && Arrays.equals(mean, that.mean) && Arrays.equals(scale, that.scale);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(mean) + Arrays.hashCode(scale);
    }
}
