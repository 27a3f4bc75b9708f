package org.tasteprint.genre.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.tasteprint.core.Progress;

/**
 * Trains a support vector machine for each pair of labels, a pair a core. Rows of the kernel are computed when a machine asks for
 * them; what a row has with the rows of its own label is the same for all of the label's pairs and kept for them.
 */
final class SvmTrainer {
    private final Examples examples;
    private final RbfKernel kernel;
    private final double[] cost;
    private final List<Group> groups;

    /** A pair of labels, {@code first < second}. */
    private record Pair(int first, int second) {}

    /**
     * The rows of a label.
     *
     * @param index  int[rows]: their places among all
     * @param rows   float[rows][columns]
     * @param all    the same for the kernel
     * @param within the kernel among them, as far as it was asked for
     */
    private record Group(int[] index, float[][] rows, RbfKernel.Rows all, AtomicReferenceArray<float[]> within) {}

    /**
     * @param svm      its parameters
     * @param balanced whether rows of rare labels cost more
     */
    SvmTrainer(Examples examples, Svm svm, boolean balanced) {
        this.examples = examples;
        this.kernel = svm.gamma().isPresent()
                ? new RbfKernel(svm.gamma().getAsDouble())
                : RbfKernel.scaledTo(examples.rows());
        this.cost = Arrays.stream(examples.weights(balanced)).map(weight -> weight * svm.c()).toArray();
        this.groups = IntStream.range(0, examples.labels()).mapToObj(this::group).toList();
    }

    private Group group(int label) {
        int[] index = IntStream.range(0, examples.label().length).filter(row -> examples.label()[row] == label).toArray();
        float[][] rows = Arrays.stream(index).mapToObj(row -> Tensors.floats(examples.rows()[row])).toArray(float[][]::new);
        return new Group(index, rows, RbfKernel.Rows.of(rows), new AtomicReferenceArray<>(rows.length));
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
            return share(pairs, all(pairs.stream()
                    .map(pair -> workers.submit(() -> {
                        Smo.Machine machine = train(pair);
                        task.advance(1);
                        return machine;
                    }))
                    .toList()));
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
        long largest = groups.stream().mapToLong(group -> group.index().length).max().orElseThrow();
        long bytes = 4L * Float.BYTES * largest * largest;
        long room = Math.max(1, Runtime.getRuntime().maxMemory() / 2 / bytes - groups.size() / 4);
        return (int) Math.min(room, Runtime.getRuntime().availableProcessors());
    }

    private Smo.Machine train(Pair pair) {
        Group first = groups.get(pair.first());
        Group second = groups.get(pair.second());
        int firsts = first.index().length;
        int n = firsts + second.index().length;
        float[][] kept = new float[n][];
        int[] side = new int[n];
        Arrays.setAll(side, row -> row < firsts ? 1 : -1);
        double[] most = new double[n];
        Arrays.setAll(most, row -> cost[row < firsts ? pair.first() : pair.second()]);
        return new Smo(row -> kept[row] == null ? kept[row] = kernelRow(first, second, row) : kept[row], side, most).solve();
    }

    /** The kernel of a row of either with all rows of the first and of the second. */
    private float[] kernelRow(Group first, Group second, int row) {
        int firsts = first.index().length;
        boolean ofFirst = row < firsts;
        Group own = ofFirst ? first : second;
        Group other = ofFirst ? second : first;
        int number = ofFirst ? row : row - firsts;
        float[] across = new float[other.index().length];
        kernel.between(own.rows()[number], other.all(), across);
        float[] whole = new float[firsts + second.index().length];
        System.arraycopy(within(own, number), 0, whole, ofFirst ? 0 : firsts, own.index().length);
        System.arraycopy(across, 0, whole, ofFirst ? firsts : 0, across.length);
        return whole;
    }

    /** Two pairs that ask at once compute the same. */
    private float[] within(Group group, int row) {
        float[] known = group.within().get(row);
        if (known == null) {
            known = new float[group.index().length];
            kernel.between(group.rows()[row], group.all(), known);
            group.within().set(row, known);
        }
        return known;
    }

    /** Puts the pairs' machines together over the rows that any of them needs. */
    private SvmClassifier share(List<Pair> pairs, List<Smo.Machine> machines) {
        double[][] coefficients = new double[examples.label().length][];
        for (int p = 0; p < pairs.size(); p++) {
            int[] rows = IntStream.concat(
                            Arrays.stream(groups.get(pairs.get(p).first()).index()),
                            Arrays.stream(groups.get(pairs.get(p).second()).index()))
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
                Arrays.stream(used).mapToObj(row -> Tensors.floats(examples.rows()[row])).toArray(float[][]::new),
                Arrays.stream(used).mapToObj(row -> Tensors.floats(coefficients[row])).toArray(float[][]::new),
                machines.stream().mapToDouble(Smo.Machine::intercept).toArray());
    }
}
