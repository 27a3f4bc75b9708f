package org.tasteprint.cli.command;

import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.tasteprint.cli.terminal.Figures;
import org.tasteprint.cli.terminal.Table;
import org.tasteprint.genre.evaluation.GenreReport;
import org.tasteprint.papers.Published;
import org.tasteprint.papers.Reproduction;
import org.tasteprint.papers.Row;

/** A paper's table beside ours. */
final class ReproductionText {
    private static final String NOTHING = "–";

    private ReproductionText() {}

    static String of(Reproduction reproduction) {
        String splits = reproduction.rows().stream()
                .flatMap(row -> row.ours().stream())
                .map(GenreReport::split)
                .distinct()
                .collect(Collectors.joining("; "));
        StringBuilder text = new StringBuilder("%s%nIts figures: %s.%nOurs: %s, seed %d, %.0f s in all%s.%n%n%s".formatted(
                reproduction.citation(),
                reproduction.dataset(),
                splits.isEmpty() ? "nothing that runs here" : splits,
                reproduction.seed(),
                reproduction.seconds(),
                reproduction.quick() ? "; quick, so the figures mean nothing" : "",
                table(reproduction)));
        reproduction.notes().forEach(note -> text.append("%n%s".formatted(note)));
        return text.append("%n".formatted()).toString();
    }

    private static Table table(Reproduction reproduction) {
        Table table = new Table(
                "system", "paper", "accuracy", "95 % interval", "n", "ROC-AUC", "paper", "PR-AUC", "paper", "train s", "paper", "judge s",
                "paper", "");
        for (Row row : reproduction.rows()) {
            Published paper = row.published();
            String accuracy = figure(paper.accuracy(), "%.3f");
            if (row.ours().isEmpty()) {
                table.row(
                        row.system(), accuracy, NOTHING, "", "", NOTHING, figure(paper.rocAuc(), "%.3f"), NOTHING,
                        figure(paper.prAuc(), "%.3f"), NOTHING, figure(paper.trainingSeconds(), "%.1f"), NOTHING,
                        figure(paper.judgingSeconds(), "%.1f"), row.note());
            } else {
                GenreReport ours = row.ours().get();
                table.row(
                        row.system(), accuracy, Figures.of(ours.accuracy()), Figures.of(ours.ci95()), ours.n(),
                        Figures.of(ours.rocAuc()), figure(paper.rocAuc(), "%.3f"), Figures.of(ours.prAuc()),
                        figure(paper.prAuc(), "%.3f"), "%.1f".formatted(ours.seconds().training()),
                        figure(paper.trainingSeconds(), "%.1f"), "%.1f".formatted(ours.seconds().judging()),
                        figure(paper.judgingSeconds(), "%.1f"), row.note());
            }
        }
        return table;
    }

    private static String figure(OptionalDouble value, String format) {
        return value.isPresent() ? format.formatted(value.getAsDouble()) : "";
    }
}
