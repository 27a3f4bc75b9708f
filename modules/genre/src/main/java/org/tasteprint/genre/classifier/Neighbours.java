package org.tasteprint.genre.classifier;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tasteprint.genre.classifier.Knn.Metric;
import smile.tensor.DenseMatrix;

/**
 * The nearest rows of a set, nearest first; among equals the first.
 *
 * @param index    int[rows][k]
 * @param distance double[rows][k]
 */
record Neighbours(int[][] index, double[][] distance) {
    /** Rows whose distances to all others are in memory at a time: with 20 000 others, 20 MB a thread. */
    private static final int BLOCK_ROWS = 128;

    /**
     * @param rows   double[rows][columns]: whose neighbours
     * @param others double[others][columns]: among which
     * @param k      how many, at most as many as there are others
     */
    static Neighbours of(double[][] rows, double[][] others, Metric metric, int k) {
        OpenBlas.load();
        double[][] from = metric == Metric.COSINE ? unit(rows) : rows;
        double[][] to = metric == Metric.COSINE ? unit(others) : others;
        int[][] index = new int[rows.length][];
        double[][] distance = new double[rows.length][];
        float[][] columns = metric == Metric.MANHATTAN ? columns(to) : new float[0][];
        double[] squares = squares(to);
        DenseMatrix matrix = metric == Metric.MANHATTAN ? null : DenseMatrix.of(to);
        IntStream.range(0, Math.ceilDiv(rows.length, BLOCK_ROWS)).parallel().forEach(block -> {
            int start = block * BLOCK_ROWS;
            double[][] part = Arrays.copyOfRange(from, start, Math.min(rows.length, start + BLOCK_ROWS));
            double[][] away = switch (metric) {
                case EUCLIDEAN -> euclidean(part, matrix, squares);
                case COSINE -> cosine(part, matrix);
                case MANHATTAN -> manhattan(part, columns);
            };
            for (int row = 0; row < part.length; row++) {
                nearest(away[row], k, start + row, index, distance);
            }
        });
        return new Neighbours(index, distance);
    }

    private static double[][] euclidean(double[][] rows, DenseMatrix others, double[] squares) {
        double[][] distances = DenseMatrix.of(rows).mt(others).toArray(new double[0][]);
        double[] own = squares(rows);
        for (int row = 0; row < rows.length; row++) {
            for (int other = 0; other < squares.length; other++) {
                // Rounding can make the square of nothing slightly negative.
                distances[row][other] = Math.sqrt(Math.max(0, own[row] + squares[other] - 2 * distances[row][other]));
            }
        }
        return distances;
    }

    private static double[][] cosine(double[][] rows, DenseMatrix others) {
        double[][] distances = DenseMatrix.of(rows).mt(others).toArray(new double[0][]);
        for (double[] row : distances) {
            for (int other = 0; other < row.length; other++) {
                row[other] = Math.max(0, 1 - row[other]);
            }
        }
        return distances;
    }

    /** Column by column, which the compiler turns into vector instructions. */
    private static double[][] manhattan(double[][] rows, float[][] columns) {
        double[][] distances = new double[rows.length][];
        float[] sum = new float[columns[0].length];
        for (int row = 0; row < rows.length; row++) {
            Arrays.fill(sum, 0);
            for (int column = 0; column < columns.length; column++) {
                float value = (float) rows[row][column];
                float[] others = columns[column];
                for (int other = 0; other < sum.length; other++) {
                    sum[other] += Math.abs(value - others[other]);
                }
            }
            distances[row] = new double[sum.length];
            for (int other = 0; other < sum.length; other++) {
                distances[row][other] = sum[other];
            }
        }
        return distances;
    }

    /** Keeps the k nearest in order as they come: most others are farther than all of them, and cost one comparison. */
    private static void nearest(double[] away, int k, int row, int[][] index, double[][] distance) {
        int[] nearest = new int[k];
        double[] how = new double[k];
        int found = 0;
        for (int other = 0; other < away.length; other++) {
            double d = away[other];
            if (found == k && d >= how[k - 1]) {
                continue;
            }
            int place = found < k ? found++ : k - 1;
            while (place > 0 && how[place - 1] > d) {
                how[place] = how[place - 1];
                nearest[place] = nearest[place - 1];
                place--;
            }
            how[place] = d;
            nearest[place] = other;
        }
        index[row] = nearest;
        distance[row] = how;
    }

    private static double[][] unit(double[][] rows) {
        double[][] unit = new double[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            double length = Math.sqrt(Arrays.stream(rows[row]).map(value -> value * value).sum());
            unit[row] = Arrays.stream(rows[row]).map(value -> length == 0 ? 0 : value / length).toArray();
        }
        return unit;
    }

    private static float[][] columns(double[][] rows) {
        float[][] columns = new float[rows[0].length][rows.length];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                columns[column][row] = (float) rows[row][column];
            }
        }
        return columns;
    }

    private static double[] squares(double[][] rows) {
        return Arrays.stream(rows)
                .mapToDouble(row -> Arrays.stream(row).map(value -> value * value).sum())
                .toArray();
    }
}
