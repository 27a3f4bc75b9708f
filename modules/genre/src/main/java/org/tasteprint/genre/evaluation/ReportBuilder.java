package org.tasteprint.genre.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tasteprint.core.Interval;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.genre.classifier.LearningCurve;

/** Gathers what models say of songs, over one training or several, and makes the report. */
public final class ReportBuilder {
    /** What a right label that was ruled out is taken for, so that one song does not make the mean infinite. */
    private static final double LEAST = 1e-15;

    private final List<GenreReport.Song> songs = new ArrayList<>();
    private final TreeSet<String> trainedLabels = new TreeSet<>();
    private final TreeSet<String> untrainedLabels = new TreeSet<>();
    private final Set<String> withoutFeatures = new TreeSet<>();
    private final Map<String, int[]> rightByDecision = new LinkedHashMap<>();
    private final List<LearningCurve> learning = new ArrayList<>();
    private final Map<String, GenreTaggram> taggramOf = new TreeMap<>();
    private double trainingSeconds;
    private double judgingSeconds;
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

    /** Notes how the network of the last training learned. */
    public void learned(LearningCurve curve) {
        learning.add(curve);
    }

    /** Notes tracks that could not be judged. */
    public void leftOut(Set<String> tracksWithoutFeatures) {
        withoutFeatures.addAll(tracksWithoutFeatures);
    }

    /**
     * Notes a song that was judged by the model of the last training.
     *
     * @param segmentAnswers what each of its segments was taken for
     */
    public void judged(GenreReport.Song song, List<String> segmentAnswers) {
        if (!song.probabilities().containsKey(song.truth())) {
            untrainedLabels.add(song.truth());
        }
        segments += segmentAnswers.size();
        segmentsRight += segmentAnswers.stream().filter(song.truth()::equals).count();
        songs.add(song);
    }

    /** Notes what was said of the segments of a song, one after the other; of each label one song is kept. */
    public void followed(GenreTaggram taggram) {
        if (taggram.probabilities().size() > 1) {
            taggramOf.merge(taggram.truth(), taggram, (kept, other) -> other.trackId().compareTo(kept.trackId()) < 0 ? other : kept);
        }
    }

    /** Notes what a way of deciding, which may be another than the model's, made of a song. */
    public void decided(String decision, boolean right) {
        int[] counts = rightByDecision.computeIfAbsent(decision, unseen -> new int[2]);
        counts[0] += right ? 1 : 0;
        counts[1]++;
    }

    /** Notes how long a training and the judging after it took. */
    public void took(double secondsOfTraining, double secondsOfJudging) {
        trainingSeconds += secondsOfTraining;
        judgingSeconds += secondsOfJudging;
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
        Curves curves = curves();
        return new GenreReport(
                songs.size(),
                (double) right / songs.size(),
                Interval.wilson(right, songs.size()),
                macroF1(confusion),
                curves.rocMacro().area(),
                curves.precisionRecallMacro().area(),
                songs.stream().mapToDouble(ReportBuilder::logLoss).average().orElseThrow(),
                songs.stream().mapToDouble(ReportBuilder::brier).average().orElseThrow(),
                labels,
                confusion,
                new GenreReport.PerSegment(segments, (double) segmentsRight / segments),
                List.copyOf(untrainedLabels),
                withoutFeatures.size(),
                split,
                seed,
                songs,
                rightByDecision.entrySet().stream().map(ReportBuilder::decision).toList(),
                curves,
                learning,
                List.copyOf(taggramOf.values()),
                new GenreReport.Seconds(trainingSeconds, judgingSeconds));
    }

    private static double logLoss(GenreReport.Song song) {
        return -Math.log(Math.max(LEAST, song.probabilities().getOrDefault(song.truth(), 0.0)));
    }

    /** A label that was never trained has probability 0, and is missed altogether. */
    private static double brier(GenreReport.Song song) {
        double others = song.probabilities().entrySet().stream()
                .filter(label -> !label.getKey().equals(song.truth()))
                .mapToDouble(label -> label.getValue() * label.getValue())
                .sum();
        double lacking = 1 - song.probabilities().getOrDefault(song.truth(), 0.0);
        return others + lacking * lacking;
    }

    private static GenreReport.Decided decision(Map.Entry<String, int[]> counted) {
        int right = counted.getValue()[0];
        int songs = counted.getValue()[1];
        return new GenreReport.Decided(counted.getKey(), (double) right / songs, Interval.wilson(right, songs));
    }

    /** Of the labels that some songs have and others have not; a label never trained has probability 0 everywhere. */
    private Curves curves() {
        List<String> judged = new TreeSet<>(songs.stream().map(GenreReport.Song::truth).toList())
                .stream().filter(label -> songs.stream().anyMatch(song -> !song.truth().equals(label))).toList();
        double[][] scores = new double[judged.size()][songs.size()];
        boolean[][] relevant = new boolean[judged.size()][songs.size()];
        double[] said = new double[songs.size()];
        boolean[] right = new boolean[songs.size()];
        for (int i = 0; i < songs.size(); i++) {
            GenreReport.Song song = songs.get(i);
            Map<String, Double> ofSong = song.probabilities();
            said[i] = ofSong.getOrDefault(song.answer(), 0.0);
            right[i] = song.right();
            for (int label = 0; label < judged.size(); label++) {
                scores[label][i] = ofSong.getOrDefault(judged.get(label), 0.0);
                relevant[label][i] = song.truth().equals(judged.get(label));
            }
        }
        return Curves.of(judged, scores, relevant, Reliability.of(said, right));
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
}
