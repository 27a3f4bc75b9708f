package org.tasteprint.cli.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.plots.LineChart;
import org.tasteprint.plots.LineChart.Line;
import org.tasteprint.plots.Panel;
import org.tasteprint.plots.Picture;
import org.tasteprint.plots.PictureFile;

/**
 * How a network learned, as a picture: cost in training and on songs held out, and how well it does on these; a dot at the epoch that
 * was kept.
 *
 * @param unit     of the cost
 * @param training cost in training, an epoch a value
 * @param heldOut  cost on songs held out; empty where it is not measured
 * @param measure  what the third line shows
 * @param values   of it, on songs held out; empty where it is not measured
 * @param kept     which epoch was kept, from 0
 */
record LearningCurvePicture(String unit, double[] training, double[] heldOut, String measure, double[] values, int kept) {
    private static final double HEIGHT = 190;
    private static final String EPOCH = "Epoch";

    /**
     * Draws it beside a model; a machine without fonts has learned all the same.
     *
     * @return the picture, {@code NAME-learning.svg}
     */
    Optional<Path> besides(Path model, Progress progress) {
        String name = model.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        Path file = model.resolveSibling(name + "-learning.svg");
        try {
            PictureFile.write(file, picture());
            return Optional.of(file);
        } catch (TasteprintException e) {
            progress.note("the learning curve was not drawn: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Picture picture() {
        List<Line> costs = new ArrayList<>(List.of(line("training", training, -1)));
        if (heldOut.length > 0) {
            costs.add(line("held out", heldOut, kept));
        }
        List<Panel> panels = new ArrayList<>(List.of(LineChart.numbered("Cost", EPOCH, unit, 0, costs, HEIGHT)));
        if (values.length > 0) {
            panels.add(LineChart.numbered(
                    measure + " on songs held out", EPOCH, "", 0, List.of(line("held out", values, kept)), HEIGHT));
        }
        return new Picture("Learning curve", panels);
    }

    private static Line line(String name, double[] values, int mark) {
        return new Line(name, IntStream.rangeClosed(1, values.length).asDoubleStream().toArray(), values, mark);
    }
}
