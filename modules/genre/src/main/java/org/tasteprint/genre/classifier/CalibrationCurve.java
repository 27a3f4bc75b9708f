package org.tasteprint.genre.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tasteprint.nets.Tensor;

/** What a classifier's probability of a label is worth. Never falls. */
sealed interface CalibrationCurve {
    /** The calibrated probability, 0 to 1. */
    double apply(double probability);

    /** Its numbers, for {@link #of}. */
    Tensor tensor();

    /** Where nothing is known. */
    record Identity() implements CalibrationCurve {
        @Override
        public double apply(double probability) {
            return probability;
        }

        @Override
        public Tensor tensor() {
            return new Tensor(new long[] {0}, new float[0]);
        }
    }

    /** A sigmoid over the log-odds. */
    record Platt(Sigmoid sigmoid) implements CalibrationCurve {
        /** Keeps the odds of the certain finite. */
        private static final double LEAST = 1e-6;

        @Override
        public double apply(double probability) {
            return sigmoid.probability(logOdds(probability));
        }

        static double logOdds(double probability) {
            double p = Math.clamp(probability, LEAST, 1 - LEAST);
            return Math.log(p / (1 - p));
        }

        @Override
        public Tensor tensor() {
            return Tensors.of(sigmoid.slope(), sigmoid.intercept());
        }
    }

    /**
     * Straight lines between knots, and level beyond the first and the last.
     *
     * @param x double[knots], ascending
     * @param y double[knots], never falling
     */
    record Isotonic(double[] x, double[] y) implements CalibrationCurve {
        @Override
        public double apply(double probability) {
            int at = Arrays.binarySearch(x, probability);
            if (at >= 0) {
                return y[at];
            }
            int next = -at - 1;
            if (next == 0 || next == x.length) {
                return y[Math.min(next, x.length - 1)];
            }
            double share = (probability - x[next - 1]) / (x[next] - x[next - 1]);
            return y[next - 1] + share * (y[next] - y[next - 1]);
        }

        @Override
        public Tensor tensor() {
            return Tensors.of(new double[][] {x, y});
        }
    }

    /**
     * Fits a curve.
     *
     * @param probability double[rows]: what was said of rows that were not learned from
     * @param right       boolean[rows]: whether they are of the label
     */
    static CalibrationCurve fit(Calibration calibration, double[] probability, boolean[] right) {
        long positives = IntStream.range(0, right.length).filter(row -> right[row]).count();
        if (positives == 0 || positives == right.length) {
            return new Identity();
        }
        return switch (calibration) {
            case NONE -> new Identity();
            case PLATT -> new Platt(Sigmoid.fit(
                    Arrays.stream(probability).map(Platt::logOdds).toArray(),
                    IntStream.range(0, right.length).map(row -> right[row] ? 1 : -1).toArray()));
            case ISOTONIC -> isotonic(probability, right);
        };
    }

    /** Pools neighbours that would make the curve fall (Ayer et al. 1955); a pool is a knot at each end. */
    private static Isotonic isotonic(double[] probability, boolean[] right) {
        int[] order = IntStream.range(0, right.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> probability[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Pool> pools = new ArrayList<>();
        for (int row : order) {
            Pool pool = new Pool(probability[row], probability[row], right[row] ? 1 : 0, 1);
            while (!pools.isEmpty() && (pools.getLast().mean() >= pool.mean() || pools.getLast().to() == pool.from())) {
                pool = pools.removeLast().with(pool);
            }
            pools.add(pool);
        }
        List<double[]> knots = new ArrayList<>();
        for (Pool pool : pools) {
            knots.add(new double[] {pool.from(), pool.mean()});
            if (pool.to() > pool.from()) {
                knots.add(new double[] {pool.to(), pool.mean()});
            }
        }
        return new Isotonic(
                knots.stream().mapToDouble(knot -> knot[0]).toArray(),
                knots.stream().mapToDouble(knot -> knot[1]).toArray());
    }

    /** Rows that get one value. */
    record Pool(double from, double to, double sum, int rows) {
        double mean() {
            return sum / rows;
        }

        Pool with(Pool next) {
            return new Pool(from, next.to, sum + next.sum, rows + next.rows);
        }
    }

    /** The curve that gave this tensor. */
    static CalibrationCurve of(Tensor tensor) {
        if (tensor.values().length == 0) {
            return new Identity();
        }
        if (tensor.rank() == 1) {
            double[] numbers = Tensors.row(tensor);
            return new Platt(new Sigmoid(numbers[0], numbers[1]));
        }
        double[][] knots = Tensors.rows(tensor);
        return new Isotonic(knots[0], knots[1]);
    }
}
