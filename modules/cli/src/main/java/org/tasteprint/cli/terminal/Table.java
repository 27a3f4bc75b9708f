package org.tasteprint.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A plain-text table: columns as wide as their widest cell, numbers set right. */
public final class Table {
    private static final String GAP = "  ";
    private final List<List<String>> rows = new ArrayList<>();

    /** Begins a table with its column titles. */
    public Table(String... titles) {
        rows.add(List.of(titles));
    }

    /** Adds a row; missing cells at its end stay empty. */
    public Table row(Object... cells) {
        rows.add(IntStream.range(0, rows.getFirst().size())
                .mapToObj(i -> i < cells.length ? String.valueOf(cells[i]) : "")
                .toList());
        return this;
    }

    @Override
    public String toString() {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        boolean[] numeric = new boolean[columns];
        for (int c = 0; c < columns; c++) {
            int column = c;
            widths[c] = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
            numeric[c] = rows.stream().skip(1).map(row -> row.get(column)).allMatch(Table::startsLikeANumber);
        }
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            text.append(line(rows.get(r), widths, numeric).stripTrailing()).append('\n');
            if (r == 0) {
                text.append("─".repeat(IntStream.of(widths).sum() + GAP.length() * (columns - 1))).append('\n');
            }
        }
        return text.toString();
    }

    private static String line(List<String> row, int[] widths, boolean[] numeric) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String padding = " ".repeat(widths[c] - row.get(c).length());
            line.append(c == 0 ? "" : GAP).append(numeric[c] ? padding + row.get(c) : row.get(c) + padding);
        }
        return line.toString();
    }

    private static boolean startsLikeANumber(String cell) {
        return cell.matches("[-+]?(\\d.*)?");
    }
}
