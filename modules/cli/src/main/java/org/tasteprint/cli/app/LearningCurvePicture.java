package org.tasteprint.cli.app;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.tasteprint.genre.LearningCurve;
import org.tasteprint.plots.LineChart;
import org.tasteprint.plots.LineChart.Line;
import org.tasteprint.plots.Picture;

/** A learning curve as a picture: cost in training and on songs held out, and accuracy; a dot at the epoch that was kept. */
final class LearningCurvePicture {
    private static final double HEIGHT = 190;
    private static final String EPOCH = "Epoch";

    private LearningCurvePicture() {}

    static Picture of(String heading, LearningCurve curve) {
        LineChart cost = LineChart.numbered(
                "Cost",
                EPOCH,
                "Cross entropy (nats)",
                0,
                List.of(
                        line("training", curve, LearningCurve.Epoch::training, -1),
                        line("held out", curve, LearningCurve.Epoch::validation, curve.best())),
                HEIGHT);
        LineChart accuracy = LineChart.numbered(
                "Accuracy of segments",
                EPOCH,
                "",
                0,
                List.of(line("held out", curve, LearningCurve.Epoch::accuracy, curve.best())),
                HEIGHT);
        return new Picture(heading, List.of(cost, accuracy));
    }

    private static Line line(String name, LearningCurve curve, ToDoubleFunction<LearningCurve.Epoch> value, int mark) {
        double[] epochs = IntStream.rangeClosed(1, curve.epochs().size()).asDoubleStream().toArray();
        return new Line(name, epochs, curve.epochs().stream().mapToDouble(value).toArray(), mark);
    }
}
