package org.tasteprint.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tasteprint.cli.terminal.Figures;
import org.tasteprint.cli.terminal.Table;
import org.tasteprint.genre.evaluation.GenreReport;
import org.tasteprint.papers.Published;
import org.tasteprint.papers.Reproduction;
import org.tasteprint.papers.Row;

/** A paper's table beside ours: the paper's figures where it has any, how tracks were parted as a letter, what else is to be said below. */
final class ReproductionText {
    private static final String NOTHING = "–";

    private final Reproduction reproduction;
    private final List<String> splits;
    private final List<String> remarks;

    private ReproductionText(Reproduction reproduction) {
        this.reproduction = reproduction;
        this.splits = distinct(row -> row.ours().map(GenreReport::split).orElse(""));
        this.remarks = distinct(Row::note);
    }

    /** A column: its title and what a row has there. */
    private record Column(String title, Function<Row, String> cell) {}

    static String of(Reproduction reproduction) {
        return new ReproductionText(reproduction).text();
    }

    private List<String> distinct(Function<Row, String> text) {
        Set<String> all = new LinkedHashSet<>();
        reproduction.rows().stream().map(text).filter(one -> !one.isEmpty()).forEach(all::add);
        return List.copyOf(all);
    }

    private String text() {
        StringBuilder text = new StringBuilder("%s%nIts figures: %s.%n".formatted(reproduction.citation(), reproduction.dataset()));
        text.append("Ours: seed %d, %.0f s in all%s.%n".formatted(reproduction.seed(), reproduction.seconds(), switch (reproduction.effort()) {
            case QUICK -> "; quick, so the figures mean nothing";
            case USUAL -> "";
            case FULL -> "; full";
        }));
        IntStream.range(0, splits.size()).forEach(i -> text.append("  %s  %s%n".formatted(letter(i), splits.get(i))));
        text.append("%n%s".formatted(table()));
        IntStream.range(0, remarks.size()).forEach(i -> text.append("%n%d  %s".formatted(i + 1, remarks.get(i))));
        text.append(remarks.isEmpty() ? "" : "%n".formatted());
        reproduction.notes().forEach(note -> text.append("%n%s".formatted(note)));
        return text.append("%n".formatted()).toString();
    }

    private Table table() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("system", Row::system));
        published(columns, "paper", "%.3f", Published::accuracy);
        columns.add(new Column("accuracy", row -> ours(row, report -> Figures.of(report.accuracy()))));
        columns.add(new Column("95 % interval", row -> row.ours().map(report -> Figures.of(report.ci95())).orElse("")));
        columns.add(new Column("n", row -> row.ours().map(report -> Integer.toString(report.n())).orElse("")));
        columns.add(new Column("split", row -> row.ours().map(report -> letter(splits.indexOf(report.split()))).orElse("")));
        published(columns, "paper", "%.3f", Published::rocAuc);
        columns.add(new Column("ROC-AUC", row -> ours(row, report -> Figures.of(report.rocAuc()))));
        published(columns, "paper", "%.3f", Published::prAuc);
        columns.add(new Column("PR-AUC", row -> ours(row, report -> Figures.of(report.prAuc()))));
        published(columns, "paper", "%.1f", Published::trainingSeconds);
        columns.add(new Column("train s", row -> ours(row, report -> "%.1f".formatted(report.seconds().training()))));
        published(columns, "paper", "%.1f", Published::judgingSeconds);
        columns.add(new Column("judge s", row -> ours(row, report -> "%.1f".formatted(report.seconds().judging()))));
        columns.add(new Column("", row -> row.note().isEmpty() ? "" : Integer.toString(remarks.indexOf(row.note()) + 1)));
        Table table = new Table(columns.stream().map(Column::title).toArray(String[]::new));
        reproduction.rows().forEach(row -> table.row(columns.stream().map(column -> column.cell().apply(row)).toArray()));
        return table;
    }

    /** A column of the paper's, where its table has one. */
    private void published(List<Column> columns, String title, String format, Function<Published, OptionalDouble> value) {
        if (reproduction.rows().stream().anyMatch(row -> value.apply(row.published()).isPresent())) {
            columns.add(new Column(title, row -> {
                OptionalDouble figure = value.apply(row.published());
                return figure.isPresent() ? format.formatted(figure.getAsDouble()) : "";
            }));
        }
    }

    private static String ours(Row row, Function<GenreReport, String> value) {
        return row.ours().map(value).orElse(NOTHING);
    }

    private static String letter(int split) {
        return Character.toString('a' + split);
    }
}
