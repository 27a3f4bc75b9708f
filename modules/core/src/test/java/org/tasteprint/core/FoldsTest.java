package org.tasteprint.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {
    private static final List<String> LABELS =
            IntStream.range(0, 300).mapToObj(i -> i % 3 == 0 ? "rock" : "jazz").toList();
    private static final List<String> ARTISTS =
            IntStream.range(0, 300).mapToObj(i -> "artist " + i % 3 + "-" + i / 12).toList();

    @Test
    void anArtistIsNeverInTwoFolds() {
        int[] folds = Folds.stratifiedByGroup(LABELS, ARTISTS, 5, 1);
        Map<String, Integer> foldOfArtist = new HashMap<>();
        for (int i = 0; i < folds.length; i++) {
            assertThat(foldOfArtist.putIfAbsent(ARTISTS.get(i), folds[i])).isIn(null, folds[i]);
        }
    }

    @Test
    void everyFoldGetsItsShareOfEveryLabel() {
        int[] folds = Folds.stratifiedByGroup(LABELS, ARTISTS, 5, 1);
        for (int fold = 0; fold < 5; fold++) {
            int wanted = fold;
            long rock = IntStream.range(0, 300).filter(i -> folds[i] == wanted && LABELS.get(i).equals("rock")).count();
            assertThat(rock).isEqualTo(20);
            assertThat(Arrays.stream(folds).filter(f -> f == wanted).count()).isEqualTo(60);
        }
    }

    @Test
    void aSeedDecidesTheFolds() {
        assertThat(Folds.stratifiedByGroup(LABELS, ARTISTS, 5, 1)).isEqualTo(Folds.stratifiedByGroup(LABELS, ARTISTS, 5, 1));
        assertThat(Folds.stratifiedByGroup(LABELS, ARTISTS, 5, 2)).isNotEqualTo(Folds.stratifiedByGroup(LABELS, ARTISTS, 5, 1));
    }

    @Test
    void fewerArtistsThanFoldsIsAnError() {
        assertThatThrownBy(() -> Folds.stratifiedByGroup(List.of("a", "b"), List.of("x", "x"), 2, 0))
                .hasMessageContaining("folds=2, groups=1");
    }
}
