package org.tasteprint.plots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tasteprint.plots.LineChart.Kind;
import org.tasteprint.plots.LineChart.Line;

/** How well probabilities tell labels apart, and whether they can be believed, as curves from 0 to 1 on both axes. */
public final class CurvePanels {
    private static final double HEIGHT = 320;
    private static final double BAR_HEIGHT = 90;
    private static final String MACRO = "macro";

    private CurvePanels() {}

    /**
     * A curve of one label against the rest, or of all of them.
     *
     * @param label the label
     * @param x     ascending, 0..1
     * @param y     as many, 0..1
     * @param area  what the name says of it
     */
    public record Curve(String label, double[] x, double[] y, double area) {}

    /** Rate of true positives over rate of false positives, one label against the rest, with chance as a grey diagonal. */
    public static Panel roc(List<Curve> labels, Curve macro) {
        return chart("ROC: one genre against the rest, area in brackets", "False positive rate", "True positive rate", labels, macro,
                List.of(new Line(Kind.REFERENCE, "chance (0.500)", new double[] {0, 1}, new double[] {0, 1}, -1)));
    }

    /** Precision over recall, one label against the rest. */
    public static Panel precisionRecall(List<Curve> labels, Curve macro) {
        return chart("Precision and recall: one genre against the rest, average precision in brackets", "Recall", "Precision",
                labels, macro, List.of());
    }

    /**
     * How often an answer is right over how probable the model said it was, with the diagonal of a model that is always right as often
     * as it says; below, how many answers there were of each probability.
     *
     * @param lower      lower edges of the bins, ascending, of equal width up to 1
     * @param confidence mean probability of the answers in each bin
     * @param accuracy   share of them that is right
     * @param counts     how many there are; empty bins are not drawn
     */
    public static List<Panel> reliability(double[] lower, double[] confidence, double[] accuracy, int[] counts) {
        int bins = lower.length;
        List<Integer> filled = new ArrayList<>();
        double most = 1;
        double[] edges = new double[2 * bins];
        double[] steps = new double[2 * bins];
        for (int bin = 0; bin < bins; bin++) {
            if (counts[bin] > 0) {
                filled.add(bin);
            }
            most = Math.max(most, counts[bin]);
            edges[2 * bin] = lower[bin];
            edges[2 * bin + 1] = bin + 1 < bins ? lower[bin + 1] : 1;
            steps[2 * bin] = counts[bin];
            steps[2 * bin + 1] = counts[bin];
        }
        if (filled.isEmpty()) {
            throw new IllegalArgumentException("all bins are empty");
        }
        double[] x = filled.stream().mapToDouble(bin -> confidence[bin]).toArray();
        double[] y = filled.stream().mapToDouble(bin -> accuracy[bin]).toArray();
        Axis said = Axis.round("Probability of the answer", 0, 1, 10);
        Line ideal = new Line(Kind.REFERENCE, "as it says", new double[] {0, 1}, new double[] {0, 1}, -1);
        return List.of(
                new LineChart(
                        "Reliability: how often an answer is right", said, Scale.linear(0, 1), "Share right", 0, 1,
                        List.of(ideal, new Line(Kind.SUMMARY, "songs", x, y, -1)), HEIGHT),
                new LineChart(
                        "How many answers", said, Scale.linear(0, 1), "Songs", 0, 1.05 * most,
                        List.of(new Line("songs", edges, steps, -1)), BAR_HEIGHT));
    }

    /** Labels by falling area, as many as there is room for; those left out have part in the macro curve. */
    private static Panel chart(
            String title, String horizontal, String vertical, List<Curve> labels, Curve macro, List<Line> references) {
        List<Line> lines = new ArrayList<>(references);
        lines.add(new Line(Kind.SUMMARY, named(MACRO, macro.area()), macro.x(), macro.y(), -1));
        labels.stream()
                .sorted(Comparator.comparingDouble(Curve::area).reversed())
                .limit(LineChart.MOST_LINES - lines.size())
                .forEach(curve -> lines.add(new Line(named(curve.label(), curve.area()), curve.x(), curve.y(), -1)));
        return new LineChart(
                title, Axis.round(horizontal, 0, 1, 10), Scale.linear(0, 1), vertical, 0, 1.01, lines, HEIGHT);
    }

    private static String named(String label, double area) {
        return "%s (%.3f)".formatted(label, area);
    }
}
