package org.tasteprint.genre.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tasteprint.core.Progress;
import org.tasteprint.genre.classifier.ClassifierSettings.OfRows;
import org.tasteprint.genre.classifier.SegmentClassifier.Decisions;

/** Every classifier of rows, on rings that only one which bends can tell apart. */
class ClassifierTrainerTest {
    private static final Examples TRAINING = Rings.of(900, 0.1, 1);
    private static final Examples UNSEEN = Rings.of(300, 0.1, 2);

    static List<OfRows> classifiers() {
        return List.of(
                Svm.DEFAULT,
                Knn.DEFAULT,
                new Knn(9, Knn.Metric.MANHATTAN, Knn.VoteWeights.DISTANCE),
                new XgBoost(20, 4, 0.3),
                new Mlp(64, 40, 10, 0.01, 1e-4, 0.1, 2));
    }

    @ParameterizedTest
    @MethodSource("classifiers")
    void learnsAndSaysTheSameWhenTrainedAgainAndWhenLoaded(OfRows settings) {
        for (Calibration calibration : Calibration.values()) {
            Fitting fitting = new Fitting(true, false, calibration);
            ClassifierTrainer.Trained one = new ClassifierTrainer(TRAINING, fitting, 7).train(settings, Progress.SILENT);
            Decisions said = one.classifier().decide(UNSEEN.rows());
            assertThat(right(said)).isGreaterThan(280);
            for (double[] probability : said.probability()) {
                assertThat(Arrays.stream(probability).sum()).isCloseTo(1, within(1e-9));
                assertThat(Arrays.stream(probability).min().orElseThrow()).isNotNegative();
            }
            ClassifierTrainer.Trained two = new ClassifierTrainer(TRAINING, fitting, 7).train(settings, Progress.SILENT);
            assertThat(two.classifier().decide(UNSEEN.rows()).probability()).isDeepEqualTo(said.probability());
            SegmentClassifier loaded = SegmentClassifier.of(one.settings(), one.classifier().tensors());
            assertThat(loaded.decide(UNSEEN.rows()).probability()).isDeepEqualTo(said.probability());
        }
    }

    /** Ten segments that each tend to the right label a little make a song that is nearly certain; ten that say the same do not. */
    @Test
    void whatSegmentsAreWorthTogetherDependsOnHowMuchTheyAreAlike() {
        SegmentClassifier bare = new ClassifierTrainer(Rings.of(40, 0.1, 3), new Fitting(false, false, Calibration.NONE), 1)
                .train(Svm.DEFAULT, Progress.SILENT).classifier();
        double[] mean = {0.62, 0.38};
        Random random = new Random(5);
        double[][] apart = new double[2000][];
        double[][] alike = new double[2000][];
        int[] label = new int[2000];
        int[] song = new int[2000];
        for (int row = 0; row < label.length; row++) {
            song[row] = row / 10;
            label[row] = song[row] % 2;
            double first = 0.5 + 0.2 * random.nextGaussian() + (label[row] == 0 ? 0.1 : -0.1);
            apart[row] = new double[] {Math.clamp(first, 0.01, 0.99), Math.clamp(1 - first, 0.01, 0.99)};
            alike[row] = row % 10 == 0 ? apart[row] : alike[row - 1];
        }
        SegmentClassifier ofApart = bare.calibrated(Calibration.PLATT, apart, label, song);
        assertThat(ofApart.ofSong(mean)[0]).isGreaterThan(0.9);
        assertThat(bare.calibrated(Calibration.PLATT, alike, label, song).ofSong(mean)[0]).isBetween(0.5, 0.75);
        assertThat(bare.ofSong(mean)).isEqualTo(mean);
        SegmentClassifier again = SegmentClassifier.of(Svm.DEFAULT, ofApart.tensors());
        assertThat(again.ofSong(mean)[0]).isCloseTo(ofApart.ofSong(mean)[0], within(1e-6));
        SegmentClassifier ofWhole = bare.calibrated(Calibration.PLATT, apart, label, IntStream.range(0, label.length).toArray());
        assertThat(ofWhole.ofSong(mean)).isEqualTo(mean);
    }

    @Test
    void calibratedProbabilitiesMeanWhatTheySay() {
        Examples blurred = Rings.of(3000, 0.7, 3);
        Examples others = Rings.of(3000, 0.7, 4);
        Knn nearest = new Knn(1, Knn.Metric.EUCLIDEAN, Knn.VoteWeights.UNIFORM);
        double[] cost = new double[Calibration.values().length];
        for (Calibration calibration : Calibration.values()) {
            Decisions said = new ClassifierTrainer(blurred, new Fitting(false, false, calibration), 1)
                    .train(nearest, Progress.SILENT)
                    .classifier()
                    .decide(others.rows());
            for (int row = 0; row < others.label().length; row++) {
                cost[calibration.ordinal()] -=
                        Math.log(Math.max(1e-6, said.probability()[row][others.label()[row]])) / others.label().length;
            }
        }
        // One neighbour is always certain, and often wrong.
        assertThat(cost[Calibration.NONE.ordinal()]).isGreaterThan(3);
        assertThat(cost[Calibration.PLATT.ordinal()]).isLessThan(1.1);
        assertThat(cost[Calibration.ISOTONIC.ordinal()]).isLessThan(1.1);
    }

