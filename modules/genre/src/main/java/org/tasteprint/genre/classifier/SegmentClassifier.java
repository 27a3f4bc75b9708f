package org.tasteprint.genre.classifier;

import java.util.Map;
import org.tasteprint.nets.Tensor;

/**
 * Decides about segments, each for itself. Immutable, and safe for use by several threads; closing it frees what a network holds in
 * native memory.
 */
public sealed interface SegmentClassifier extends AutoCloseable
        permits SvmClassifier, KnnClassifier, TreeClassifier, PerceptronClassifier, FrameClassifier, NetworkClassifier, TaggerClassifier, Calibrated {
    /**
     * What was decided.
     *
     * @param label       int[rows]: index of the label decided for
     * @param probability double[rows][labels], each row summing to 1
     */
    record Decisions(int[] label, double[][] probability) {
        /** Decides for the most probable label, among equals for the first. */
        static Decisions ofProbabilities(double[][] probability) {
            int[] label = new int[probability.length];
            for (int row = 0; row < label.length; row++) {
                for (int l = 1; l < probability[row].length; l++) {
                    label[row] = probability[row][l] > probability[row][label[row]] ? l : label[row];
                }
            }
            return new Decisions(label, probability);
        }
    }

    /** @param rows double[rows][columns] */
    Decisions decide(double[][] rows);

    /** Its numbers by name: all that {@link #of} needs beside the settings. */
    Map<String, Tensor> tensors();

    /** Frees native memory; most have none. */
    @Override
    default void close() {}

    /**
     * The same with probabilities set right.
     *
     * @param said  double[rows][labels]: what it or its like said of rows that they had not learned from
     * @param label int[rows]: their labels
     * @param song  int[rows]: number of the song of each
     */
    default SegmentClassifier calibrated(Calibration calibration, double[][] said, int[] label, int[] song) {
        return calibration == Calibration.NONE ? this : Calibrated.fit(this, calibration, said, label, song);
    }

    /**
     * The probabilities of a song.
     *
     * @param mean double[labels]: of its segments' probabilities
     */
    default double[] ofSong(double[] mean) {
        return mean;
    }

    /**
     * The classifier that gave these tensors.
     *
     * @param settings those it was trained with
     */
    static SegmentClassifier of(ClassifierSettings settings, Map<String, Tensor> tensors) {
        return Calibrated.of(tensors, own -> switch (settings) {
            case Svm _ -> SvmClassifier.of(own);
            case Knn knn -> KnnClassifier.of(knn, own);
            case XgBoost _ -> TreeClassifier.of(own);
            case Mlp _ -> PerceptronClassifier.of(own);
            case Cnn cnn -> new FrameClassifier(cnn, own);
            case FineTuned tuned -> new NetworkClassifier(tuned, own);
            case TunedTagger tagger -> new TaggerClassifier(tagger, own);
        });
    }
}
