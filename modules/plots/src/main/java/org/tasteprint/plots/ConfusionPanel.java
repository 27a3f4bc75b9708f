package org.tasteprint.plots;

import static java.util.Objects.requireNonNull;

import java.awt.Graphics2D;
import java.util.List;

/**
 * A confusion matrix: a row a true label, a column an answer, in each cell how many, and what share of the row. Colours follow the
 * share, so that labels that are rare can be read as well as frequent ones.
 *
 * @param labels of rows, from above, and of columns
 * @param counts int[truth][answer]
 */
public record ConfusionPanel(String title, List<String> labels, int[][] counts) implements Panel {
    private static final double ROW = 32;
    private static final double LEAST = 150;
    private static final double COUNT_HEIGHT = 0.34;
    private static final double SHARE_HEIGHT = 0.68;
    /** Cells narrower than this show their count alone. */
    private static final double SHARE_WIDTH = 34;

    public ConfusionPanel {
        requireNonNull(title, "title is null");
        labels = List.copyOf(labels);
        if (labels.isEmpty() || counts.length != labels.size()) {
            throw new IllegalArgumentException(
                    "counts must have a row for each label, at least one; labels: %d, rows: %d".formatted(labels.size(), counts.length));
        }
        counts = counts.clone();
        for (int row = 0; row < counts.length; row++) {
            if (counts[row].length != labels.size()) {
                throw new IllegalArgumentException(
                        "row %d must have %d counts; it has %d".formatted(row, labels.size(), counts[row].length));
            }
            counts[row] = counts[row].clone();
        }
    }

    @Override
    public double height() {
        return Math.max(LEAST, ROW * labels.size());
    }

    @Override
    public double left() {
        return Axes.leftOf(heatMap().vertical());
    }

    @Override
    public Axis horizontal() {
        return Axis.names("Answer", labels);
    }

    @Override
    public void draw(Graphics2D graphics, Plot plot) {
        heatMap().draw(graphics, plot);
        double width = plot.width() / labels.size();
        double height = plot.height() / labels.size();
        for (int truth = 0; truth < labels.size(); truth++) {
            for (int answer = 0; answer < labels.size(); answer++) {
                if (counts[truth][answer] > 0) {
                    write(graphics, plot.left() + (answer + 0.5) * width, plot.top() + truth * height, width, height, truth, answer);
                }
            }
        }
    }

    private void write(Graphics2D graphics, double x, double top, double width, double height, int truth, int answer) {
        String count = Integer.toString(counts[truth][answer]);
        boolean onDark = share(truth, answer) < 0.6;
        if (width < SHARE_WIDTH) {
            Lettering.TICKS.centred(graphics, count, x, top + height / 2, onDark);
            return;
        }
        Lettering.LABELS.centred(graphics, count, x, top + COUNT_HEIGHT * height, onDark);
        Lettering.SMALL.centred(
                graphics, "%.0f %%".formatted(100 * share(truth, answer)), x, top + SHARE_HEIGHT * height, onDark);
    }

    /** The share of the songs of a label that got an answer; 0 where there are none. */
    double share(int truth, int answer) {
        int all = 0;
        for (int count : counts[truth]) {
            all += count;
        }
        return all == 0 ? 0 : (double) counts[truth][answer] / all;
    }

    private HeatMap heatMap() {
        int size = labels.size();
        float[] shares = new float[size * size];
        for (int answer = 0; answer < size; answer++) {
            for (int truth = 0; truth < size; truth++) {
                shares[answer * size + size - 1 - truth] = (float) share(truth, answer);
            }
        }
        return new HeatMap(
                title,
                Cells.even(size, size, shares),
                new ColourScale(ColourMap.MAGMA, 0, 1, "share of the row"),
                horizontal(),
                Axis.names("Truth", labels.reversed()),
                height());
    }
}
