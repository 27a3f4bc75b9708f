package org.tasteprint.genre.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tasteprint.core.Progress;

class ReportBuilderTest {
    @Test
    void macroF1CountsEveryLabelAlike() {
        // F1 of the two labels: 2·8/(10+8) and 2·2/(2+4).
        assertThat(ReportBuilder.macroF1(new int[][] {{8, 2}, {0, 2}})).isCloseTo((16 / 18.0 + 4 / 6.0) / 2, within(1e-12));
        assertThat(ReportBuilder.macroF1(new int[][] {{3, 0, 0}, {0, 3, 0}, {0, 0, 0}})).isEqualTo(1);
    }

    @Test
    void properScoresJudgeTheProbabilities() {
        ReportBuilder builder = new ReportBuilder();
        builder.trained(List.of("folk", "jazz"), Set.of());
        builder.judged(new GenreReport.Song("a", 1, "folk", "folk", Map.of("folk", 0.8, "jazz", 0.2)), List.of("folk"));
        builder.judged(new GenreReport.Song("b", 1, "jazz", "folk", Map.of("folk", 0.6, "jazz", 0.4)), List.of("folk"));
        GenreReport report = builder.build("here", 0, Progress.SILENT);
        assertThat(report.logLoss()).isCloseTo(-(Math.log(0.8) + Math.log(0.4)) / 2, within(1e-12));
        assertThat(report.brier()).isCloseTo((0.04 + 0.04 + 0.36 + 0.36) / 2, within(1e-12));
    }
}
