package org.tasteprint.genre.classifier;

import java.util.Arrays;
import java.util.Map;
import org.tasteprint.nets.Tensor;

/** Between the doubles that are computed with and the floats that a model file keeps. */
final class Tensors {
    private static final int EXACT_MAX = 1 << 24;

    private Tensors() {}

    /** A vector. */
    static Tensor of(double... row) {
        return new Tensor(new long[] {row.length}, floats(row));
    }

    /** A matrix; its rows are of one length. */
    static Tensor of(float[][] rows) {
        int width = rows.length == 0 ? 0 : rows[0].length;
        float[] values = new float[Math.multiplyExact(rows.length, width)];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, values, row * width, width);
        }
        return new Tensor(new long[] {rows.length, width}, values);
    }

    /** The nearest float of each. */
    static float[] floats(double[] row) {
        float[] floats = new float[row.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) row[i];
        }
        return floats;
    }

    static float[][] floatRows(Tensor matrix) {
        int width = (int) matrix.shape()[1];
        float[][] rows = new float[(int) matrix.shape()[0]][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = Arrays.copyOfRange(matrix.values(), row * width, (row + 1) * width);
        }
        return rows;
    }

    /** A matrix; its rows are of one length. */
    static Tensor of(double[][] rows) {
        int width = rows.length == 0 ? 0 : rows[0].length;
        double[] values = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        return new Tensor(new long[] {rows.length, width}, of(values).values());
    }

    /**
     * Whole numbers.
     *
     * @throws IllegalArgumentException when one is too large for a float to tell it from its neighbours
     */
    static Tensor of(int[] numbers) {
        for (int number : numbers) {
            if (Math.abs((long) number) > EXACT_MAX) {
                throw new IllegalArgumentException("%d is too large for a model file".formatted(number));
            }
        }
        return of(Arrays.stream(numbers).asDoubleStream().toArray());
    }

    /** How many values the tensor has whose name ends so: of a last layer's bias, as many as there are labels. */
    static int lengthOf(Map<String, Tensor> tensors, String end) {
        return tensors.entrySet().stream()
                .filter(tensor -> tensor.getKey().endsWith(end))
                .mapToInt(tensor -> tensor.getValue().values().length)
                .findFirst()
                .orElseThrow();
    }

    static int[] integers(Tensor vector) {
        return Arrays.stream(row(vector)).mapToInt(number -> (int) number).toArray();
    }

    static double[] row(Tensor vector) {
        double[] row = new double[vector.values().length];
        for (int i = 0; i < row.length; i++) {
            row[i] = vector.values()[i];
        }
        return row;
    }

    static double[][] rows(Tensor matrix) {
        double[] values = row(matrix);
        int width = (int) matrix.shape()[1];
        double[][] rows = new double[(int) matrix.shape()[0]][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = Arrays.copyOfRange(values, row * width, (row + 1) * width);
        }
        return rows;
    }
}
