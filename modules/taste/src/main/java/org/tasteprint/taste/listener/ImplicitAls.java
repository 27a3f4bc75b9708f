package org.tasteprint.taste.listener;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Matrix factorisation of implicit feedback by alternating least squares (Hu, Koren and Volinsky 2008): every pair of listener
 * and item counts, those without an entry as preference 0 with weight 1, those with one by their preference with weight
 * 1 + confidence. Rows are solved in parallel, each on its own, so the outcome does not depend on the number of threads.
 *
 * @param factors    dimensions of the vectors
 * @param penalty    weight of |x|² and |y|²
 * @param emphasis   what every confidence is multiplied by
 * @param iterations how often both sides are solved
 * @param seed       of the first item vectors
 */
public record ImplicitAls(int factors, double penalty, double emphasis, int iterations, long seed) {
    /**
     * The outcome.
     *
     * @param rows    float[rows][factors]: listeners; 0 for a row without entries
     * @param columns float[columns][factors]: items
     */
    public record Factors(float[][] rows, float[][] columns) {}

    /** What suits histories of tens to hundreds of items. */
    public static ImplicitAls standard(int factors, long seed) {
        return new ImplicitAls(factors, 0.1, 1, 6, seed);
    }

    public Factors factorise(SparseRows matrix) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] columns = new float[matrix.columns()][factors];
        for (float[] vector : columns) {
            for (int f = 0; f < factors; f++) {
                vector[f] = (float) (0.1 * random.nextGaussian());
            }
        }
        SparseRows turned = matrix.transposed();
        float[][] rows = new float[matrix.rows()][factors];
        for (int i = 0; i < iterations; i++) {
            solve(matrix, columns, rows);
            solve(turned, rows, columns);
        }
        solve(matrix, columns, rows);
        return new Factors(rows, columns);
    }

    /** Gives rows that were not factorised their vector, with the columns as they are. Safe for use by several threads. */
    public Folding folding(float[][] columns) {
        return new Folding(this, columns, gram(columns));
    }

    /** Solves for single rows. */
    public static final class Folding {
        private final ImplicitAls als;
        private final float[][] columns;
        private final double[][] gram;

        private Folding(ImplicitAls als, float[][] columns, double[][] gram) {
            this.als = als;
            this.columns = columns;
            this.gram = gram;
        }

        /**
         * The vector of a row whose entries are all preferred.
         *
         * @param items      columns of its entries
         * @param confidence of each entry
         */
        public float[] row(int[] items, float[] confidence) {
            float[] preference = new float[items.length];
            Arrays.fill(preference, 1);
            return row(new SparseRows(columns.length, new int[] {0, items.length}, items, preference, confidence));
        }

        /** The vector of a row with these entries. */
        public float[] row(List<SparseRows.Entry> entries) {
            return row(SparseRows.of(columns.length, List.of(entries)));
        }

        private float[] row(SparseRows one) {
            return als.solveRow(one, 0, columns, gram);
        }
    }

    private void solve(SparseRows matrix, float[][] fixed, float[][] solved) {
        double[][] gram = gram(fixed);
        IntStream.range(0, matrix.rows()).parallel().forEach(row -> solved[row] = solveRow(matrix, row, fixed, gram));
    }

    /** x = (YᵀY + Yᵀ(C − I)Y + penalty I)⁻¹ YᵀCp of one row. */
    private float[] solveRow(SparseRows matrix, int row, float[][] fixed, double[][] gram) {
        float[] x = new float[factors];
        if (matrix.size(row) == 0) {
            return x;
        }
        double[][] a = new double[factors][];
        for (int f = 0; f < factors; f++) {
            a[f] = gram[f].clone();
            a[f][f] += penalty;
        }
        double[] b = new double[factors];
        for (int i = matrix.starts()[row]; i < matrix.starts()[row + 1]; i++) {
            float[] y = fixed[matrix.column()[i]];
            double extra = emphasis * matrix.confidence()[i];
            for (int f = 0; f < factors; f++) {
                b[f] += (1 + extra) * matrix.preference()[i] * y[f];
                for (int g = 0; g <= f; g++) {
                    a[f][g] += extra * y[f] * y[g];
                }
            }
        }
        Cholesky.solve(a, b);
        for (int f = 0; f < factors; f++) {
            x[f] = (float) b[f];
        }
        return x;
    }

    /** The lower triangle of YᵀY. */
    private double[][] gram(float[][] vectors) {
        double[][] gram = new double[factors][factors];
        for (float[] y : vectors) {
            for (int f = 0; f < factors; f++) {
                for (int g = 0; g <= f; g++) {
                    gram[f][g] += (double) y[f] * y[g];
                }
            }
        }
        return gram;
    }
}
