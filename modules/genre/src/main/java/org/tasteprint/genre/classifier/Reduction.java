package org.tasteprint.genre.classifier;

import java.util.Arrays;
import java.util.Map;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.nets.Tensor;
import smile.linalg.UPLO;
import smile.tensor.DenseMatrix;

/**
 * Standardises every column to mean 0 and standard deviation 1, so that no feature outweighs another by its units alone, multiplies it
 * by its weight, and turns the rows onto fewer directions: see {@link ReductionSettings}.
 *
 * @param mean       double[inputs]
 * @param deviation  double[inputs], divided by the column's weight; 1 for a column that does not vary
 * @param components double[inputs][outputs], or no rows for standardising alone
 */
public record Reduction(double[] mean, double[] deviation, double[][] components) {
    /** Rows turned at a time. */
    private static final int BLOCK_ROWS = 2048;

    /** Leaves rows as they are. */
    public static Reduction none(int inputs) {
        double[] ones = new double[inputs];
        Arrays.fill(ones, 1);
        return new Reduction(new double[inputs], ones, new double[0][]);
    }

    /**
     * Standardises as {@code rows}, at least 2, ask for.
     *
     * @param weight double[inputs]: the standard deviation that each column is to have
     */
    static Reduction standardising(FeatureMatrix rows, double[] weight) {
        double[] mean = new double[rows.dimensions()];
        double[] deviation = new double[rows.dimensions()];
        moments(rows, mean, deviation);
        for (int d = 0; d < deviation.length; d++) {
            deviation[d] /= weight[d];
        }
        return new Reduction(mean, deviation, new double[0][]);
    }

    /** This standardisation, and then these directions: double[inputs][outputs]. */
    Reduction onto(double[][] directions) {
        return new Reduction(mean, deviation, directions);
    }

    /** The mean product of every two standardised columns, which is their correlation where all weigh 1: its lower triangle. */
    DenseMatrix correlation(FeatureMatrix rows) {
        OpenBlas.load();
        DenseMatrix sum = DenseMatrix.of(new double[inputs()][inputs()]);
        for (int from = 0; from < rows.rows(); from += BLOCK_ROWS) {
            DenseMatrix block = DenseMatrix.of(standardised(rows, from, Math.min(rows.rows(), from + BLOCK_ROWS)));
            sum.add(block.ata());
        }
        return sum.scale(1.0 / rows.rows()).withUplo(UPLO.LOWER);
    }

    public int inputs() {
        return mean.length;
    }

    public int outputs() {
        return components.length == 0 ? inputs() : components[0].length;
    }

    /** Returns double[rows][outputs]. */
    public double[][] apply(FeatureMatrix rows) {
        if (components.length == 0) {
            return standardised(rows, 0, rows.rows());
        }
        OpenBlas.load();
        DenseMatrix turn = DenseMatrix.of(components);
        double[][] reduced = new double[rows.rows()][];
        for (int from = 0; from < reduced.length; from += BLOCK_ROWS) {
            int to = Math.min(reduced.length, from + BLOCK_ROWS);
            double[][] block = DenseMatrix.of(standardised(rows, from, to))
                    .mm(turn)
                    .toArray(new double[0][]);
            System.arraycopy(block, 0, reduced, from, to - from);
        }
        return reduced;
    }

    /** Its numbers by name, for {@link #of}. */
    public Map<String, Tensor> tensors() {
        return Map.of("mean", Tensors.of(mean), "deviation", Tensors.of(deviation), "components", Tensors.of(components));
    }

    public static Reduction of(Map<String, Tensor> tensors) {
        return new Reduction(
                Tensors.row(tensors.get("mean")),
                Tensors.row(tensors.get("deviation")),
                Tensors.rows(tensors.get("components")));
    }

    double[][] standardised(FeatureMatrix rows, int from, int to) {
        double[][] block = new double[to - from][inputs()];
        for (int row = from; row < to; row++) {
            for (int d = 0; d < inputs(); d++) {
                block[row - from][d] = (rows.values()[row * inputs() + d] - mean[d]) / deviation[d];
            }
        }
        return block;
    }

    private static void moments(FeatureMatrix rows, double[] mean, double[] deviation) {
        int n = rows.rows();
        float[] values = rows.values();
        for (int i = 0; i < values.length; i++) {
            mean[i % mean.length] += (double) values[i] / n;
        }
        for (int i = 0; i < values.length; i++) {
            double from = values[i] - mean[i % mean.length];
            deviation[i % mean.length] += from * from / n;
        }
        for (int d = 0; d < deviation.length; d++) {
            double sd = Math.sqrt(deviation[d]);
            // What remains of a constant column is rounding, which must not be blown up to size 1.
            deviation[d] = sd > 1e-7 * Math.abs(mean[d]) && sd > 0 ? sd : 1;
        }
    }
}
