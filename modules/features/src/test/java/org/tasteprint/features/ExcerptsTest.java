package org.tasteprint.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tasteprint.audio.Pcm;

class ExcerptsTest {
    private static final Pcm TEN = new Pcm(new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 12_000);

    @Test
    void longSoundGivesAsManyExcerptsAsAreFull() {
        assertThat(samples(Excerpts.full(TEN, 3))).containsExactly("[0.0, 1.0, 2.0]", "[3.0, 4.0, 5.0]", "[6.0, 7.0, 8.0]");
        assertThat(Excerpts.full(TEN, 5)).hasSize(2);
        assertThat(samples(Excerpts.fromTheBeginning(TEN, 5))).isEqualTo(samples(Excerpts.full(TEN, 5)));
    }

    @Test
    void soundOfLessThanTwoGivesOne() {
        assertThat(samples(Excerpts.full(TEN, 7))).containsExactly("[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]");
        assertThat(samples(Excerpts.fromTheBeginning(TEN, 7))).containsExactly("[0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0]");
        assertThat(Excerpts.full(TEN, 10).getFirst().samples()).containsExactly(TEN.samples());
    }

    @Test
    void shortSoundEndsInSilenceOrStaysAsItIs() {
        assertThat(Excerpts.full(TEN, 12).getFirst().samples()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 0);
        assertThat(Excerpts.fromTheBeginning(TEN, 12).getFirst().samples()).containsExactly(TEN.samples());
    }

    private static List<String> samples(List<Pcm> excerpts) {
        return excerpts.stream().map(excerpt -> Arrays.toString(excerpt.samples())).toList();
    }
}
