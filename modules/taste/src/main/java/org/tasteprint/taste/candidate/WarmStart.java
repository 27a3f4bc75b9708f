package org.tasteprint.taste.candidate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tasteprint.core.Vectors;
import org.tasteprint.taste.listener.Cholesky;
import org.tasteprint.taste.listener.ImplicitAls;
import org.tasteprint.taste.listener.SparseRows;
import org.tasteprint.taste.table.VectorTable;

/**
 * Where training starts: item vectors y of an implicit matrix factorisation, and input vectors e = A⁻¹ y that turn a history into
 * about the vector that the factorisation would give its listener. A is the matrix of its normal equations for the mean listener.
 * From random vectors, histories of some 50 items teach the network less than the factorisation knows (Last.fm HetRec, on a
 * validation slice: NDCG@10 0.16 instead of 0.18).
 *
 * <p>Of more than {@value #ENTRIES_AT_MOST} entries, listeners evenly spread stand for all; only this sample is in the heap.
 */
final class WarmStart {
    private static final int ENTRIES_AT_MOST = 2_000_000;
    private static final double EMPHASIS = 5;
    private static final int ITERATIONS = 8;
    /** An item of n listeners weighs (n + 1) to minus this in a history: what few play tells more of who plays it. */
    private static final double DAMPING = 0.15;
    /** The mean logit of what is in a history: what makes the softmax neither flat nor sure. */
    private static final double LOGIT = 5;

    private WarmStart() {}

    static CandidateNetwork of(Histories histories, CandidateSettings settings) {
        int[] itemOf = new int[histories.items()];
        SparseRows sample = sample(histories, itemOf);
        if (sample.entries() == 0) {
            return CandidateNetwork.fresh(histories.items(), EvidenceGate.none(settings.dimensions()), settings);
        }
        VectorTable outputs = new ImplicitAls(settings.dimensions(), settings.startPenalties().getFirst(), EMPHASIS, ITERATIONS, settings.seed())
                .factorise(sample)
                .columns();
        Evidence evidence = Evidence.of(sample, outputs, settings.startPenalties().getFirst());
        VectorTable inputs = evidence.inputs(outputs);
        CandidateNetwork network = CandidateNetwork.fresh(histories.items(), evidence.gate(), settings);
        float scale = (float) Math.sqrt(LOGIT / meanLogit(sample, inputs, outputs));
        float balance = (float) Math.sqrt(length(inputs) / length(outputs));
        for (int i = 0; i < outputs.rows(); i++) {
            network.inputs().write(itemOf[i], times(inputs.row(i), scale / balance));
            network.outputs().write(itemOf[i], times(outputs.row(i), scale * balance));
        }
        return network;
    }

    /** @param itemOf receives the item of each column */
    private static SparseRows sample(Histories histories, int[] itemOf) {
        int every = (int) Math.max(1, (histories.entries() + ENTRIES_AT_MOST - 1) / ENTRIES_AT_MOST);
        int[] columnOf = new int[histories.items()];
        Arrays.fill(columnOf, -1);
        int columns = 0;
        int[] items = new int[histories.longest()];
        float[] weights = new float[items.length];
        SparseRows.Builder rows = new SparseRows.Builder();
        for (int listener = 0; listener < histories.listeners(); listener += every) {
            int size = histories.read(listener, items, weights);
            List<SparseRows.Entry> row = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                if (weights[i] > 0) {
                    if (columnOf[items[i]] < 0) {
                        itemOf[columns] = items[i];
                        columnOf[items[i]] = columns++;
                    }
                    row.add(new SparseRows.Entry(columnOf[items[i]], 1, weights[i]));
                }
            }
            rows.row(row);
        }
        return rows.build(columns);
    }

    /**
     * What a factorisation says of listeners.
     *
     * @param prior     the part of the normal equations that is the same for everybody: the lower triangle of YᵀY + penalty
     * @param mean      the part that comes of the mean listener's history
     * @param items     of the mean listener's history
     * @param listeners of each item
     */
    private record Evidence(double[][] prior, double[][] mean, double items, int[] listeners) {
        static Evidence of(SparseRows sample, VectorTable outputs, double penalty) {
            int d = outputs.width();
            double[] confidence = new double[outputs.rows()];
            int[] listeners = new int[outputs.rows()];
            for (int i = 0; i < sample.entries(); i++) {
                confidence[sample.column(i)] += sample.confidence(i);
                listeners[sample.column(i)]++;
            }
            double[][] prior = new double[d][d];
            double[][] mean = new double[d][d];
            float[] y = new float[d];
            for (int item = 0; item < outputs.rows(); item++) {
                outputs.read(item, y);
                double extra = EMPHASIS * confidence[item] / sample.rows();
                for (int f = 0; f < d; f++) {
                    for (int g = 0; g <= f; g++) {
                        prior[f][g] += (double) y[f] * y[g];
                        mean[f][g] += extra * y[f] * y[g];
                    }
                }
            }
            for (int f = 0; f < d; f++) {
                prior[f][f] += penalty;
            }
            return new Evidence(prior, mean, (double) sample.entries() / sample.rows(), listeners);
        }

        EvidenceGate gate() {
            return EvidenceGate.of(Arrays.stream(prior).map(double[]::clone).toArray(double[][]::new), mean, items);
        }

        /** A⁻¹ y of each item, damped, where A is the matrix of the mean listener's normal equations. */
        VectorTable inputs(VectorTable outputs) {
            int d = outputs.width();
            double[][] a = new double[d][d];
            for (int f = 0; f < d; f++) {
                for (int g = 0; g <= f; g++) {
                    a[f][g] = prior[f][g] + mean[f][g];
                }
            }
            Cholesky.decompose(a);
            return VectorTable.of(outputs.rows(), d, item -> {
                float[] y = outputs.row(item);
                double[] solved = new double[d];
                Arrays.setAll(solved, f -> y[f]);
                Cholesky.substitute(a, solved);
                double damping = Math.pow(listeners[item] + 1.0, -DAMPING);
                float[] input = new float[d];
                for (int f = 0; f < d; f++) {
                    input[f] = (float) (damping * solved[f]);
                }
                return input;
            });
        }
    }

    private static double meanLogit(SparseRows sample, VectorTable inputs, VectorTable outputs) {
        int d = outputs.width();
        float[] input = new float[d];
        double sum = 0;
        long entries = 0;
        for (int row = 0; row < sample.rows(); row++) {
            float[] mean = new float[d];
            double squares = 0;
            for (int i = sample.start(row); i < sample.start(row + 1); i++) {
                double weight = sample.confidence(i);
                squares += weight * weight;
                inputs.read(sample.column(i), input);
                for (int f = 0; f < d; f++) {
                    mean[f] += (float) weight * input[f];
                }
            }
            for (int i = sample.start(row); i < sample.start(row + 1); i++) {
                sum += Vectors.dot(mean, outputs.row(sample.column(i))) / Math.sqrt(squares);
                entries++;
            }
        }
        return Math.max(1e-6, sum / entries);
    }

    private static double length(VectorTable vectors) {
        return Math.max(1e-9, vectors.asList().stream().mapToDouble(Vectors::norm).average().orElse(1));
    }

    private static float[] times(float[] vector, float factor) {
        float[] product = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            product[i] = factor * vector[i];
        }
        return product;
    }
}
