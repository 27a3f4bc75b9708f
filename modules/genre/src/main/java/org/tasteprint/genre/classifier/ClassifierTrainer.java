package org.tasteprint.genre.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tasteprint.core.Progress;
import org.tasteprint.genre.classifier.ClassifierSettings.OfRows;

/**
 * Trains a classifier on rows in memory: searches its parameters if it should, trains it on all rows, and calibrates it by what
 * classifiers like it say of the folds that they have not learned from. Folds are grouped by artist; nothing but the rows
 * given is looked at.
 */
public final class ClassifierTrainer {
    /** Each calibrating classifier learns from two thirds of the rows. */
    private static final int CALIBRATION_FOLDS = 3;

    private final Examples examples;
    private final Directions directions;
    private final Fitting fitting;
    private final long seed;

    /**
     * What training gave.
     *
     * @param classifier as a model file will have it, so that it says the same before it is saved and after
     * @param settings   those asked for, with the parameters that the search found
     * @param curve      how it learned, if it did so in epochs
     * @param findings   what a provenance should say beside the settings, by name
     */
    public record Trained(
            SegmentClassifier classifier, OfRows settings, Optional<LearningCurve> curve, Map<String, String> findings) {}

    /** Trains on rows whose columns do not depend on labels. */
    public ClassifierTrainer(Examples examples, Fitting fitting, long seed) {
        this(examples, learned -> examples.rows(), fitting, seed);
    }

    /**
     * @param examples   all that there is to learn from
     * @param directions gives their rows anew for every fold
     * @param seed       of everything random
     */
    public ClassifierTrainer(Examples examples, Directions directions, Fitting fitting, long seed) {
        this.examples = examples;
        this.directions = directions;
        this.fitting = fitting;
        this.seed = seed;
    }

    /** Trains a classifier of these settings. */
    public Trained train(OfRows asked, Progress progress) {
        Map<String, String> findings = new TreeMap<>();
        OfRows settings = asked;
        if (fitting.grid()) {
            GridSearch search = GridSearch.over(asked, examples, directions, fitting.balanced(), seed, progress);
            settings = search.found();
            findings.put("grid_tried", Integer.toString(search.tried()));
            findings.put("grid_segment_accuracy", Double.toString(search.accuracy()));
        }
        RowTrainer.Trained trained = new RowTrainer(examples, fitting.balanced(), seed).train(settings, progress);
        SegmentClassifier classifier = fitting.calibration() == Calibration.NONE
                ? trained.classifier()
                : calibrated(trained.classifier(), settings, progress);
        return new Trained(SegmentClassifier.of(settings, classifier.tensors()), settings, trained.curve(), findings);
    }

    private SegmentClassifier calibrated(SegmentClassifier classifier, OfRows settings, Progress progress) {
        List<HeldOut> folds = HeldOut.folds(examples, directions, CALIBRATION_FOLDS, seed);
        if (folds.isEmpty()) {
            return classifier;
        }
        List<double[]> said = new ArrayList<>();
        List<Integer> truth = new ArrayList<>();
        List<Integer> song = new ArrayList<>();
        try (Progress.Task task = progress.begin("calibrating", "folds", folds.size())) {
            for (HeldOut fold : folds) {
                SegmentClassifier judge = new RowTrainer(fold.learned(), fitting.balanced(), seed)
                        .train(settings, Progress.SILENT)
                        .classifier();
                said.addAll(Arrays.asList(fold.probabilities(judge.decide(fold.unseen()), examples.labels())));
                Arrays.stream(fold.truth()).forEach(truth::add);
                Arrays.stream(fold.asked()).forEach(row -> song.add(examples.song()[row]));
                task.advance(1);
            }
        }
        return classifier.calibrated(
                fitting.calibration(),
                said.toArray(double[][]::new),
                truth.stream().mapToInt(Integer::intValue).toArray(),
                song.stream().mapToInt(Integer::intValue).toArray());
    }
}
