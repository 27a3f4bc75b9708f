package org.tasteprint.genre.classifier;

import java.util.Map;
import org.tasteprint.nets.Tensor;

/** Decides about segments, each for itself. Immutable. */
public sealed interface SegmentClassifier permits SvmClassifier, NetworkClassifier {
    /**
     * What was decided.
     *
     * @param label       int[rows]: index of the label decided for
     * @param probability double[rows][labels], each row summing to 1
     */
    record Decisions(int[] label, double[][] probability) {}

    /** @param rows double[rows][columns] */
    Decisions decide(double[][] rows);

    /** Its numbers by name: all that {@link #of} needs beside the settings. */
    Map<String, Tensor> tensors();

    /** The classifier that gave these tensors. */
    static SegmentClassifier of(ClassifierSettings settings, Map<String, Tensor> tensors) {
        return switch (settings) {
            case ClassifierSettings.Svm _ -> SvmClassifier.of(tensors);
            case ClassifierSettings.FineTuned tuned -> new NetworkClassifier(tuned, tensors);
        };
    }

    /**
     * Segments to learn from.
     *
     * @param rows   double[rows][columns]
     * @param label  int[rows]: index of the label of each
     * @param song   int[rows]: number of the song of each; segments of one song are much alike
     * @param labels how many labels there are; each has at least one row
     */
    record Examples(double[][] rows, int[] label, int[] song, int labels) {}
}
