package org.tasteprint.cli.command;

import java.util.stream.Stream;
import org.tasteprint.cli.terminal.Figures;
import org.tasteprint.cli.terminal.Table;
import org.tasteprint.genre.evaluation.GenreReport;

/** A genre evaluation as tables. */
final class GenreText {
    private GenreText() {}

    static String of(GenreReport report) {
        return "Genre: %s, n = %,d songs%n%n%s%n%s%nHow often answers of a probability are right%n%n%s%nConfusion (rows: what it is, columns: what was said)%n%n%s"
                .formatted(report.split(), report.n(), figures(report), decisions(report), reliability(report), confusion(report));
    }

    private static Table figures(GenreReport report) {
        return new Table("measure", "value", "95 % interval")
                .row("accuracy", Figures.of(report.accuracy()), Figures.of(report.ci95()))
                .row("macro F1", Figures.of(report.macroF1()))
                .row("ROC-AUC", Figures.of(report.rocAuc()))
                .row("PR-AUC", Figures.of(report.prAuc()))
                .row("log loss", Figures.of(report.logLoss()))
                .row("Brier score", Figures.of(report.brier()))
                .row("calibration error", Figures.of(report.curves().reliability().expectedCalibrationError()))
                .row("accuracy of segments", Figures.of(report.perSegment().accuracy()));
    }

    private static Table decisions(GenreReport report) {
        Table table = new Table("segments decide by", "accuracy", "95 % interval");
        report.decisions().forEach(decided ->
                table.row(decided.decision(), Figures.of(decided.accuracy()), Figures.of(decided.ci95())));
        return table;
    }

    private static Table reliability(GenreReport report) {
        Table table = new Table("probability from", "songs", "said", "right");
        report.curves().reliability().bins().stream()
                .filter(bin -> bin.n() > 0)
                .forEach(bin -> table.row(
                        "%.1f".formatted(bin.from()), bin.n(), Figures.of(bin.confidence()), Figures.of(bin.accuracy())));
        return table;
    }

    private static Table confusion(GenreReport report) {
        String[] titles = Stream.concat(Stream.of(""), report.labels().stream()).toArray(String[]::new);
        Table table = new Table(titles);
        for (int truth = 0; truth < report.labels().size(); truth++) {
            Object[] cells = new Object[titles.length];
            cells[0] = report.labels().get(truth);
            for (int answer = 0; answer < report.labels().size(); answer++) {
                cells[answer + 1] = report.confusion()[truth][answer];
            }
            table.row(cells);
        }
        return table;
    }
}
