package org.tasteprint.genre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.genre.evaluation.GenreReport;
import org.tasteprint.genre.evaluation.McNemar;

class McNemarTest {
    @Test
    void isTheExactBinomialTest() {
        // Two-sided: 2 · Σ C(10, 0..2) / 2^10.
        assertThat(McNemar.of(2, 8).pValue()).isCloseTo(2 * (1 + 10 + 45) / 1024.0, within(1e-12));
        assertThat(McNemar.of(8, 2).pValue()).isEqualTo(McNemar.of(2, 8).pValue());
        assertThat(McNemar.of(0, 6).pValue()).isCloseTo(0.03125, within(1e-12));
        assertThat(McNemar.of(5, 5).pValue()).isEqualTo(1);
        assertThat(McNemar.of(0, 0).pValue()).isEqualTo(1);
        assertThat(McNemar.of(900, 1100).pValue()).isCloseTo(8.5e-6, within(1e-6));
    }

    @Test
    void comparesReportsAboutTheSameSongs() {
        Songs songs = Songs.of(List.of("folk", "jazz", "rock"), 20, 3, 5);
        GenreReport sound = new GenreEvaluation(new GenreTrainer(songs.source(), PretrainedNetworks.NONE), GenreSettings.of(List.of("sound")))
                .split(songs.tracks(), "train", "test", Progress.SILENT);
        GenreReport mood = new GenreEvaluation(new GenreTrainer(songs.source(), PretrainedNetworks.NONE), GenreSettings.of(List.of("mood")))
                .split(songs.tracks(), "train", "test", Progress.SILENT);
        McNemar test = McNemar.compare(sound, mood);
        assertThat(test.onlyFirst() - test.onlySecond())
                .isEqualTo((int) Math.round(30 * (sound.accuracy() - mood.accuracy())));
        assertThat(McNemar.compare(sound, sound)).isEqualTo(new McNemar(0, 0, 1));

        GenreReport others = new GenreEvaluation(new GenreTrainer(songs.source(), PretrainedNetworks.NONE), GenreSettings.of(List.of("sound")))
                .split(songs.tracks(), "test", "train", Progress.SILENT);
        assertThatThrownBy(() -> McNemar.compare(sound, others))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("not about the same songs");
    }
}
