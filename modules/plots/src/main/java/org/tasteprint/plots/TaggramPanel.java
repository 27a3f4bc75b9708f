package org.tasteprint.plots;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A taggram as a heat map over time: a row a tag, the most probable in the mean at the top, the brightest colour the highest value. */
public final class TaggramPanel {
    private static final double ROW = 13;

    private TaggramPanel() {}

    /**
     * @param tags             names of the rows, at least one
     * @param windows          {@code float[windows][tags]} probabilities, at least one window
     * @param secondsPerWindow from the beginning of a window to that of the next
     */
    public static Panel of(String title, List<String> tags, List<float[]> windows, double secondsPerWindow) {
        List<Integer> rising = IntStream.range(0, tags.size())
                .boxed()
                .sorted(Comparator.comparingDouble(tag -> mean(windows, tag)))
                .toList();
        float[] values = new float[windows.size() * tags.size()];
        for (int window = 0; window < windows.size(); window++) {
            for (int row = 0; row < tags.size(); row++) {
                values[window * tags.size() + row] = windows.get(window)[rising.get(row)];
            }
        }
        return new HeatMap(
                title,
                Cells.even(windows.size(), tags.size(), values),
                new ColourScale(ColourMap.MAGMA, 0, ColourScale.fromZero(values).high(), "probability"),
                Axis.time(0, windows.size() * secondsPerWindow),
                Axis.names("", rising.stream().map(tags::get).toList()),
                Math.max(8 * ROW, ROW * tags.size()));
    }

    private static double mean(List<float[]> windows, int tag) {
        return windows.stream().mapToDouble(window -> window[tag]).average().orElseThrow();
    }
}
