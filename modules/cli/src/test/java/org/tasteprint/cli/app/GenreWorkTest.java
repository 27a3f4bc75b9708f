package org.tasteprint.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tasteprint.genre.classifier.FineTuned;
import org.tasteprint.genre.classifier.ReductionSettings;
import org.tasteprint.genre.classifier.ReductionSettings.Lda;
import org.tasteprint.genre.classifier.ReductionSettings.Pca;
import org.tasteprint.genre.classifier.Svm;

class GenreWorkTest {
    private static final List<String> JOINED = List.of("musicnn-msd-taggram", "taste");

    @Test
    void tasteWeighsLittleBesideSoundOnDiscriminants() {
        assertThat(GenreWork.weights(JOINED, Svm.DEFAULT, Lda.DEFAULT)).containsOnlyKeys("taste");
        assertThat(GenreWork.weights(JOINED, Svm.DEFAULT, new ReductionSettings.LdaToBeChosen())).containsOnlyKeys("taste");
        assertThat(GenreWork.weights(JOINED, Svm.DEFAULT, Lda.DEFAULT).get("taste")).isBetween(0.0, 0.5);
    }

    @Test
    void everythingElseWeighsOne() {
        assertThat(GenreWork.weights(JOINED, Svm.DEFAULT, new Pca(128))).isEmpty();
        assertThat(GenreWork.weights(List.of("taste"), Svm.DEFAULT, Lda.DEFAULT)).isEmpty();
        assertThat(GenreWork.weights(List.of("musicnn-msd"), Svm.DEFAULT, Lda.DEFAULT)).isEmpty();
        assertThat(GenreWork.weights(JOINED, FineTuned.of("musicnn-msd", 0, 1), Lda.DEFAULT)).isEmpty();
    }
}
