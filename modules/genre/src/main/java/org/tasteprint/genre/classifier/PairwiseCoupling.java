package org.tasteprint.genre.classifier;

import smile.tensor.DenseMatrix;

/**
 * Probabilities of several labels from the probabilities of each pair of them: the second approach of Wu, Lin and Weng,
 * <i>Probability estimates for multi-class classification by pairwise coupling</i> (JMLR 5, 2004), which minimises the sum of
 * {@code (r_ji p_i - r_ij p_j)²}.
 */
final class PairwiseCoupling {
    /** No pair is ever certain: certainty would let one pair overrule all others, and can leave the system singular. */
    private static final double LEAST = 1e-7;

    private PairwiseCoupling() {}

    /**
     * @param wins   double[pairs]: probability that the first label of a pair is right, given that one of the two is; pairs in
     *     the order (0,1), (0,2), … (1,2), …
     * @param labels how many, at least 2
     * @return double[labels], not negative, summing to 1
     */
    static double[] couple(double[] wins, int labels) {
        OpenBlas.load();
        // The minimum under the constraint that the sum is 1: one linear system with a Lagrange multiplier.
        double[][] system = new double[labels + 1][labels + 1];
        for (int i = 0, pair = 0; i < labels; i++) {
            system[i][labels] = 1;
            system[labels][i] = 1;
            for (int j = i + 1; j < labels; j++, pair++) {
                double win = Math.clamp(wins[pair], LEAST, 1 - LEAST);
                system[i][i] += (1 - win) * (1 - win);
                system[j][j] += win * win;
                system[i][j] = -win * (1 - win);
                system[j][i] = system[i][j];
            }
        }
        double[] right = new double[labels + 1];
        right[labels] = 1;
        double[] solution = DenseMatrix.of(system).lu().solve(right).toArray(new double[labels + 1]);
        double[] probability = new double[labels];
        double sum = 0;
        for (int i = 0; i < labels; i++) {
            probability[i] = Math.max(0, solution[i]);
            sum += probability[i];
        }
        for (int i = 0; i < labels; i++) {
            probability[i] /= sum;
        }
        return probability;
    }
}
