package org.tasteprint.nets;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * An array of numbers in the Java heap, free of any engine.
 *
 * @param shape  length of each axis, outermost first; empty for a single number. Not copied, not to be changed
 * @param values row-major: the last axis runs fastest. Not copied, not to be changed
 */
public record Tensor(long[] shape, float[] values) {
    public Tensor {
        requireNonNull(shape, "shape is null");
        requireNonNull(values, "values is null");
        if (size(shape) != values.length) {
            throw new IllegalArgumentException(
                    "shape %s does not hold %d values".formatted(Arrays.toString(shape), values.length));
        }
    }

    /** Number of axes. */
    public int rank() {
        return shape.length;
    }

    /**
     * How many values a shape holds.
     *
     * @throws IllegalArgumentException when an axis is negative or the product exceeds a {@code long}
     */
    public static long size(long[] shape) {
        long size = 1;
        for (long axis : shape) {
            if (axis < 0) {
                throw new IllegalArgumentException("negative axis in shape " + Arrays.toString(shape));
            }
            try {
                size = Math.multiplyExact(size, axis);
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException("shape too large: " + Arrays.toString(shape), e);
            }
        }
        return size;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor that
                && Arrays.equals(shape, that.shape)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Tensor" + Arrays.toString(shape);
    }
}
