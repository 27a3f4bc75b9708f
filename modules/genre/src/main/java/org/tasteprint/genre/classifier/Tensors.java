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
        return Tensor.ofRows(rows, rows.length == 0 ? 0 : rows[0].length);
    }

    /** The nearest float of each. */
    static float[] floats(double[] row) {
        float[] floats = new float[row.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) row[i];
        }
        return floats;
    }

    /** A matrix; its rows are of one length. */
    static Tensor of(double[][] rows) {
        return of(Arrays.stream(rows).map(Tensors::floats).toArray(float[][]::new));
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
        return doubles(vector.values());
    }

    static double[][] rows(Tensor matrix) {
        return Arrays.stream(matrix.rows()).map(Tensors::doubles).toArray(double[][]::new);
    }

    private static double[] doubles(float[] row) {
        double[] doubles = new double[row.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = row[i];
        }
        return doubles;
    }
}
