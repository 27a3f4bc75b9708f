package org.tasteprint.taste.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tasteprint.core.Vectors;
import org.tasteprint.taste.listener.Cholesky;

class EvidenceGateTest {
    private static final int D = 5;
    private static final int ITEMS = 40;

    private final Random random = new Random(3);
    private final double[][] prior = positive(D, 2);
    private final double[][] mean = positive(2, 0);
    private final EvidenceGate gate =
            EvidenceGate.of(Arrays.stream(prior).map(double[]::clone).toArray(double[][]::new), mean, ITEMS);

    /** A sum of outer products, whose rank is as many, and a diagonal. */
    private double[][] positive(int products, double diagonal) {
        double[][] sum = new double[D][D];
        for (int p = 0; p < products; p++) {
            double[] x = random.doubles(D, -1, 1).toArray();
            for (int i = 0; i < D; i++) {
                for (int j = 0; j < D; j++) {
                    sum[i][j] += x[i] * x[j] + (p == 0 && i == j ? diagonal : 0);
                }
            }
        }
        return sum;
    }

    private float[] vector() {
        float[] vector = new float[D];
        for (int i = 0; i < D; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }

    private float[] turned(float[] vector, int items) {
        float[] copy = vector.clone();
        gate.apply(copy, 0, items);
        return copy;
    }

    @Test
    void longHistoriesStayAsTheyAre() {
        float[] vector = vector();
        assertThat(turned(vector, ITEMS / 2)).isEqualTo(vector);
        assertThat(turned(vector, 3 * ITEMS)).isEqualTo(vector);
        assertThat(turned(vector, ITEMS / 2 - 1)).isNotEqualTo(vector);
    }

    @Test
    void aShortHistoryIsSolvedForByItsOwnEvidence() {
        double ratio = 0.15; // three of the twenty items that are enough
        float[] vector = vector();
        double[][] own = new double[D][D];
        double[] wanted = new double[D];
        for (int i = 0; i < D; i++) {
            for (int j = 0; j < D; j++) {
                own[i][j] = prior[i][j] + ratio * mean[i][j];
                wanted[i] += (prior[i][j] + mean[i][j]) * vector[j];
            }
        }
        Cholesky.solve(own, wanted);
        float[] turned = turned(vector, 3);
        for (int i = 0; i < D; i++) {
            assertThat((double) turned[i]).isCloseTo(wanted[i], within(1e-4));
        }
    }

    @Test
    void gradientsGoBackTheSameWay() {
        float[] in = vector();
        float[] ofOut = vector();
        float[] ofIn = ofOut.clone();
        gate.backward(ofIn, 0, 7);
        assertThat(Vectors.dot(turned(in, 7), ofOut)).isCloseTo(Vectors.dot(in, ofIn), within(1e-4));
    }

    @Test
    void withoutAFactorisationNothingIsTurned() {
        float[] vector = vector();
        float[] copy = vector.clone();
        EvidenceGate.none(D).apply(copy, 0, 3);
        assertThat(copy).isEqualTo(vector);
    }
}
