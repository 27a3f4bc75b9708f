package org.tasteprint.genre.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReportBuilderTest {
    @Test
    void macroF1CountsEveryLabelAlike() {
        // F1 of the two labels: 2·8/(10+8) and 2·2/(2+4).
        assertThat(ReportBuilder.macroF1(new int[][] {{8, 2}, {0, 2}})).isCloseTo((16 / 18.0 + 4 / 6.0) / 2, within(1e-12));
        assertThat(ReportBuilder.macroF1(new int[][] {{3, 0, 0}, {0, 3, 0}, {0, 0, 0}})).isEqualTo(1);
    }
}
