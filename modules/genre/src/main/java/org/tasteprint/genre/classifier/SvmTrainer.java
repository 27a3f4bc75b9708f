package org.tasteprint.genre.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.tasteprint.core.Progress;
import smile.classification.SVM;
import smile.math.MathEx;

/**
 * Trains a support vector machine for each pair of labels, and beside it two more on half of the songs each: what these say
 * of the other half shows how sure the machine may be of songs that it has not seen (Platt 1999).
 */
public final class SvmTrainer {
    private static final double TOLERANCE = 1e-3;
    private static final int EPOCHS = 1;

    private final SegmentClassifier.Examples examples;
    private final RbfKernel kernel;
    private final double c;
    private final long seed;

    /** A pair's machine, in terms of the rows of the examples. */
    private record Machine(int[] rows, double[] coefficients, double intercept, Sigmoid sigmoid) {}

    public SvmTrainer(SegmentClassifier.Examples examples, double c, long seed) {
        this.examples = examples;
        this.kernel = RbfKernel.scaledTo(examples.rows());
        this.c = c;
        this.seed = seed;
    }

    public SegmentClassifier train(Progress progress) {
        List<int[]> pairs = new ArrayList<>();
        for (int first = 0; first < examples.labels(); first++) {
            for (int second = first + 1; second < examples.labels(); second++) {
                pairs.add(new int[] {first, second});
            }
        }
        List<Machine> machines = new ArrayList<>();
        try (Progress.Task task = progress.begin("training support vector machines", "pairs", pairs.size());
                ExecutorService workers = Executors.newFixedThreadPool(threads())) {
            List<Future<Machine>> running = new ArrayList<>();
            for (int pair = 0; pair < pairs.size(); pair++) {
                int[] labels = pairs.get(pair);
                long seedOfPair = seed * pairs.size() + pair;
                running.add(workers.submit(() -> {
                    Machine machine = train(labels[0], labels[1], seedOfPair);
                    task.advance(1);
                    return machine;
                }));
            }
            for (Future<Machine> machine : running) {
                machines.add(machine.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("training a pair failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("training was interrupted", e);
        }
        return share(machines);
    }

    /** As many pairs at a time as there are processors, and as half of the memory has room for. */
    private int threads() {
        int[] counts = new int[examples.labels()];
        for (int label : examples.label()) {
            counts[label]++;
        }
        Arrays.sort(counts);
        long rows = (long) counts[counts.length - 1] + counts[counts.length - 2];
        long bytes = 2 * Double.BYTES * rows * rows;
        long room = Math.max(1, Runtime.getRuntime().maxMemory() / 2 / bytes);
        return (int) Math.min(room, Runtime.getRuntime().availableProcessors());
    }

    private Machine train(int first, int second, long seedOfPair) {
        // Smile draws the order of the rows from a generator of the thread.
        MathEx.setSeed(seedOfPair);
        int[] rows = IntStream.range(0, examples.label().length)
                .filter(row -> examples.label()[row] == first || examples.label()[row] == second)
                .toArray();
        int[] sides = Arrays.stream(rows).map(row -> examples.label()[row] == first ? 1 : -1).toArray();
        double[][] x = select(examples.rows(), rows);
        SVM<double[]> machine = SVM.fit(x, sides, kernel, options());
        Map<double[], Integer> rowOf = new IdentityHashMap<>();
        for (int i = 0; i < rows.length; i++) {
            rowOf.put(x[i], rows[i]);
        }
        return new Machine(
                Arrays.stream(machine.vectors()).mapToInt(rowOf::get).toArray(),
                machine.weights(),
                machine.intercept(),
                sigmoid(machine, x, rows, sides));
    }

    private SVM.Options options() {
        return new SVM.Options(c, TOLERANCE, EPOCHS);
    }

    /** How sure the machine may be, from decisions about unseen songs. */
    private Sigmoid sigmoid(SVM<double[]> machine, double[][] x, int[] rows, int[] sides) {
        int[] half = halves(rows, sides);
        double[] scores = new double[rows.length];
        for (int h = 0; h < 2; h++) {
            int side = h;
            int[] seen = IntStream.range(0, rows.length).filter(i -> half[i] == side).toArray();
            int[] unseen = IntStream.range(0, rows.length).filter(i -> half[i] != side).toArray();
            int[] sidesSeen = Arrays.stream(seen).map(i -> sides[i]).toArray();
            // With a single song on a side there are no halves: what the machine says of its own songs must do.
            boolean both = Arrays.stream(sidesSeen).distinct().count() == 2;
            SVM<double[]> judge = both ? SVM.fit(select(x, seen), sidesSeen, kernel, options()) : machine;
            double[] judged = scores(judge, select(x, unseen));
            for (int i = 0; i < unseen.length; i++) {
                scores[unseen[i]] = judged[i];
            }
        }
        return Sigmoid.fit(scores, sides);
    }

    private double[] scores(SVM<double[]> machine, double[][] x) {
        double[][] values = kernel.between(x, machine.vectors());
        return Arrays.stream(values)
                .mapToDouble(row -> machine.intercept() + MathEx.dot(row, machine.weights()))
                .toArray();
    }

    private static double[][] select(double[][] x, int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> x[row]).toArray(double[][]::new);
    }

    /** Deals the songs of each side into two halves, by turns. */
    private int[] halves(int[] rows, int[] sides) {
        Map<Integer, Integer> halfOfSong = new HashMap<>();
        int[] turn = new int[2];
        int[] half = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int side = sides[i] > 0 ? 0 : 1;
            half[i] = halfOfSong.computeIfAbsent(examples.song()[rows[i]], song -> turn[side]++ % 2);
        }
        return half;
    }

    private SvmClassifier share(List<Machine> machines) {
        int[] used = machines.stream().flatMapToInt(m -> Arrays.stream(m.rows())).sorted().distinct().toArray();
        double[][] coefficients = new double[used.length][machines.size()];
        for (int pair = 0; pair < machines.size(); pair++) {
            Machine machine = machines.get(pair);
            for (int v = 0; v < machine.rows().length; v++) {
                coefficients[Arrays.binarySearch(used, machine.rows()[v])][pair] = machine.coefficients()[v];
            }
        }
        return new SvmClassifier(
                kernel.gamma(),
                examples.labels(),
                select(examples.rows(), used),
                coefficients,
                machines.stream().mapToDouble(Machine::intercept).toArray(),
                machines.stream().map(Machine::sigmoid).toList());
    }
}
