package org.tasteprint.plots;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * Values in columns and rows, and where the rows are.
 *
 * @param columns  moments in time, all of one width
 * @param rows     values in each
 * @param values   {@code float[columns][rows]}, column after column. Not copied
 * @param rowEdges {@code double[rows + 1]}: row {@code r} lies between edges {@code r} and {@code r + 1}, where 0 is the lower side of
 *                 the plot and 1 the upper. They rise or fall throughout; what lies outside 0..1 is not seen
 */
public record Cells(int columns, int rows, float[] values, double[] rowEdges) {
    public Cells {
        requireNonNull(values, "values is null");
        if (columns < 1 || rows < 1 || values.length != Math.multiplyExact(columns, rows)) {
            throw new IllegalArgumentException(
                    "values must be columns x rows = %d x %d, and some; values.length=%d".formatted(columns, rows, values.length));
        }
        if (rowEdges.length != rows + 1) {
            throw new IllegalArgumentException("rowEdges must be rows + 1 = %d; rowEdges.length=%d".formatted(rows + 1, rowEdges.length));
        }
        rowEdges = rowEdges.clone();
    }

    /** Rows of equal height. */
    public static Cells even(int columns, int rows, float[] values) {
        double[] edges = new double[rows + 1];
        Arrays.setAll(edges, edge -> (double) edge / rows);
        return new Cells(columns, rows, values, edges);
    }

    /** The row at a height from 0 to 1, or -1 where there is none. */
    int rowAt(double height) {
        boolean rising = rowEdges[rows] > rowEdges[0];
        for (int row = 0; row < rows; row++) {
            double low = rising ? rowEdges[row] : rowEdges[row + 1];
            double high = rising ? rowEdges[row + 1] : rowEdges[row];
            if (height >= low && height < high) {
                return row;
            }
        }
        return -1;
    }

    /** The mean of a row's values from column {@code from} (inclusive) to {@code to} (exclusive). */
    double mean(int row, int from, int to) {
        double sum = 0;
        for (int column = from; column < to; column++) {
            sum += values[column * rows + row];
        }
        return sum / (to - from);
    }
}
