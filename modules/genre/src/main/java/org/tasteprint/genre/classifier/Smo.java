package org.tasteprint.genre.classifier;

import java.util.Arrays;

/**
 * Sequential minimal optimisation of a two-sided support vector machine: the two rows that improve most are moved at a time,
 * chosen by second-order information (Fan, Chen and Lin, "Working set selection using second order information for training support
 * vector machines", JMLR 6, 2005, as in LIBSVM). Minimises {@code ½ aᵀQa - Σa} under {@code 0 ≤ a ≤ cost} and {@code Σ side·a = 0},
 * where {@code Q_ij = side_i side_j K_ij} and K is a kernel whose diagonal is 1.
 */
final class Smo {
    private static final double TOLERANCE = 1e-3;

    /** Stands for a curvature that rounding has made no longer positive. */
    private static final double LEAST_CURVATURE = 1e-12;

    private static final int STEPS_MAX = 10_000_000;

    private final Kernel kernel;
    private final int[] side;
    private final double[] cost;
    private final double[] alpha;
    /** How far each row's weight wants to move towards its side: minus side times the gradient. */
    private final double[] pull;
    /** Whether the row's side times its weight can grow. */
    private final boolean[] canRise;
    private final boolean[] canFall;

    /** The kernel among the rows; a row of it is asked for when it is needed, and often again. */
    @FunctionalInterface
    interface Kernel {
        /** Returns float[rows], not to be changed. */
        float[] row(int row);
    }

    /**
     * What is found; a row's decision value is {@code Σ coefficients·K + intercept}.
     *
     * @param coefficients double[rows]: 0 for rows that are no support vectors
     */
    record Machine(double[] coefficients, double intercept) {}

    /**
     * @param kernel among the rows
     * @param side   1 or -1 for each row; both occur
     * @param cost   the most that each row may weigh
     */
    Smo(Kernel kernel, int[] side, double[] cost) {
        this.kernel = kernel;
        this.side = side;
        this.cost = cost;
        this.alpha = new double[side.length];
        this.pull = Arrays.stream(side).asDoubleStream().toArray();
        this.canRise = new boolean[side.length];
        this.canFall = new boolean[side.length];
        for (int row = 0; row < side.length; row++) {
            bound(row);
        }
    }

    Machine solve() {
        for (int step = 0; step < STEPS_MAX; step++) {
            int up = mostPulled();
            int down = up < 0 ? -1 : partnerOf(up);
            if (down < 0) {
                break;
            }
            move(up, down);
        }
        double[] coefficients = new double[side.length];
        Arrays.setAll(coefficients, row -> side[row] * alpha[row]);
        return new Machine(coefficients, intercept());
    }

    /** Finds anew which bounds a row's weight has reached. */
    private void bound(int row) {
        boolean grows = alpha[row] < cost[row];
        boolean shrinks = alpha[row] > 0;
        canRise[row] = side[row] > 0 ? grows : shrinks;
        canFall[row] = side[row] > 0 ? shrinks : grows;
    }

    private int mostPulled() {
        int found = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < side.length; row++) {
            if (canRise[row] && pull[row] > most) {
                most = pull[row];
                found = row;
            }
        }
        return found;
    }

    /** The row that, moved against {@code up}, improves most; -1 when none would by more than the tolerance. */
    private int partnerOf(int up) {
        float[] row = kernel.row(up);
        double highest = pull[up];
        double lowest = Double.POSITIVE_INFINITY;
        // The best gain is a fraction, compared without dividing.
        double bestSquare = 0;
        double bestCurvature = 1;
        int found = -1;
        for (int other = 0; other < side.length; other++) {
            double difference = highest - pull[other];
            if (canFall[other] && difference > 0) {
                lowest = Math.min(lowest, pull[other]);
                double square = difference * difference;
                double curvature = curvature(row[other]);
                if (square * bestCurvature > bestSquare * curvature) {
                    bestSquare = square;
                    bestCurvature = curvature;
                    found = other;
                }
            }
        }
        return highest - lowest < TOLERANCE ? -1 : found;
    }

    /** Second derivative along the direction in which two rows move. */
    private static double curvature(float kernelOfTheTwo) {
        return Math.max(LEAST_CURVATURE, 2 - 2.0 * kernelOfTheTwo);
    }

    private void move(int up, int down) {
        float[] rise = kernel.row(up);
        float[] fall = kernel.row(down);
        double step = (pull[up] - pull[down]) / curvature(rise[down]);
        step = Math.min(step, side[up] > 0 ? cost[up] - alpha[up] : alpha[up]);
        step = Math.min(step, side[down] > 0 ? alpha[down] : cost[down] - alpha[down]);
        alpha[up] = Math.clamp(alpha[up] + side[up] * step, 0, cost[up]);
        alpha[down] = Math.clamp(alpha[down] - side[down] * step, 0, cost[down]);
        bound(up);
        bound(down);
        for (int row = 0; row < pull.length; row++) {
            pull[row] -= step * (rise[row] - fall[row]);
        }
    }

    /** Rows within their bounds lie on the margin, and say where it is; without any, the middle of what the others allow. */
    private double intercept() {
        double sum = 0;
        int free = 0;
        double above = Double.POSITIVE_INFINITY;
        double below = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < side.length; row++) {
            double value = pull[row];
            if (canRise[row] && canFall[row]) {
                sum += value;
                free++;
            } else if (canRise[row]) {
                below = Math.max(below, value);
            } else {
                above = Math.min(above, value);
            }
        }
        return free > 0 ? sum / free : (above + below) / 2;
    }
}
