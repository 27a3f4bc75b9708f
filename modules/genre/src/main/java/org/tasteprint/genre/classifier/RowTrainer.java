package org.tasteprint.genre.classifier;

import java.util.Optional;
import org.tasteprint.core.Progress;

/**
 * Trains classifiers of any kind on rows in memory, as they are: parameters are not searched for, probabilities not calibrated.
 *
 * @param examples what is learned from
 * @param balanced whether rows of rare labels count more
 * @param seed     of everything random
 */
record RowTrainer(Examples examples, boolean balanced, long seed) {
    /** A classifier, and how it learned if it did so in epochs. */
    record Trained(SegmentClassifier classifier, Optional<LearningCurve> curve) {}

    Trained train(ClassifierSettings.OfRows settings, Progress progress) {
        return switch (settings) {
            case Svm svm ->
                new Trained(new SvmTrainer(examples, svm, balanced).train(progress), Optional.empty());
            case Knn knn ->
                new Trained(
                        new KnnClassifier(knn, examples.rows(), examples.label(), examples.weights(balanced)),
                        Optional.empty());
            case XgBoost trees ->
                new Trained(new XgBoostTrainer(examples, trees, balanced, seed).train(progress), Optional.empty());
            case Mlp mlp -> {
                MlpTrainer.Trained trained = new MlpTrainer(examples, mlp, balanced, seed).train(progress);
                yield new Trained(trained.classifier(), Optional.of(trained.curve()));
            }
        };
    }
}