    @Test
    void searchesParametersOnHeldOutArtists() {
        Examples blurred = Rings.of(900, 0.4, 5);
        ClassifierTrainer.Trained found = new ClassifierTrainer(blurred, new Fitting(false, true, Calibration.NONE), 1)
                .train(new Knn(1, Knn.Metric.COSINE, Knn.VoteWeights.UNIFORM), Progress.SILENT);
        // The angle says nothing of the ring, and one neighbour is too few where rings overlap.
        Knn chosen = (Knn) found.settings();
        assertThat(chosen.metric()).isNotEqualTo(Knn.Metric.COSINE);
        assertThat(chosen.k()).isGreaterThan(1);
        assertThat(found.findings()).containsEntry("grid_tried", "48");
    }

    @Test
    void rareLabelsCountAsMuchAsOthersWhenBalanced() {
        Examples blurred = Rings.of(1800, 0.5, 6);
        int[] few = IntStream.range(0, 1800)
                .filter(row -> blurred.label()[row] != 1 || blurred.song()[row] % 9 == 1)
                .toArray();
        Examples uneven = blurred.of(few);
        for (OfRows settings : List.of(
                Svm.DEFAULT, new Knn(15, Knn.Metric.EUCLIDEAN, Knn.VoteWeights.UNIFORM), new XgBoost(10, 3, 0.3), new Mlp(32, 60, 10, 0.01, 1e-4, 0, 1))) {
            long plain = saidToBeRare(uneven, settings, false);
            long balanced = saidToBeRare(uneven, settings, true);
            assertThat(balanced).as(settings.toString()).isGreaterThan(plain + 20);
        }
    }

    private static long saidToBeRare(Examples uneven, OfRows settings, boolean balanced) {
        Decisions said = new ClassifierTrainer(uneven, new Fitting(balanced, false, Calibration.NONE), 1)
                .train(settings, Progress.SILENT)
                .classifier()
                .decide(Rings.of(1800, 0.5, 7).rows());
        return Arrays.stream(said.label()).filter(label -> label == 1).count();
    }

    @Test
    void treesSayWhatTheLibrarySays() throws XGBoostError {
        var rows = XgBoostTrainer.matrix(TRAINING.rows());
        rows.setLabel(Tensors.of(TRAINING.label()).values());
        Booster booster = XGBoost.train(
                rows, Map.of("objective", "multi:softprob", "num_class", 3, "seed", 1), 15, Map.of(), null, null);
        float[][] theirs = booster.predict(XgBoostTrainer.matrix(UNSEEN.rows()));
        double[][] ours = TreeClassifier.ofJson(new String(booster.toByteArray("json"), StandardCharsets.UTF_8))
                .decide(UNSEEN.rows())
                .probability();
        for (int row = 0; row < ours.length; row++) {
            for (int label = 0; label < 3; label++) {
                assertThat(ours[row][label]).isCloseTo(theirs[row][label], within(1e-5));
            }
        }
    }

    @Test
    void neighboursAreThoseOfAnExhaustiveSearch() {
        for (Knn.Metric metric : Knn.Metric.values()) {
            Neighbours found = Neighbours.of(UNSEEN.rows(), TRAINING.rows(), metric, 4);
            for (int row = 0; row < 300; row += 37) {
                double[] x = UNSEEN.rows()[row];
                double[] distances = Arrays.stream(TRAINING.rows()).mapToDouble(y -> distance(metric, x, y)).sorted().toArray();
                assertThat(found.distance()[row]).containsExactly(Arrays.copyOf(distances, 4), within(1e-5));
            }
        }
    }

    private static double distance(Knn.Metric metric, double[] x, double[] y) {
        return switch (metric) {
            case EUCLIDEAN -> Math.hypot(x[0] - y[0], x[1] - y[1]);
            case COSINE -> 1 - (x[0] * y[0] + x[1] * y[1]) / Math.hypot(x[0], x[1]) / Math.hypot(y[0], y[1]);
            case MANHATTAN -> Math.abs(x[0] - y[0]) + Math.abs(x[1] - y[1]);
        };
    }

    @Test
    void foldsKeepArtistsTogetherAndLearnEveryLabel() {
        int[] fold = TRAINING.folds(3, 1);
        for (int row = 0; row < fold.length; row++) {
            for (int other = row + 1; other < fold.length; other += 7) {
                assertThat(TRAINING.artist()[row] != TRAINING.artist()[other] || fold[row] == fold[other]).isTrue();
            }
        }
        // A label with a single song is learned in every fold, one with a single artist is dealt by song.
        Examples few = new Examples(new double[7][1], new int[] {0, 1, 1, 2, 2, 2, 2}, new int[] {0, 1, 2, 3, 4, 5, 6}, new int[] {0, 1, 1, 2, 2, 3, 3}, 3);
        int[] dealt = few.folds(2, 1);
        assertThat(dealt[0]).isEqualTo(Examples.IN_ALL);
        assertThat(dealt[1]).isNotEqualTo(dealt[2]);
        assertThat(dealt[3]).isEqualTo(dealt[4]).isNotEqualTo(dealt[5]);
    }

    @Test
    void gammaCanBeSet() {
        SvmClassifier wide = new SvmTrainer(TRAINING, new Svm(1, OptionalDouble.of(0.01)), false).train(Progress.SILENT);
        assertThat(wide.gamma()).isEqualTo(0.01);
    }

    private static long right(Decisions said) {
        return IntStream.range(0, UNSEEN.label().length).filter(row -> said.label()[row] == UNSEEN.label()[row]).count();
    }
}
