package org.tasteprint.genre.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.core.Progress;
import org.tasteprint.genre.evaluation.GenreReport;
import org.tasteprint.genre.evaluation.GenreTaggram;
import org.tasteprint.genre.evaluation.ReportBuilder;

class ReportPicturesTest {
    @TempDir
    Path folder;

    @Test
    void everyPictureIsWrittenForTheScreenAndForPrint() throws Exception {
        ReportBuilder builder = new ReportBuilder();
        builder.trained(List.of("blues", "jazz"), Set.of());
        for (int i = 0; i < 20; i++) {
            String truth = i < 12 ? "blues" : "jazz";
            double blues = i % 5 == 0 ? 0.45 : i < 12 ? 0.9 : 0.2;
            String answer = blues > 0.5 ? "blues" : "jazz";
            builder.judged(
                    new GenreReport.Song("t" + (10 + i), 1, truth, answer, Map.of("blues", blues, "jazz", 1 - blues)), List.of(answer));
            builder.followed(new GenreTaggram(
                    "t" + (10 + i), truth, answer, List.of("blues", "jazz"), List.of(new float[] {0.9f, 0.1f}, new float[] {0.4f, 0.6f})));
            builder.decided("mean", answer.equals(truth));
        }
        GenreReport report = builder.build("a test", 1, Progress.SILENT);

        List<Path> files = new ReportPictures("SVM", report).write(folder.resolve("pictures"));

        assertThat(files).hasSize(10).allMatch(Files::isRegularFile);
        assertThat(Files.readString(folder.resolve("pictures/confusion.svg"))).contains(">SVM</text>", ">75 %</text>", "n = 20");
        assertThat(Files.readString(folder.resolve("pictures/roc.svg"))).contains(">macro (%.3f)</text>".formatted(report.rocAuc()));
        assertThat(Files.readString(folder.resolve("pictures/reliability.svg"))).contains("expected calibration error");
        assertThat(report.taggrams()).extracting(GenreTaggram::trackId).containsExactly("t10", "t22");
        assertThat(Files.readString(folder.resolve("pictures/taggrams.svg"))).contains("t22: jazz, taken for jazz</text>", ">Segment</text>");
        assertThat(report.decisions()).hasSize(1);
        assertThat(report.decisions().getFirst().accuracy()).isEqualTo(report.accuracy());
    }
}
