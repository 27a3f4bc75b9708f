package org.tasteprint.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureMatrixTest {
    private final FeatureMatrix matrix =
            new FeatureMatrix("timbre", 2, List.of("b", "a", "b"), new float[] {1, 2, 10, 20, 3, 4});

    @Test
    void aRowIsWhatItsTrackSounds() {
        assertThat(matrix.row(1)).containsExactly(10, 20);
    }

    @Test
    void meansKeepTheOrderOfTracks() {
        FeatureMatrix means = matrix.meanPerTrack();
        assertThat(means.trackIds()).containsExactly("b", "a");
        assertThat(means.values()).containsExactly(2, 3, 10, 20);
    }

    @Test
    void valuesThatDoNotFillTheRowsAreRefused() {
        assertThatThrownBy(() -> new FeatureMatrix("timbre", 2, List.of("a"), new float[3]))
                .hasMessageContaining("timbre: 1 rows of 2 do not make 3 values");
    }
}
