package org.tasteprint.genre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.genre.GenreEvaluation.Grouping;
import org.tasteprint.genre.classifier.FineTuned;
import org.tasteprint.genre.decision.SongDecision;
import org.tasteprint.genre.decision.SongDecision.Threshold;
import org.tasteprint.genre.evaluation.GenreReport;

class DecisionTest {
    private static final Songs SONGS = Songs.of(List.of("jazz", "rock", "folk"), 12, 1.5, 5);
    private static final GenreTrainer TRAINER = new GenreTrainer(SONGS.source(), PretrainedNetworks.NONE);

    @TempDir
    Path folder;

    @Test
    void aThresholdIsChosenInTrainingAndKeptWithTheModel() {
        GenreModel model = TRAINER.train(SONGS.tracks(), settings(Threshold.TO_BE_CHOSEN), Progress.SILENT);

        Threshold chosen = (Threshold) model.settings().decision();
        assertThat(chosen.least()).isPresent();
        assertThat(model.provenance().parameters()).containsEntry("decision", "threshold").containsKey("threshold");
        model.save(folder.resolve("genre"));
        assertThat(GenreModel.load(folder.resolve("genre")).settings().decision()).isEqualTo(chosen);
    }

    @Test
    void neighboursOfSegmentsDecideTheSameBeforeSavingAndAfter() {
        GenreModel model = TRAINER.train(SONGS.tracks(), settings(SongDecision.parse("knn")), Progress.SILENT);
        model.save(folder.resolve("genre"));
        GenreModel loaded = GenreModel.load(folder.resolve("genre"));

        String id = SONGS.split("test").getFirst().id();
        var features = Map.of("sound", SONGS.source().features("sound", List.of(id), Set.of()));
        Classification said = model.classify(features);
        assertThat(said.genre()).isEqualTo("jazz");
        assertThat(loaded.classify(features)).isEqualTo(said);
    }

    @Test
    void anEvaluationComparesAllWaysAndItsAccuracyIsThatOfTheModelsOwn() {
        for (SongDecision decision : List.of(SongDecision.DEFAULT, new SongDecision.Geometric(), SongDecision.parse("knn"))) {
            GenreReport report =
                    new GenreEvaluation(TRAINER, settings(decision)).folds(SONGS.tracks(), 3, Grouping.ARTIST, Progress.SILENT);
            assertThat(report.decisions().getFirst().decision()).isEqualTo(decision.label());
            assertThat(report.decisions().getFirst().accuracy()).isEqualTo(report.accuracy());
            assertThat(report.decisions())
                    .extracting(GenreReport.Decided::decision)
                    .contains("vote", "mean", "geometric", "threshold");
        }
    }

    @Test
    void aNetworkHasNoNeighbours() {
        GenreSettings network = GenreSettings.of(FineTuned.of("musicnn-msd", 0, 3));
        assertThatThrownBy(() -> network.with(draft -> draft.decision = SongDecision.parse("knn")))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("choose another decision than knn");
    }

    private static GenreSettings settings(SongDecision decision) {
        return GenreSettings.of(List.of("sound")).with(draft -> {
            draft.decision = decision;
            draft.split = "";
        });
    }
}
