package org.tasteprint.genre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tasteprint.core.Progress;
import org.tasteprint.genre.GenreEvaluation.Grouping;
import org.tasteprint.genre.evaluation.GenreReport;

/** On real songs, at least as good as the plain classifiers of another library on the same features and songs. */
class GtzanTest {
    private static GenreReport folds(Gtzan gtzan, List<String> features) {
        FeatureSource source =
                new Selected(Map.of("musicnn-msd-taggram", gtzan.taggrams(), "choi160", gtzan.choi160()));
        return new GenreEvaluation(new GenreTrainer(source, PretrainedNetworks.NONE), GenreSettings.of(features))
                .folds(gtzan.train(), 5, Grouping.ARTIST, Progress.SILENT);
    }

    @Test
    void taggrams() throws IOException {
        GenreReport report = folds(Gtzan.read(), List.of("musicnn-msd-taggram"));
        assertThat(report.n()).isEqualTo(443);
        assertThat(report.perSegment().accuracy()).isGreaterThanOrEqualTo(0.664);
        assertThat(report.accuracy()).isGreaterThanOrEqualTo(0.704);
        assertThat(report.rocAuc()).isGreaterThan(0.93);
    }

    @Test
    void oneRowATrack() throws IOException {
        GenreReport report = folds(Gtzan.read(), List.of("choi160"));
        assertThat(report.accuracy()).isGreaterThanOrEqualTo(0.69);
        assertThat(report.perSegment().n()).isEqualTo(443);
    }
}
