package org.tasteprint.genre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Interval;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.Track;
import org.tasteprint.genre.GenreEvaluation.Grouping;
import org.tasteprint.genre.classifier.ReductionSettings;
import org.tasteprint.genre.evaluation.GenreReport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GenreEvaluationTest {
    private static final GenreSettings SETTINGS = GenreSettings.of(List.of("sound"));

    /** Three genres that overlap: good songs are found, and not all. */
    private static final Songs SONGS = Songs.of(List.of("folk", "jazz", "rock"), 20, 3, 5);

    @Test
    void reportsAccuracyWithItsInterval() {
        GenreReport report = new GenreEvaluation(new GenreTrainer(SONGS.source(), PretrainedNetworks.NONE), SETTINGS)
                .split(SONGS.tracks(), "train", "test", Progress.SILENT);
        long right = report.songs().stream().filter(s -> s.truth().equals(s.answer())).count();
        assertThat(report.n()).isEqualTo(30);
        assertThat(report.accuracy()).isEqualTo(right / 30.0).isBetween(0.5, 0.99);
        assertThat(report.ci95()).isEqualTo(Interval.wilson(right, 30));
        assertThat(report.perSegment().n()).isEqualTo(150);
        assertThat(report.perSegment().accuracy()).isLessThan(report.accuracy());
        assertThat(report.rocAuc()).isGreaterThan(0.75);
        assertThat(report.prAuc()).isGreaterThan(0.6);
        assertThat(Arrays.stream(report.confusion()).mapToInt(row -> Arrays.stream(row).sum()))
                .containsExactly(10, 10, 10);
        assertThat(report.split()).isEqualTo("trained on train, judged on test");
    }

    @Test
    void foldsJudgeEverySongOnceAndKeepArtistsTogether() {
        Set<Set<String>> trainings = ConcurrentHashMap.newKeySet();
        FeatureSource watching = (feature, ids, training) -> {
            trainings.add(training);
            Set<String> artists = SONGS.tracks().stream()
                    .filter(t -> training.contains(t.id()))
                    .map(Track::artist)
                    .collect(Collectors.toSet());
            boolean judging = ids.stream().noneMatch(training::contains);
            if (judging) {
                assertThat(SONGS.tracks().stream().filter(t -> ids.contains(t.id())).map(Track::artist))
                        .doesNotContainAnyElementsOf(artists);
            }
            return SONGS.source().features(feature, ids, training);
        };
        GenreReport report = new GenreEvaluation(new GenreTrainer(watching, PretrainedNetworks.NONE), SETTINGS)
                .folds(SONGS.tracks(), 4, Grouping.ARTIST, Progress.SILENT);
        assertThat(report.n()).isEqualTo(60);
        assertThat(report.songs()).extracting(GenreReport.Song::trackId).doesNotHaveDuplicates();
        assertThat(trainings).hasSize(4);
        assertThat(report.split()).isEqualTo("4 folds, stratified by genre, grouped by artist");
    }

    @Test
    void countsSongsOfUntrainedLabelsAsErrors() {
        List<Track> tracks = SONGS.tracks().stream()
                .filter(t -> !(t.genre().equals("rock") && t.split().equals("train")))
                .toList();
        GenreReport report =
                new GenreEvaluation(new GenreTrainer(SONGS.source(), PretrainedNetworks.NONE), SETTINGS).split(tracks, "train", "test", Progress.SILENT);
        assertThat(report.untrainedLabels()).containsExactly("rock");
        assertThat(report.labels()).containsExactly("folk", "jazz", "rock");
        assertThat(report.confusion()[2][2]).isZero();
        assertThat(report.n()).isEqualTo(30);
        assertThat(report.accuracy()).isLessThanOrEqualTo(2.0 / 3);
    }

    @Test
    void leavesOutAndCountsTracksWithoutFeatures() {
        Set<String> without = Set.of("folk-0", "jazz-1");
        FeatureSource gaps = (feature, ids, training) -> SONGS.source()
                .features(feature, ids.stream().filter(id -> !without.contains(id)).toList(), training);
        GenreReport report =
                new GenreEvaluation(new GenreTrainer(gaps, PretrainedNetworks.NONE), SETTINGS).split(SONGS.tracks(), "train", "test", Progress.SILENT);
        assertThat(report.withoutFeatures()).isEqualTo(2);
        assertThat(report.n()).isEqualTo(29);
    }

    @Test
    void discriminantsAreCalibratedByLabelsThatTheyHaveNotSeen() {
        // Places that drown in noise: knowing nothing costs ln 3, and being sure of it more.
        Songs noise = Songs.of(List.of("folk", "jazz", "rock"), 20, 12, 5);
        GenreSettings lda = SETTINGS.with(draft -> draft.reduction = new ReductionSettings.Lda(0.01));
        GenreReport report = new GenreEvaluation(new GenreTrainer(noise.source(), PretrainedNetworks.NONE), lda)
                .folds(noise.tracks(), 4, Grouping.ARTIST, Progress.SILENT);
        assertThat(report.logLoss()).isLessThan(Math.log(3) + 0.15);
        assertThat(report.brier()).isLessThan(0.75);
    }

    @Test
    void refusesWhatCannotBeJudged() {
        GenreEvaluation evaluation = new GenreEvaluation(new GenreTrainer(SONGS.source(), PretrainedNetworks.NONE), SETTINGS);
        assertThatThrownBy(() -> evaluation.split(SONGS.tracks(), "train", "train", Progress.SILENT))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("must be two");
        assertThatThrownBy(() -> evaluation.folds(SONGS.tracks(), 16, Grouping.ARTIST, Progress.SILENT))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("--folds 16, groups (artist): 15");
        FeatureSource onlyTraining = (feature, ids, training) -> ids.stream().allMatch(training::contains)
                ? SONGS.source().features(feature, ids, training)
                : new FeatureMatrix(feature, 1, List.of(), new float[0]);
        assertThatThrownBy(() -> new GenreEvaluation(new GenreTrainer(onlyTraining, PretrainedNetworks.NONE), SETTINGS)
                        .split(SONGS.tracks(), "train", "test", Progress.SILENT))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("no song could be judged");
    }

    @Test
    void speaksTheJsonOfTheCommandLine() {
        GenreReport report = new GenreEvaluation(new GenreTrainer(SONGS.source(), PretrainedNetworks.NONE), SETTINGS)
                .split(SONGS.tracks(), "train", "test", Progress.SILENT);
        JsonNode json = JsonMapper.builder().build().valueToTree(report);
        assertThat(json.propertyNames())
                .contains("n", "accuracy", "ci95", "macro_f1", "roc_auc", "pr_auc", "log_loss", "brier", "labels", "confusion", "per_segment");
        assertThat(json.get("per_segment").get("accuracy").asDouble()).isEqualTo(report.perSegment().accuracy());
    }
}
