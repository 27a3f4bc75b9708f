package org.tasteprint.genre.picture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tasteprint.genre.evaluation.Curve;
import org.tasteprint.genre.evaluation.GenreReport;
import org.tasteprint.genre.evaluation.Reliability;
import org.tasteprint.plots.ConfusionPanel;
import org.tasteprint.plots.CurvePanels;
import org.tasteprint.plots.Picture;
import org.tasteprint.plots.PictureFile;
import org.tasteprint.plots.TaggramPanel;

/**
 * The pictures of a report: confusion matrix, ROC curves, precision and recall, reliability, taggrams of a song of each genre, and of
 * networks how they learned; each as PNG and as SVG.
 *
 * @param heading what stands above each, for example which system was judged
 */
public record ReportPictures(String heading, GenreReport report) {
    private static final List<String> SUFFIXES = List.of(".png", ".svg");

    /**
     * Writes them all.
     *
     * @param folder is made when it is missing
     * @return the files
     * @throws org.tasteprint.core.TasteprintException {@code UNAVAILABLE} when they cannot be written, or there are no fonts
     */
    public List<Path> write(Path folder) {
        List<Path> files = new ArrayList<>();
        files.addAll(write(folder, "confusion", confusion()));
        files.addAll(write(folder, "roc", roc()));
        files.addAll(write(folder, "precision-recall", precisionRecall()));
        files.addAll(write(folder, "reliability", reliability()));
        if (!report.taggrams().isEmpty()) {
            files.addAll(write(folder, "taggrams", taggrams()));
        }
        if (!report.learning().isEmpty()) {
            files.addAll(write(folder, "learning", new LearningPicture(heading, report.learning()).picture()));
        }
        return files;
    }

    /** Which genre was taken for which. */
    public Picture confusion() {
        String title = "Confusion matrix: accuracy %.3f (%.3f … %.3f), n = %d"
                .formatted(report.accuracy(), report.ci95().low(), report.ci95().high(), report.n());
        return new Picture(heading, List.of(new ConfusionPanel(title, report.labels(), report.confusion())));
    }

    private Picture roc() {
        return new Picture(
                heading, List.of(CurvePanels.roc(drawn(report.curves().roc()), drawn(report.curves().rocMacro()))));
    }

    private Picture precisionRecall() {
        return new Picture(
                heading,
                List.of(CurvePanels.precisionRecall(
                        drawn(report.curves().precisionRecall()), drawn(report.curves().precisionRecallMacro()))));
    }

    private Picture reliability() {
        List<Reliability.Bin> bins = report.curves().reliability().bins();
        return new Picture(
                "%s%sexpected calibration error %.3f"
                        .formatted(heading, heading.isEmpty() ? "" : ": ", report.curves().reliability().expectedCalibrationError()),
                CurvePanels.reliability(
                        bins.stream().mapToDouble(Reliability.Bin::from).toArray(),
                        bins.stream().mapToDouble(bin -> bin.n() == 0 ? Double.NaN : bin.confidence()).toArray(),
                        bins.stream().mapToDouble(bin -> bin.n() == 0 ? Double.NaN : bin.accuracy()).toArray(),
                        bins.stream().mapToInt(Reliability.Bin::n).toArray()));
    }

    /** A song of each genre, and for which genre its segments were taken while it went on. */
    private Picture taggrams() {
        return new Picture(heading, report.taggrams().stream()
                .map(taggram -> TaggramPanel.comparable(
                        "%s: %s, taken for %s".formatted(taggram.trackId(), taggram.truth(), taggram.answer()),
                        taggram.labels(),
                        taggram.probabilities()))
                .toList());
    }

    private static List<CurvePanels.Curve> drawn(List<Curve> curves) {
        return curves.stream().map(ReportPictures::drawn).toList();
    }

    private static CurvePanels.Curve drawn(Curve curve) {
        return new CurvePanels.Curve(curve.label(), curve.x(), curve.y(), curve.area());
    }

    private static List<Path> write(Path folder, String name, Picture picture) {
        List<Path> files = SUFFIXES.stream().map(suffix -> folder.resolve(name + suffix)).toList();
        files.forEach(file -> PictureFile.write(file, picture));
        return files;
    }
}
