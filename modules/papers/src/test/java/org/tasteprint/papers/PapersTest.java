package org.tasteprint.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tasteprint.core.TasteprintException;

class PapersTest {
    @TempDir
    Path pictures;

    @Test
    void everyPaperRunsWhatTheFolderAllowsAndSaysWhatItLacks() {
        SmallMaterial everything = new SmallMaterial(List.of());
        for (Paper paper : Paper.ALL) {
            Reproduction table = paper.reproduce(new Laboratory(everything, Effort.QUICK, 1, Optional.empty()));
            assertThat(table.rows()).as(paper.name()).isNotEmpty();
            for (Row row : table.rows()) {
                assertThat(row.ours().isPresent() || !row.note().isEmpty()).as("%s: %s", paper.name(), row.system()).isTrue();
                row.ours().ifPresent(report -> {
                    // Two epochs do not teach a network over frames to tell genres, but its cost falls; the vote is the perceptrons' then.
                    if (row.system().startsWith("CNN ")) {
                        assertThat(report.learning()).as(row.system()).isNotEmpty().allMatch(
                                curve -> curve.epochs().getLast().training() < curve.epochs().getFirst().training());
                    } else {
                        assertThat(report.accuracy()).as("%s: %s", paper.name(), row.system()).isGreaterThan(0.8);
                    }
                    assertThat(report.n()).isEqualTo(24);
                });
            }
            assertThat(table.rows()).as(paper.name()).anyMatch(row -> row.ours().isPresent());
        }
    }

    @Test
    void tasteIsHeldAgainstItsAbsenceOnTheSameSongs() {
        Reproduction table = new ChenLiang().reproduce(new Laboratory(new SmallMaterial(List.of()), Effort.QUICK, 1, Optional.of(pictures)));
        assertThat(table.rows()).extracting(Row::system).startsWith("musicnn", "musicnn and taste");
        assertThat(table.notes()).anyMatch(note -> note.contains("McNemar"));
        assertThat(table.notes()).anyMatch(note -> note.startsWith("Choi and tags, means of songs: taste changes"));
        assertThat(List.of("confusion.png", "roc.svg", "precision-recall.svg", "taggrams.png"))
                .allMatch(picture -> Files.isRegularFile(pictures.resolve("musicnn-and-taste").resolve(picture)));
    }

    @Test
    void aFolderOfFeaturesAloneRunsTheVariantsThatNeedThem() {
        SmallMaterial features = new SmallMaterial(List.of("musicnn-msd", "averaged"));
        Reproduction chen = new ChenLiang().reproduce(new Laboratory(features, Effort.QUICK, 1, Optional.empty()));
        assertThat(chen.rows().getFirst().note()).isEqualTo("needs audio for musicnn-msd");
        assertThat(chen.rows().getLast().ours()).isPresent();
    }

    @Test
    void theFoldersOwnSplitIsUsedWhereItHasOne() {
        Laboratory laboratory = new Laboratory(new SmallMaterial(List.of()).splitInTwo(), Effort.QUICK, 1, Optional.empty());
        assertThat(laboratory.splitOrFolds(5).name()).isEqualTo("trained on train, judged on test");
        assertThat(laboratory.splitOrFolds(5).parts()).hasSize(1);
        assertThat(laboratory.splitOrFolds(5).parts().getFirst().test()).allMatch(track -> track.split().equals("test"));
    }

    @Test
    void unknownPapersAreNamed() {
        assertThatThrownBy(() -> Paper.of("einstein"))
                .isInstanceOf(TasteprintException.class)
                .hasMessageContaining("chen-liang, liang-gu, ghosal-kolekar, chourdakis, sanfiz-torra");
    }
}
