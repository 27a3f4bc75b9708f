package org.tasteprint.genre.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.tasteprint.core.Progress;

/**
 * Trains a support vector machine for each pair of labels, a pair a core. The kernel of a label's rows among themselves is the
 * same for all of its pairs and computed once; that of two labels' rows only while their pair is trained.
 */
final class SvmTrainer {
    private final Examples examples;
    private final RbfKernel kernel;
    private final double[] cost;
    private final int[][] rowsOf;

    /** A pair of labels, {@code first < second}. */
    private record Pair(int first, int second) {}

    /**
     * @param svm      its parameters
     * @param balanced whether rows of rare labels cost more
     */
    SvmTrainer(Examples examples, ClassifierSettings.Svm svm, boolean balanced) {
        this.examples = examples;
        this.kernel = svm.gamma().isPresent()
                ? new RbfKernel(svm.gamma().getAsDouble())
                : RbfKernel.scaledTo(examples.rows());
        this.cost = Arrays.stream(examples.weights(balanced)).map(weight -> weight * svm.c()).toArray();
        this.rowsOf = IntStream.range(0, examples.labels())
                .mapToObj(label -> IntStream.range(0, examples.label().length)
                        .filter(row -> examples.label()[row] == label)
                        .toArray())
                .toArray(int[][]::new);
    }

    SvmClassifier train(Progress progress) {
        List<Pair> pairs = new ArrayList<>();
        for (int first = 0; first < examples.labels(); first++) {
            for (int second = first + 1; second < examples.labels(); second++) {
                pairs.add(new Pair(first, second));
            }
        }
        try (Progress.Task task = progress.begin("training support vector machines", "pairs", pairs.size());
                ExecutorService workers = Executors.newFixedThreadPool(threads())) {
            float[][][] within = all(
                            IntStream.range(0, examples.labels())
                                    .mapToObj(label -> workers.submit(() -> between(label, label)))
                                    .toList())
                    .toArray(float[][][]::new);
            List<Smo.Machine> machines = all(pairs.stream()
                    .map(pair -> workers.submit(() -> {
                        Smo.Machine machine = train(pair, within);
                        task.advance(1);
                        return machine;
                    }))
                    .toList());
            return share(pairs, machines);
        }
    }

    private static <T> List<T> all(List<Future<T>> running) {
        List<T> done = new ArrayList<>();
        try {
            for (Future<T> one : running) {
                done.add(one.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("training a pair failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("training was interrupted", e);
        }
        return done;
    }

    /** As many pairs at a time as there are processors, and as half of the memory has room for. */
    private int threads() {
        long largest = Arrays.stream(rowsOf).mapToLong(rows -> rows.length).max().orElseThrow();
        long bytes = 4L * Float.BYTES * largest * largest + 2L * Double.BYTES * largest * largest;
        long room = Math.max(1, Runtime.getRuntime().maxMemory() / 2 / bytes);
        return (int) Math.min(room, Runtime.getRuntime().availableProcessors());
    }

    /** Returns float[rows of first][rows of second]. */
    private float[][] between(int first, int second) {
        double[][] values = kernel.between(select(rowsOf[first]), select(rowsOf[second]));
        float[][] floats = new float[values.length][];
        for (int row = 0; row < floats.length; row++) {
            floats[row] = new float[values[row].length];
            for (int column = 0; column < values[row].length; column++) {
                floats[row][column] = (float) values[row][column];
            }
        }
        return floats;
    }

    private Smo.Machine train(Pair pair, float[][][] within) {
        float[][] across = between(pair.first(), pair.second());
        int firsts = rowsOf[pair.first()].length;
        int n = firsts + rowsOf[pair.second()].length;
        float[][] all = new float[n][n];
        for (int row = 0; row < firsts; row++) {
            System.arraycopy(within[pair.first()][row], 0, all[row], 0, firsts);
            System.arraycopy(across[row], 0, all[row], firsts, n - firsts);
        }
        for (int row = firsts; row < n; row++) {
            for (int column = 0; column < firsts; column++) {
                all[row][column] = across[column][row - firsts];
            }
            System.arraycopy(within[pair.second()][row - firsts], 0, all[row], firsts, n - firsts);
        }
        int[] side = new int[n];
        Arrays.setAll(side, row -> row < firsts ? 1 : -1);
        double[] most = new double[n];
        Arrays.setAll(most, row -> cost[row < firsts ? pair.first() : pair.second()]);
        return new Smo(all, side, most).solve();
    }

    private double[][] select(int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> examples.rows()[row]).toArray(double[][]::new);
    }

    /** Puts the pairs' machines together over the rows that any of them needs. */
    private SvmClassifier share(List<Pair> pairs, List<Smo.Machine> machines) {
        double[][] coefficients = new double[examples.label().length][];
        for (int p = 0; p < pairs.size(); p++) {
            int[] rows = IntStream.concat(
                            Arrays.stream(rowsOf[pairs.get(p).first()]), Arrays.stream(rowsOf[pairs.get(p).second()]))
                    .toArray();
            for (int i = 0; i < rows.length; i++) {
                double coefficient = machines.get(p).coefficients()[i];
                if (coefficient != 0) {
                    if (coefficients[rows[i]] == null) {
                        coefficients[rows[i]] = new double[pairs.size()];
                    }
                    coefficients[rows[i]][p] = coefficient;
                }
            }
        }
        int[] used = IntStream.range(0, coefficients.length).filter(row -> coefficients[row] != null).toArray();
        return new SvmClassifier(
                kernel.gamma(),
                examples.labels(),
                select(used),
                Arrays.stream(used).mapToObj(row -> coefficients[row]).toArray(double[][]::new),
                machines.stream().mapToDouble(Smo.Machine::intercept).toArray());
    }
}
