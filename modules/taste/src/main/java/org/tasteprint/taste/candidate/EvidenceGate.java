package org.tasteprint.taste.candidate;

import java.util.Arrays;
import org.tasteprint.taste.listener.Cholesky;
import org.tasteprint.taste.listener.SymmetricEigen;

/**
 * What the mean of a short history is turned by. The factorisation that training starts from solves (P + E) x = Σ w y for a listener,
 * where E is the evidence of their history and P what counts for everybody. The network's item vectors contain (P + M)⁻¹ for the mean
 * listener's M; for one who is known by ρ times as much, E is taken to be ρ M, and the mean is multiplied by
 * (P + ρM)⁻¹ (P + M) = R diag((1 + λ) / (1 + ρλ)) R⁻¹. So who is known by a few items is not taken for who is known by many.
 *
 * <p>Half as many items as the mean listener has count as enough (ρ = 1), and longer histories stay as they are: on held-out items of
 * Last.fm HetRec these gained nothing.
 *
 * <p>It is not trained. Its numbers are one array: how many items are enough, λ {@code [d]}, R {@code [d][d]}, R⁻¹ {@code [d][d]}, one
 * after the other.
 */
record EvidenceGate(int dimensions, float[] numbers) {
    /** Histories with this share of the mean listener's items are long enough. */
    private static final double ENOUGH = 0.5;

    /** Turns nothing, whatever the evidence. */
    static EvidenceGate none(int dimensions) {
        return new EvidenceGate(dimensions, new float[1 + dimensions + 2 * dimensions * dimensions]);
    }

    /**
     * The gate of a factorisation.
     *
     * @param prior    P: double[d][d], of which the lower triangle is read and overwritten
     * @param evidence M of the mean listener: double[d][d], the lower triangle
     * @param items    of the mean listener's history, above 0
     */
    static EvidenceGate of(double[][] prior, double[][] evidence, double items) {
        int d = prior.length;
        Cholesky.decompose(prior);
        double[][] inverse = inverse(prior);
        SymmetricEigen eigen = SymmetricEigen.of(whitened(inverse, evidence));
        EvidenceGate gate = none(d);
        gate.numbers[0] = (float) (ENOUGH * items);
        for (int i = 0; i < d; i++) {
            gate.numbers[1 + i] = (float) Math.max(0, eigen.values()[i]);
            for (int j = 0; j < d; j++) {
                double out = 0;
                double in = 0;
                for (int k = 0; k < d; k++) {
                    out += inverse[k][i] * eigen.vectors()[k][j];
                    in += k <= j ? eigen.vectors()[k][i] * prior[j][k] : 0;
                }
                gate.numbers[gate.outward() + i * d + j] = (float) out;
                gate.numbers[gate.inward() + i * d + j] = (float) in;
            }
        }
        return gate;
    }

    private static double[][] inverse(double[][] lower) {
        int d = lower.length;
        double[][] inverse = new double[d][d];
        for (int column = 0; column < d; column++) {
            for (int i = column; i < d; i++) {
                double sum = i == column ? 1 : 0;
                for (int k = column; k < i; k++) {
                    sum -= lower[i][k] * inverse[k][column];
                }
                inverse[i][column] = sum / lower[i][i];
            }
        }
        return inverse;
    }

    /** L⁻¹ M L⁻ᵀ. */
    private static double[][] whitened(double[][] inverse, double[][] evidence) {
        int d = inverse.length;
        double[][] half = new double[d][d];
        double[][] whole = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                for (int k = 0; k <= i; k++) {
                    half[i][j] += inverse[i][k] * evidence[Math.max(k, j)][Math.min(k, j)];
                }
            }
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                for (int k = 0; k <= j; k++) {
                    whole[i][j] += half[i][k] * inverse[j][k];
                }
            }
        }
        return whole;
    }

    private int outward() {
        return 1 + dimensions;
    }

    private int inward() {
        return outward() + dimensions * dimensions;
    }

    private boolean leavesAsItIs(int items) {
        return items >= numbers[0];
    }

    /**
     * Turns the mean of a history, {@code dimensions} numbers from {@code at} on.
     *
     * @param items of the history that say something, liked or not
     */
    void apply(float[] mean, int at, int items) {
        if (!leavesAsItIs(items)) {
            float[] inner = new float[dimensions];
            multiply(inward(), false, mean, at, inner, 0);
            scale(inner, items);
            multiply(outward(), false, inner, 0, mean, at);
        }
    }

    /** Turns the gradient of what {@link #apply} gave into that of what it was given. */
    void backward(float[] gradient, int at, int items) {
        if (!leavesAsItIs(items)) {
            float[] inner = new float[dimensions];
            multiply(outward(), true, gradient, at, inner, 0);
            scale(inner, items);
            multiply(inward(), true, inner, 0, gradient, at);
        }
    }

    private void scale(float[] inner, int items) {
        double ratio = items / (double) numbers[0];
        for (int i = 0; i < dimensions; i++) {
            double lambda = numbers[1 + i];
            inner[i] *= (float) ((1 + lambda) / (1 + ratio * lambda));
        }
    }

    /** Writes a matrix, or its transpose, times a vector. */
    private void multiply(int matrix, boolean transposed, float[] vector, int at, float[] product, int to) {
        float[] sums = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            int row = matrix + i * dimensions;
            if (transposed) {
                float factor = vector[at + i];
                for (int j = 0; j < dimensions; j++) {
                    sums[j] += factor * numbers[row + j];
                }
            } else {
                float sum = 0;
                for (int j = 0; j < dimensions; j++) {
                    sum += numbers[row + j] * vector[at + j];
                }
                sums[i] = sum;
            }
        }
        System.arraycopy(sums, 0, product, to, dimensions);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EvidenceGate that && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return "EvidenceGate[" + dimensions + "]";
    }
}
