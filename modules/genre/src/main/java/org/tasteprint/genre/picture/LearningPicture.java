package org.tasteprint.genre.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tasteprint.genre.classifier.LearningCurve;
import org.tasteprint.plots.LineChart;
import org.tasteprint.plots.LineChart.Line;
import org.tasteprint.plots.Panel;
import org.tasteprint.plots.Picture;

/**
 * How networks learned: cost in training, cost on songs held out and share of their segments that is right, a line a training, with a dot
 * at the epoch that was kept.
 *
 * @param heading what stands above
 * @param curves  at least one; no more are drawn than lines can be told apart
 */
record LearningPicture(String heading, List<LearningCurve> curves) {
    private static final double HEIGHT = 190;
    private static final int MOST = 12;

    Picture picture() {
        List<Panel> panels = new ArrayList<>();
        add(panels, "Cost in training", "Cross entropy (nats)", epoch -> OptionalDouble.of(epoch.training()));
        add(panels, "Cost on songs held out", "Cross entropy (nats)", LearningCurve.Epoch::validation);
        add(panels, "Segments of songs held out that are right", "Share", LearningCurve.Epoch::accuracy);
        return new Picture(heading, panels);
    }

    private void add(List<Panel> panels, String title, String unit, Function<LearningCurve.Epoch, OptionalDouble> value) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, curves.size()); i++) {
            LearningCurve curve = curves.get(i);
            double[] values = curve.epochs().stream().map(value).flatMapToDouble(OptionalDouble::stream).toArray();
            if (values.length == curve.epochs().size()) {
                double[] numbers = IntStream.rangeClosed(1, values.length).asDoubleStream().toArray();
                lines.add(new Line(curves.size() == 1 ? "" : "fold " + (i + 1), numbers, values, curve.best()));
            }
        }
        if (!lines.isEmpty()) {
            panels.add(LineChart.numbered(title, "Epoch", unit, 0, lines, HEIGHT));
        }
    }
}
