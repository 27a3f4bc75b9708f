package org.tasteprint.genre.classifier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tasteprint.core.Progress;
import org.tasteprint.genre.classifier.ClassifierSettings.OfRows;

/**
 * Finds the parameters that are most often right about training segments of artists that were held out; among equals the
 * candidate that comes first.
 *
 * @param found    the best settings
 * @param accuracy of segments held out, over all folds
 * @param tried    how many settings were compared
 */
record GridSearch(OfRows found, double accuracy, int tried) {
    private static final int FOLDS = 3;

    static GridSearch over(
            OfRows settings, Examples examples, Directions directions, boolean balanced, long seed, Progress progress) {
        List<OfRows> candidates = settings.grid();
        List<HeldOut> folds = HeldOut.folds(examples, directions, FOLDS, seed);
        if (candidates.size() < 2 || folds.isEmpty()) {
            return new GridSearch(settings, Double.NaN, 1);
        }
        long[] right = new long[candidates.size()];
        long judged = 0;
        try (Progress.Task task = progress.begin("searching parameters", "trainings", (long) folds.size() * right.length)) {
            for (HeldOut fold : folds) {
                RowTrainer trainer = new RowTrainer(fold.learned(), balanced, seed);
                Map<Knn.Metric, Neighbours> neighbours = new HashMap<>();
                for (int c = 0; c < right.length; c++) {
                    SegmentClassifier classifier = trainer.train(candidates.get(c), Progress.SILENT).classifier();
                    right[c] += fold.right(said(classifier, fold, neighbours, candidates));
                    task.advance(1);
                }
                judged += fold.truth().length;
            }
        }
        int best = 0;
        for (int c = 1; c < right.length; c++) {
            best = right[c] > right[best] ? c : best;
        }
        return new GridSearch(candidates.get(best), (double) right[best] / judged, candidates.size());
    }

    /** Nearest rows are the same for every k and weight: those of a metric are found once. */
    private static SegmentClassifier.Decisions said(
            SegmentClassifier classifier, HeldOut fold, Map<Knn.Metric, Neighbours> found, List<OfRows> candidates) {
        if (!(classifier instanceof KnnClassifier knn)) {
            return classifier.decide(fold.unseen());
        }
        int most = candidates.stream().mapToInt(c -> c instanceof Knn other ? other.k() : 0).max().orElseThrow();
        return knn.decide(found.computeIfAbsent(
                knn.settings().metric(),
                metric -> Neighbours.of(fold.unseen(), knn.rows(), metric, Math.min(most, knn.rows().length))));
    }
}
