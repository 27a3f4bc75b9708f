package org.tasteprint.nets;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.stream.IntStream;

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

    /**
     * A matrix of rows of one length.
     *
     * @param width of a row, which says what the shape is where there are none
     */
    public static Tensor ofRows(float[][] rows, int width) {
        float[] values = new float[rows.length * width];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, values, row * width, width);
        }
        return new Tensor(new long[] {rows.length, width}, values);
    }

    /** The rows of a matrix, copied. */
    public float[][] rows() {
        int width = (int) shape[1];
        return IntStream.range(0, (int) shape[0])
                .mapToObj(row -> Arrays.copyOfRange(values, row * width, (row + 1) * width))
                .toArray(float[][]::new);
    }

    /** Number of axes. */
    public int rank() {
        return shape.length;
    }

    /**
     * The same values without an axis of length 1.
     *
     * @param axis which
     */
    public Tensor without(int axis) {
        if (axis >= rank() || shape[axis] != 1) {
            throw new IllegalArgumentException("axis %d of %s is not 1".formatted(axis, Arrays.toString(shape)));
        }
        long[] fewer = new long[shape.length - 1];
        System.arraycopy(shape, 0, fewer, 0, axis);
        System.arraycopy(shape, axis + 1, fewer, axis, fewer.length - axis);
        return new Tensor(fewer, values);
    }

    /**
     * The same values with the axes in another order, copied.
     *
     * @param axes which of this tensor's axes comes first, second…: a permutation of 0 to rank - 1
     */
    public Tensor permuted(int... axes) {
        int rank = rank();
        if (!Arrays.equals(Arrays.stream(axes).sorted().toArray(), IntStream.range(0, rank).toArray())) {
            throw new IllegalArgumentException(
                    "axes must be a permutation of 0..%d; axes=%s".formatted(rank - 1, Arrays.toString(axes)));
        }
        long[] order = new long[rank];
        int[] steps = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            order[axis] = shape[axes[axis]];
            steps[axis] = (int) size(Arrays.copyOfRange(shape, axes[axis] + 1, rank));
        }
        float[] copied = new float[values.length];
        int[] position = new int[rank];
        int from = 0;
        for (int to = 0; to < copied.length; to++) {
            copied[to] = values[from];
            for (int axis = rank - 1; axis >= 0; axis--) {
                from += steps[axis];
                if (++position[axis] < order[axis]) {
                    break;
                }
                from -= steps[axis] * position[axis];
                position[axis] = 0;
            }
        }
        return new Tensor(order, copied);
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
