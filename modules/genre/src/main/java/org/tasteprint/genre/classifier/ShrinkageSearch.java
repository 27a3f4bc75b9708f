package org.tasteprint.genre.classifier;

import java.util.List;
import java.util.function.DoubleFunction;
import org.tasteprint.core.Progress;
import org.tasteprint.genre.classifier.ReductionSettings.Lda;

/**
 * Chooses the shrinkage of discriminants: the one with which a classifier is most often right about training segments of artists that
 * neither it nor the discriminants have seen; among equals the candidate that comes first.
 */
public final class ShrinkageSearch {
    private static final int FOLDS = 3;

    /** From a little to much; the usual one first. */
    private static final List<Double> CANDIDATES = List.of(Lda.DEFAULT.shrinkage(), 0.01, 0.1, 0.003, 0.3);

    private ShrinkageSearch() {}

    /**
     * @param examples   all that there is to learn from
     * @param directions discriminants of a shrinkage, found anew for every fold
     * @param settings   of the classifier that judges
     * @param balanced   whether rows of rare labels count more
     */
    public static Lda best(
            Examples examples,
            DoubleFunction<Directions> directions,
            ClassifierSettings.OfRows settings,
            boolean balanced,
            long seed,
            Progress progress) {
        double best = CANDIDATES.getFirst();
        long most = -1;
        try (Progress.Task task = progress.begin("searching the shrinkage", "candidates", CANDIDATES.size())) {
            for (double candidate : CANDIDATES) {
                long right = 0;
                for (HeldOut fold : HeldOut.folds(examples, directions.apply(candidate), FOLDS, seed)) {
                    right += fold.right(new RowTrainer(fold.learned(), balanced, seed)
                            .train(settings, Progress.SILENT)
                            .classifier()
                            .decide(fold.unseen()));
                }
                if (right > most) {
                    most = right;
                    best = candidate;
                }
                task.advance(1);
            }
        }
        return new Lda(best);
    }
}
