package org.tasteprint.genre;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.tasteprint.core.Progress;

/** Decides about segments, each for itself. Immutable. */
sealed interface SegmentClassifier permits SvmClassifier {
    /**
     * What was decided.
     *
     * @param label       int[rows]: index of the label decided for
     * @param probability double[rows][labels], each row summing to 1
     */
    record Decisions(int[] label, double[][] probability) {}

    /** @param rows double[rows][columns] */
    Decisions decide(double[][] rows);

    void writeTo(DataOutput out) throws IOException;

    /**
     * Trains a classifier.
     *
     * @param examples what it learns from
     * @param settings which kind, and its parameters
     */
    static SegmentClassifier train(Examples examples, GenreSettings settings, Progress progress) {
        return switch (settings.classifier()) {
            case SVM -> new SvmTrainer(examples, settings.c(), settings.seed()).train(progress);
        };
    }

    /** Reads what {@link #writeTo} of the same kind wrote. */
    static SegmentClassifier readFrom(DataInput in, ClassifierKind kind) throws IOException {
        return switch (kind) {
            case SVM -> SvmClassifier.readFrom(in);
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
