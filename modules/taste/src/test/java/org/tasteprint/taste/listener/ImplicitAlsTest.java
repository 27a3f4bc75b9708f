package org.tasteprint.taste.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tasteprint.core.Vectors;
import org.tasteprint.nets.Tensor;

class ImplicitAlsTest {
    private static final int USERS = 30;
    private static final int ITEMS = 20;
    private static final double PENALTY = 0.3;
    private static final double EMPHASIS = 2;

    /** Two groups of listeners and items; a listener plays most items of their group, and dislikes one of the other. */
    private static SparseRows twoGroups() {
        Random random = new Random(5);
        List<List<SparseRows.Entry>> rows = new ArrayList<>();
        for (int user = 0; user < USERS; user++) {
            List<SparseRows.Entry> row = new ArrayList<>();
            for (int item = 0; item < ITEMS; item++) {
                boolean same = user % 2 == item % 2;
                if (same && random.nextDouble() < 0.7) {
                    row.add(new SparseRows.Entry(item, 1, 1 + random.nextInt(4)));
                } else if (!same && item / 2 == user % 10) {
                    row.add(new SparseRows.Entry(item, -1, 2));
                }
            }
            rows.add(row);
        }
        rows.add(List.of());
        return SparseRows.of(ITEMS, rows);
    }

    @Test
    void everyListenerVectorIsTheBruteForceSolutionForTheItemVectors() {
        SparseRows matrix = twoGroups();
        int factors = 4;
        ImplicitAls.Factors found = new ImplicitAls(factors, PENALTY, EMPHASIS, 5, 1).factorise(matrix);
        for (int user = 0; user < USERS; user++) {
            float[] x = found.rows().row(user);
            double[][] dense = dense(matrix, user);
            // The gradient of Σ over ALL items of (1 + extra)(p − x·y)² + penalty |x|² must be 0 at the solution.
            for (int f = 0; f < factors; f++) {
                double gradient = PENALTY * x[f];
                for (int item = 0; item < ITEMS; item++) {
                    float[] y = found.columns().row(item);
                    double predicted = 0;
                    for (int g = 0; g < factors; g++) {
                        predicted += x[g] * y[g];
                    }
                    gradient -= (1 + EMPHASIS * dense[1][item]) * (dense[0][item] - predicted) * y[f];
                }
                assertThat(gradient).isCloseTo(0, within(1e-4));
            }
        }
    }

    private static double[][] dense(SparseRows matrix, int user) {
        double[][] dense = new double[2][ITEMS];
        matrix.row(user).forEach(entry -> {
            dense[0][entry.column()] = entry.preference();
            dense[1][entry.column()] = entry.confidence();
        });
        return dense;
    }

    @Test
    void findsTheTwoGroupsAndLeavesAnEmptyRowAtZero() {
        ImplicitAls.Factors found = ImplicitAls.standard(4, 1).factorise(twoGroups());
        double own = 0;
        double other = 0;
        for (int user = 0; user < USERS; user++) {
            for (int item = 0; item < ITEMS; item++) {
                double score = Vectors.dot(found.rows().row(user), found.columns().row(item));
                if (user % 2 == item % 2) {
                    own += score / (USERS * ITEMS / 2.0);
                } else {
                    other += score / (USERS * ITEMS / 2.0);
                }
            }
        }
        assertThat(own).isGreaterThan(0.7);
        assertThat(other).isLessThan(0.1);
        assertThat(found.rows().row(USERS)).containsOnly(0);
    }

    @Test
    void givesTheSameVectorsForTheSameSeed() {
        Tensor once = ImplicitAls.standard(4, 7).factorise(twoGroups()).rows().tensor();
        Tensor again = ImplicitAls.standard(4, 7).factorise(twoGroups()).rows().tensor();
        assertThat(once).isEqualTo(again);
    }

    @Test
    void turningTwiceGivesTheSameMatrix() {
        SparseRows matrix = twoGroups();
        SparseRows twice = matrix.transposed().transposed();
        assertThat(twice.rows()).isEqualTo(matrix.rows());
        for (int row = 0; row < matrix.rows(); row++) {
            assertThat(twice.row(row)).isEqualTo(matrix.row(row));
        }
    }
}
