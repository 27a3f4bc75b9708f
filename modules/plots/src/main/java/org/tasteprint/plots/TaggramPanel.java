package org.tasteprint.plots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A taggram as a heat map over time: a row a tag, a column a window, the brightest colour the highest value. */
public final class TaggramPanel {
    private static final double ROW = 13;
    private static final int LEAST_ROWS = 8;
    private static final int MOST_TICKS = 12;

    private TaggramPanel() {}

    /**
     * The tag that is the most probable in the mean stands at the top.
     *
     * @param tags             names of the rows, at least one
     * @param windows          {@code float[windows][tags]} probabilities, at least one window
     * @param secondsPerWindow from the beginning of a window to that of the next
     */
    public static Panel of(String title, List<String> tags, List<float[]> windows, double secondsPerWindow) {
        List<Integer> rising = IntStream.range(0, tags.size())
                .boxed()
                .sorted(Comparator.comparingDouble(tag -> mean(windows, tag)))
                .toList();
        Cells cells = cells(rising, windows);
        return panel(
                title,
                cells,
                ColourScale.fromZero(cells.values()).high(),
                Axis.time(0, windows.size() * secondsPerWindow),
                rising.stream().map(tags::get).toList());
    }

    /**
     * Rows in their own order, the first at the top, and colours from 0 to 1, so that one can be held against another; the columns are
     * numbered, whatever time they take.
     *
     * @param tags     names of the rows, at least one
     * @param segments {@code float[segments][tags]} probabilities, at least one segment
     */
    public static Panel comparable(String title, List<String> tags, List<float[]> segments) {
        return panel(title, cells(IntStream.range(0, tags.size()).boxed().toList().reversed(), segments), 1, numbers(segments.size()), tags.reversed());
    }

    private static Panel panel(String title, Cells cells, double brightest, Axis horizontal, List<String> rising) {
        return new HeatMap(
                title,
                cells,
                new ColourScale(ColourMap.MAGMA, 0, brightest, "probability"),
                horizontal,
                Axis.names("", rising),
                ROW * Math.max(LEAST_ROWS, rising.size()));
    }

    /** @param order the tag of each row, the lowest first */
    private static Cells cells(List<Integer> order, List<float[]> windows) {
        float[] values = new float[windows.size() * order.size()];
        for (int window = 0; window < windows.size(); window++) {
            for (int row = 0; row < order.size(); row++) {
                values[window * order.size() + row] = windows.get(window)[order.get(row)];
            }
        }
        return Cells.even(windows.size(), order.size(), values);
    }

    private static Axis numbers(int segments) {
        int step = (int) Math.max(1, RoundStep.of(segments, MOST_TICKS));
        List<Axis.Tick> ticks = new ArrayList<>();
        for (int number = step; number <= segments; number += step) {
            ticks.add(new Axis.Tick((number - 0.5) / segments, Integer.toString(number)));
        }
        return new Axis("Segment", ticks);
    }

    private static double mean(List<float[]> windows, int tag) {
        return windows.stream().mapToDouble(window -> window[tag]).average().orElseThrow();
    }
}
