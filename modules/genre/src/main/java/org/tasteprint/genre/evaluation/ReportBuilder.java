package org.tasteprint.genre.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleBiFunction;
import org.tasteprint.core.Interval;
import org.tasteprint.core.Progress;
import org.tasteprint.core.RankedScores;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** Gathers what models say of songs, over one training or several, and makes the report. */
public final class ReportBuilder {
    private final List<GenreReport.Song> songs = new ArrayList<>();
    private final Map<String, Map<String, Double>> probabilities = new TreeMap<>();
    private final TreeSet<String> trainedLabels = new TreeSet<>();
    private final TreeSet<String> untrainedLabels = new TreeSet<>();
    private final Set<String> withoutFeatures = new TreeSet<>();
    private long segments;
    private long segmentsRight;

    /**
     * Notes a training.
     *
     * @param labels          that it taught
     * @param withoutFeatures tracks that it left out
     */
    public void trained(List<String> labels, Set<String> withoutFeatures) {
        trainedLabels.addAll(labels);
        leftOut(withoutFeatures);
    }

    /** Notes tracks that could not be judged. */
    public void leftOut(Set<String> tracksWithoutFeatures) {
        withoutFeatures.addAll(tracksWithoutFeatures);
    }

    /**
     * Notes a song that was judged by the model of the last training.
     *
     * @param probabilitiesOfSong by label
     * @param segmentAnswers      what each of its segments was taken for
     */
    public void judged(GenreReport.Song song, Map<String, Double> probabilitiesOfSong, List<String> segmentAnswers) {
        if (!probabilitiesOfSong.containsKey(song.truth())) {
            untrainedLabels.add(song.truth());
        }
        segments += segmentAnswers.size();
        segmentsRight += segmentAnswers.stream().filter(song.truth()::equals).count();
        songs.add(song);
        probabilities.put(song.trackId(), probabilitiesOfSong);
    }

    /**
     * The report of everything noted.
     *
     * @param split    how training and test songs were parted
     * @param progress is told what was left out
     * @throws TasteprintException {@code NOT_FOUND} when no song was judged
     */
    public GenreReport build(String split, long seed, Progress progress) {
        if (songs.isEmpty()) {
            throw new TasteprintException(
                    Kind.NOT_FOUND,
                    "no song could be judged: none of the test tracks has all features. Run ./tasteprint extract");
        }
        if (!untrainedLabels.isEmpty()) {
            progress.note("songs of %s count as errors: a training had no such song"
                    .formatted(String.join(", ", untrainedLabels)));
        }
        if (!withoutFeatures.isEmpty()) {
            progress.note("%d tracks were left out: a feature of theirs is missing".formatted(withoutFeatures.size()));
        }
        songs.sort(Comparator.comparing(GenreReport.Song::trackId));
        TreeSet<String> all = new TreeSet<>(trainedLabels);
        all.addAll(untrainedLabels);
        List<String> labels = List.copyOf(all);
        int[][] confusion = new int[labels.size()][labels.size()];
        for (GenreReport.Song song : songs) {
            confusion[labels.indexOf(song.truth())][labels.indexOf(song.answer())]++;
        }
        long right = songs.stream().filter(GenreReport.Song::right).count();
        return new GenreReport(
                songs.size(),
                (double) right / songs.size(),
                Interval.wilson(right, songs.size()),
                macroF1(confusion),
                oneAgainstRest(RankedScores::rocAuc),
                oneAgainstRest(RankedScores::averagePrecision),
                labels,
                confusion,
                new GenreReport.PerSegment(segments, (double) segmentsRight / segments),
                List.copyOf(untrainedLabels),
                withoutFeatures.size(),
                split,
                seed,
                songs);
    }

    static double macroF1(int[][] confusion) {
        double sum = 0;
        int counted = 0;
        for (int label = 0; label < confusion.length; label++) {
            int truths = 0;
            int answers = 0;
            for (int other = 0; other < confusion.length; other++) {
                truths += confusion[label][other];
                answers += confusion[other][label];
            }
            if (truths + answers > 0) {
                sum += 2.0 * confusion[label][label] / (truths + answers);
                counted++;
            }
        }
        return sum / counted;
    }

    /** Mean over the labels that some songs have and others have not; a label never trained has probability 0 everywhere. */
    private double oneAgainstRest(ToDoubleBiFunction<double[], boolean[]> area) {
        double sum = 0;
        int counted = 0;
        for (String label : new TreeSet<>(songs.stream().map(GenreReport.Song::truth).toList())) {
            double[] scores = new double[songs.size()];
            boolean[] relevant = new boolean[songs.size()];
            int positives = 0;
            for (int i = 0; i < scores.length; i++) {
                scores[i] = probabilities.get(songs.get(i).trackId()).getOrDefault(label, 0.0);
                relevant[i] = songs.get(i).truth().equals(label);
                positives += relevant[i] ? 1 : 0;
            }
            if (positives < scores.length) {
                sum += area.applyAsDouble(scores, relevant);
                counted++;
            }
        }
        return counted == 0 ? Double.NaN : sum / counted;
    }
}
