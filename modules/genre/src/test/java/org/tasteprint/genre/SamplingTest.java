package org.tasteprint.genre;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tasteprint.core.Track;
import org.tasteprint.genre.classifier.Mlp;
import org.tasteprint.genre.classifier.Svm;

class SamplingTest {
    private static List<Track> songs(int count, int labels) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Track("t" + i, "", "", "", "", 0, "g" + i % labels, "train"))
                .toList();
    }

    @Test
    void takesFewerSegmentsOfASongAsSongsGrowMany() {
        assertThat(Sampling.of(songs(400, 10), Svm.DEFAULT, 0)).isEqualTo(new Sampling(songs(400, 10), 50));
        assertThat(Sampling.of(songs(400, 2), Svm.DEFAULT, 0).segmentsMax()).isEqualTo(Sampling.ROWS_OF_A_LABEL_MAX / 200);
    }

    @Test
    void takesFewerSongsOfEachLabelWhenOneSegmentASongIsTooMuch() {
        Sampling sampling = Sampling.of(songs(40_000, 8), Svm.DEFAULT, 1);
        assertThat(sampling.segmentsMax()).isEqualTo(1);
        assertThat(sampling.tracks()).hasSize(Sampling.ROWS_MAX).doesNotHaveDuplicates();
        assertThat(sampling.tracks().stream().filter(t -> t.genre().equals("g3"))).hasSize(Sampling.ROWS_MAX / 8);
    }

    @Test
    void keepsMoreForClassifiersThatTakeTimeInProportion() {
        assertThat(Sampling.of(songs(40_000, 8), Mlp.DEFAULT, 1)).isEqualTo(new Sampling(songs(40_000, 8), 5));
    }
}
