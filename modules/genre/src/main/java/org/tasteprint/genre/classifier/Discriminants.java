package org.tasteprint.genre.classifier;

import java.util.Arrays;
import org.tasteprint.core.FeatureMatrix;
import smile.linalg.UPLO;
import smile.tensor.DenseMatrix;
import smile.tensor.EVD;

/** Fisher's linear discriminants of labelled rows, with a shrunken spread within labels. */
final class Discriminants {
    /** Of the largest eigenvalue: below, a direction does not part the labels. */
    private static final double NEGLIGIBLE = 1e-9;

    private final Reduction standardising;
    private final FeatureMatrix rows;
    private final int[] label;

    Discriminants(Reduction standardising, FeatureMatrix rows, int[] label) {
        this.standardising = standardising;
        this.rows = rows;
        this.label = label;
    }

    Reduction reduction(double shrinkage) {
        int labels = Arrays.stream(label).max().orElseThrow() + 1;
        double[] share = new double[labels];
        double[][] means = means(share);
        double[][] whitening = whitening(means, share, shrinkage);
        // Labels' means where the spread within labels is 1 in every direction, each weighted by its share of the rows.
        double[][] parted = DenseMatrix.of(means).mm(DenseMatrix.of(whitening)).toArray(new double[0][]);
        for (int i = 0; i < labels; i++) {
            for (int d = 0; d < parted[i].length; d++) {
                parted[i][d] *= Math.sqrt(share[i]);
            }
        }
        return standardising.onto(
                DenseMatrix.of(whitening).mm(DenseMatrix.of(principal(parted))).toArray(new double[0][]));
    }

    /** The standardised rows' mean of each label: double[labels][inputs]; fills in each label's share of the rows. */
    private double[][] means(double[] share) {
        double[][] means = new double[share.length][rows.dimensions()];
        for (int row = 0; row < label.length; row++) {
            double[] standardised = standardising.standardised(rows, row, row + 1)[0];
            share[label[row]]++;
            for (int d = 0; d < standardised.length; d++) {
                means[label[row]][d] += standardised[d];
            }
        }
        for (int i = 0; i < share.length; i++) {
            for (int d = 0; d < means[i].length; d++) {
                means[i][d] /= share[i];
            }
            share[i] /= label.length;
        }
        return means;
    }

    /** Directions in which the shrunken spread within labels is 1: double[inputs][inputs]. */
    private double[][] whitening(double[][] means, double[] share, double shrinkage) {
        int inputs = rows.dimensions();
        DenseMatrix within = standardising.correlation(rows);
        double trace = 0;
        for (int i = 0; i < inputs; i++) {
            for (int j = 0; j <= i; j++) {
                double between = 0;
                for (int k = 0; k < share.length; k++) {
                    between += share[k] * means[k][i] * means[k][j];
                }
                within.set(i, j, within.get(i, j) - between);
            }
            trace += within.get(i, i);
        }
        within.scale(1 - shrinkage);
        for (int i = 0; i < inputs; i++) {
            within.add(i, i, shrinkage * trace / inputs);
        }
        EVD eigen = within.withUplo(UPLO.LOWER).eigen();
        double[][] whitening = new double[inputs][inputs];
        for (int i = 0; i < inputs; i++) {
            for (int j = 0; j < inputs; j++) {
                whitening[i][j] = eigen.Vr().get(i, j) / Math.sqrt(eigen.wr().get(j));
            }
        }
        return whitening;
    }

    /** The directions, one a column, in which rows that are fewer than columns are spread, widest first. */
    private static double[][] principal(double[][] few) {
        DenseMatrix rows = DenseMatrix.of(few);
        // Of the few rows' products rather than of the columns', which are a hundred times as many.
        EVD eigen = rows.aat().withUplo(UPLO.LOWER).eigen().sort();
        int kept = 1;
        while (kept < few.length - 1 && eigen.wr().get(kept) > NEGLIGIBLE * eigen.wr().get(0)) {
            kept++;
        }
        double[][] directions = new double[few[0].length][kept];
        for (int j = 0; j < kept; j++) {
            double length = Math.sqrt(Math.max(Double.MIN_NORMAL, eigen.wr().get(j)));
            for (int d = 0; d < directions.length; d++) {
                for (int i = 0; i < few.length; i++) {
                    directions[d][j] += few[i][d] * eigen.Vr().get(i, j) / length;
                }
            }
        }
        return directions;
    }
}
