package org.tasteprint.genre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tasteprint.core.Progress;
import org.tasteprint.genre.GenreEvaluation.Grouping;
import org.tasteprint.genre.ensemble.Stacking;
import org.tasteprint.genre.ensemble.VotingEnsemble;
import org.tasteprint.genre.evaluation.GenreReport;
import org.tasteprint.genre.evaluation.ReportBuilder;

class EnsembleTest {
    @Test
    void theMajorityWinsAndEqualVotesGoToTheMoreProbable() {
        GenreReport sure = report("a", 0.9, "b", 0.1, "b", 0.2);
        GenreReport unsure = report("b", 0.4, "b", 0.3, "a", 0.55);
        GenreReport third = report("a", 0.8, "a", 0.6, "b", 0.1);

        assertThat(VotingEnsemble.of(List.of(sure, unsure, third), Progress.SILENT).songs())
                .extracting(GenreReport.Song::answer)
                .containsExactly("a", "b", "b");
        assertThat(VotingEnsemble.of(List.of(sure, unsure), Progress.SILENT).songs())
                .extracting(GenreReport.Song::answer)
                .as("a of 0.65 on the average, b of 0.8, b of 0.625")
                .containsExactly("a", "b", "b");
        assertThatIllegalArgumentException().isThrownBy(() -> VotingEnsemble.of(
                List.of(sure, build("other songs", "a", 0.9)), Progress.SILENT));
    }

    @Test
    void stackingLearnsWhichSystemToBelieve() {
        Songs songs = Songs.of(List.of("jazz", "rock", "folk"), 16, 0.6, 3);
        GenreTrainer trainer = new GenreTrainer(songs.source(), PretrainedNetworks.NONE);
        List<GenreSettings> systems = List.of(GenreSettings.of(List.of("mood")), GenreSettings.of(List.of("sound")));
        var parts = GenreEvaluation.deal(songs.tracks(), 4, Grouping.ARTIST, 1);

        GenreReport stacked = new Stacking(trainer, systems, 1).parts(parts, Grouping.ARTIST, "4 folds", Progress.SILENT);
        GenreReport mood = new GenreEvaluation(trainer, systems.getFirst()).parts(parts, "4 folds", Progress.SILENT);

        assertThat(stacked.n()).isEqualTo(48);
        assertThat(stacked.accuracy()).isGreaterThan(mood.accuracy() + 0.1).isGreaterThan(0.9);
        assertThat(stacked.seconds().training()).isPositive();
        assertThat(stacked.songs().getFirst().probabilities().values().stream().mapToDouble(p -> p).sum())
                .isBetween(0.999, 1.001);
    }

    /** Three songs, whose truth is a, b, b; answers with the probability of a. */
    private static GenreReport report(Object... answersAndProbabilities) {
        return build("three songs", answersAndProbabilities);
    }

    private static GenreReport build(String split, Object... said) {
        ReportBuilder builder = new ReportBuilder();
        builder.trained(List.of("a", "b"), Set.of());
        for (int i = 0; i < said.length / 2; i++) {
            double a = (double) said[2 * i + 1];
            builder.judged(
                    new GenreReport.Song("t" + i, 1, i == 0 ? "a" : "b", (String) said[2 * i], Map.of("a", a, "b", 1 - a)),
                    List.of((String) said[2 * i]));
        }
        return builder.build(split, 1, Progress.SILENT);
    }
}
