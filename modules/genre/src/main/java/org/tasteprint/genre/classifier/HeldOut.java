package org.tasteprint.genre.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows parted into those to learn from and those to ask about.
 *
 * @param learned what is learned from, with its labels numbered anew
 * @param labels  int[labels of learned]: their numbers among all
 * @param asked   int[]: which rows are asked about
 * @param unseen  double[asked][columns]: these rows
 * @param truth   int[asked]: their labels, among all
 */
record HeldOut(Examples learned, int[] labels, int[] asked, double[][] unseen, int[] truth) {
    /**
     * Every fold held out once; none where there are too few groups for folds.
     *
     * @param directions gives the rows of each fold
     */
    static List<HeldOut> folds(Examples examples, Directions directions, int most, long seed) {
        int[] fold = examples.folds(most, seed);
        int folds = Arrays.stream(fold).max().orElse(Examples.IN_ALL) + 1;
        List<HeldOut> all = new ArrayList<>();
        for (int f = 0; f < folds; f++) {
            int out = f;
            int[] learned = IntStream.range(0, fold.length).filter(row -> fold[row] != out).toArray();
            int[] asked = IntStream.range(0, fold.length).filter(row -> fold[row] == out).toArray();
            // One label alone can teach nothing.
            if (examples.labelsOf(learned).length > 1) {
                all.add(of(examples.with(directions.rows(learned)), learned, asked));
            }
        }
        return all;
    }

    private static HeldOut of(Examples examples, int[] learned, int[] asked) {
        return new HeldOut(
                examples.of(learned),
                examples.labelsOf(learned),
                asked,
                Arrays.stream(asked).mapToObj(row -> examples.rows()[row]).toArray(double[][]::new),
                Arrays.stream(asked).map(row -> examples.label()[row]).toArray());
    }

    /** How many of the rows asked about were decided rightly. */
    long right(SegmentClassifier.Decisions said) {
        return IntStream.range(0, truth.length).filter(row -> labels[said.label()[row]] == truth[row]).count();
    }

    /** What was said, by label among all; a label that was not learned has probability 0. */
    double[][] probabilities(SegmentClassifier.Decisions said, int allLabels) {
        double[][] all = new double[truth.length][allLabels];
        for (int row = 0; row < all.length; row++) {
            for (int label = 0; label < labels.length; label++) {
                all[row][labels[label]] = said.probability()[row][label];
            }
        }
        return all;
    }
}
