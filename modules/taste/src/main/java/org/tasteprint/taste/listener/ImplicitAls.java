package org.tasteprint.taste.listener;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tasteprint.taste.table.VectorTable;

/**
 * Matrix factorisation of implicit feedback by alternating least squares (Hu, Koren and Volinsky 2008): every pair of listener
 * and item counts, those without an entry as preference 0 with weight 1, those with one by their preference with weight
 * 1 + confidence. Rows are solved in parallel, each on its own, so the outcome does not depend on the number of threads. Native memory:
 * {@code 4 * factors} bytes a listener and an item.
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
     * @param rows    vectors of listeners; 0 for a row without entries
     * @param columns vectors of items
     */
    public record Factors(VectorTable rows, VectorTable columns) {}

    /** What suits histories of tens to hundreds of items. */
    public static ImplicitAls standard(int factors, long seed) {
        return new ImplicitAls(factors, 0.1, 1, 6, seed);
    }

    public Factors factorise(SparseRows matrix) {
        SplittableRandom random = new SplittableRandom(seed);
        VectorTable columns = new VectorTable(matrix.columns(), factors);
        float[] vector = new float[factors];
        for (int column = 0; column < matrix.columns(); column++) {
            for (int f = 0; f < factors; f++) {
                vector[f] = (float) (0.1 * random.nextGaussian());
            }
            columns.write(column, vector);
        }
        SparseRows turned = matrix.transposed();
        VectorTable rows = new VectorTable(matrix.rows(), factors);
        for (int i = 0; i < iterations; i++) {
            solve(matrix, columns, rows);
            solve(turned, rows, columns);
        }
        solve(matrix, columns, rows);
        return new Factors(rows, columns);
    }

    /** Gives rows that were not factorised their vector, with the columns as they are. Safe for use by several threads. */
    public Folding folding(VectorTable columns) {
        return new Folding(this, columns, gram(columns));
    }

    /** Solves for single rows. */
    public static final class Folding {
        private final ImplicitAls als;
        private final VectorTable columns;
        private final double[][] gram;

        private Folding(ImplicitAls als, VectorTable columns, double[][] gram) {
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
            Solver solver = als.new Solver(gram);
            for (int i = 0; i < items.length; i++) {
                solver.add(columns, items[i], 1, confidence[i]);
            }
            return solver.solved(items.length);
        }

        /** The vector of a row with these entries. */
        public float[] row(List<SparseRows.Entry> entries) {
            Solver solver = als.new Solver(gram);
            entries.forEach(entry -> solver.add(columns, entry.column(), entry.preference(), entry.confidence()));
            return solver.solved(entries.size());
        }
    }

    private void solve(SparseRows matrix, VectorTable fixed, VectorTable solved) {
        double[][] gram = gram(fixed);
        IntStream.range(0, matrix.rows()).parallel().forEach(row -> {
            Solver solver = new Solver(gram);
            for (int i = matrix.start(row); i < matrix.start(row + 1); i++) {
                solver.add(fixed, matrix.column(i), matrix.preference(i), matrix.confidence(i));
            }
            solved.write(row, solver.solved(matrix.size(row)));
        });
    }

    /** x = (YᵀY + Yᵀ(C − I)Y + penalty I)⁻¹ YᵀCp of one row. */
    private final class Solver {
        private final double[][] a = new double[factors][];
        private final double[] b = new double[factors];
        private final float[] y = new float[factors];

        Solver(double[][] gram) {
            for (int f = 0; f < factors; f++) {
                a[f] = gram[f].clone();
                a[f][f] += penalty;
            }
        }

        void add(VectorTable fixed, int column, float preference, float confidence) {
            fixed.read(column, y);
            double extra = emphasis * confidence;
            for (int f = 0; f < factors; f++) {
                b[f] += (1 + extra) * preference * y[f];
                double[] row = a[f];
                for (int g = 0; g <= f; g++) {
                    row[g] += extra * y[f] * y[g];
                }
            }
        }

        /** @param entries how many were added; without any it is 0 */
        float[] solved(int entries) {
            float[] x = new float[factors];
            if (entries > 0) {
                Cholesky.solve(a, b);
                for (int f = 0; f < factors; f++) {
                    x[f] = (float) b[f];
                }
            }
            return x;
        }
    }

    /** The lower triangle of YᵀY. */
    private double[][] gram(VectorTable vectors) {
        double[][] gram = new double[factors][factors];
        float[] y = new float[factors];
        for (int row = 0; row < vectors.rows(); row++) {
            vectors.read(row, y);
            for (int f = 0; f < factors; f++) {
                for (int g = 0; g <= f; g++) {
                    gram[f][g] += (double) y[f] * y[g];
                }
            }
        }
        return gram;
    }
}
