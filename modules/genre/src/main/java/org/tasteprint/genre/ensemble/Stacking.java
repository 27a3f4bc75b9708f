package org.tasteprint.genre.ensemble;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tasteprint.core.Progress;
import org.tasteprint.genre.GenreEvaluation;
import org.tasteprint.genre.GenreEvaluation.Grouping;
import org.tasteprint.genre.GenreEvaluation.Part;
import org.tasteprint.genre.GenreSettings;
import org.tasteprint.genre.GenreTrainer;
import org.tasteprint.genre.evaluation.GenreReport;
import org.tasteprint.genre.evaluation.ReportBuilder;
import smile.classification.LogisticRegression;

/**
 * Learns whom of several systems to believe (Wolpert, "Stacked generalization", 1992): a logistic regression over the probabilities that
 * the systems give to songs that they have not learned from. Everything happens inside the training part: its songs are dealt into
 * three folds for the systems to judge each other's, so no song of a test part reaches systems or regression.
 *
 * @param trainer of the systems
 * @param systems at least two
 * @param seed    of the inner folds
 */
public record Stacking(GenreTrainer trainer, List<GenreSettings> systems, long seed) {
    private static final int INNER_FOLDS = 3;

    /** Weight of the penalty on the squared coefficients: with few songs, coefficients of separable genres would grow for ever. */
    private static final double PENALTY = 0.1;

    private static final double TOLERANCE = 1e-5;
    private static final int MOST_STEPS = 500;

    public Stacking {
        systems = List.copyOf(systems);
    }

    /** What the systems, which are trained four times for each part, and the regression say together. */
    public GenreReport parts(List<Part> parts, Grouping grouping, String split, Progress progress) {
        ReportBuilder report = new ReportBuilder();
        for (int fold = 1; fold <= parts.size(); fold++) {
            Part part = parts.get(fold - 1);
            List<Part> inner = GenreEvaluation.deal(part.train(), INNER_FOLDS, grouping, seed);
            List<GenreReport> learned = judged(inner, progress);
            List<GenreReport> tested = judged(List.of(part), progress);
            List<String> labels = List.copyOf(
                    learned.stream().flatMap(judged -> judged.labels().stream()).collect(Collectors.toCollection(TreeSet::new)));
            report.trained(labels, Set.of());
            long begin = System.nanoTime();
            LogisticRegression regression = fit(learned, labels);
            double fitting = (System.nanoTime() - begin) / 1e9;
            for (Row row : rows(tested, labels)) {
                GenreReport.Song song = song(row, fold, regression, labels);
                report.judged(song, List.of(song.answer()));
            }
            double training = learned.stream().mapToDouble(r -> r.seconds().training() + r.seconds().judging()).sum()
                    + tested.stream().mapToDouble(r -> r.seconds().training()).sum();
            report.took(fitting + training, tested.stream().mapToDouble(r -> r.seconds().judging()).sum());
        }
        return report.build(split, seed, progress);
    }

    /** A song and what all systems say of it: double[systems × labels]. */
    private record Row(GenreReport.Song song, double[] said) {}

    private List<GenreReport> judged(List<Part> parts, Progress progress) {
        return systems.stream()
                .map(system -> new GenreEvaluation(trainer, system).parts(parts, "", progress))
                .toList();
    }

    private static List<Row> rows(List<GenreReport> reports, List<String> labels) {
        List<Map<String, GenreReport.Song>> songs = reports.stream()
                .map(report -> report.songs().stream()
                        .collect(Collectors.toMap(GenreReport.Song::trackId, Function.identity())))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (GenreReport.Song song : reports.getFirst().songs()) {
            double[] said = new double[songs.size() * labels.size()];
            boolean byAll = true;
            for (int system = 0; system < songs.size(); system++) {
                Optional<GenreReport.Song> judged = Optional.ofNullable(songs.get(system).get(song.trackId()));
                byAll &= judged.isPresent();
                for (int label = 0; label < labels.size() && judged.isPresent(); label++) {
                    said[system * labels.size() + label] = judged.get().probabilities().getOrDefault(labels.get(label), 0.0);
                }
            }
            if (byAll) {
                rows.add(new Row(song, said));
            }
        }
        return rows;
    }

    private static LogisticRegression fit(List<GenreReport> reports, List<String> labels) {
        List<Row> rows = rows(reports, labels);
        return LogisticRegression.fit(
                rows.stream().map(Row::said).toArray(double[][]::new),
                rows.stream().mapToInt(row -> labels.indexOf(row.song().truth())).toArray(),
                new LogisticRegression.Options(PENALTY, TOLERANCE, MOST_STEPS));
    }

    private static GenreReport.Song song(Row row, int fold, LogisticRegression regression, List<String> labels) {
        double[] posterior = new double[labels.size()];
        int answer = regression.predict(row.said(), posterior);
        Map<String, Double> probabilities = new LinkedHashMap<>();
        for (int label = 0; label < labels.size(); label++) {
            probabilities.put(labels.get(label), posterior[label]);
        }
        return new GenreReport.Song(row.song().trackId(), fold, row.song().truth(), labels.get(answer), probabilities);
    }
}
