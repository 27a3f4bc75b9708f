package org.tasteprint.genre;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tasteprint.core.Folds;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Track;
import org.tasteprint.genre.evaluation.GenreReport;
import org.tasteprint.genre.evaluation.ReportBuilder;

/** Measures how well settings do on songs that the training did not see. */
public final class GenreEvaluation {
    /** What stays on one side when tracks are dealt into folds. */
    public enum Grouping {
        /** All tracks of an artist. */
        ARTIST,
        /** Every track for itself, as many papers do; an artist's other tracks then help. */
        NONE;

        private String of(Track track) {
            return switch (this) {
                case ARTIST -> track.artistGroup();
                case NONE -> track.id();
            };
        }
    }

    private final GenreTrainer trainer;
    private final GenreSettings settings;

    /** @param trainer trains anew for every split */
    public GenreEvaluation(GenreTrainer trainer, GenreSettings settings) {
        this.trainer = requireNonNull(trainer, "trainer is null");
        this.settings = requireNonNull(settings, "settings is null");
    }

    /**
     * Trains on one split of the tracks and judges on another.
     *
     * @throws TasteprintException {@code INVALID_INPUT} when one of them is empty, both are the same, or training has fewer
     *     than two labels; {@code NOT_FOUND} when no track has all features
     */
    public GenreReport split(List<Track> tracks, String trainSplit, String testSplit, Progress progress) {
        if (trainSplit.isEmpty() || trainSplit.equals(testSplit)) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT,
                    "training and test split must be two, and are '%s' and '%s': choose another --test-split"
                            .formatted(trainSplit, testSplit));
        }
        Part part = new Part(trainSplit, Labelled.inSplit(tracks, trainSplit), Labelled.inSplit(tracks, testSplit));
        ReportBuilder report = new ReportBuilder();
        PartVerdict.of(part, settings, trainer, progress).report(report, 1);
        return report.build("trained on %s, judged on %s".formatted(trainSplit, testSplit), settings.seed(), progress);
    }

    /**
     * Cross-validates over all given tracks that have a genre, labels spread evenly over the folds: each track is judged
     * once, by a model that has not seen its group.
     *
     * @throws TasteprintException {@code INVALID_INPUT} when there are fewer groups than folds or fewer than two labels;
     *     {@code NOT_FOUND} when no track has all features
     */
    public GenreReport folds(List<Track> tracks, int folds, Grouping grouping, Progress progress) {
        String by = grouping == Grouping.ARTIST ? "grouped by artist" : "not grouped";
        return parts(deal(tracks, folds, grouping, settings.seed()), "%d folds, stratified by genre, %s".formatted(folds, by), progress);
    }

    /**
     * What is learned from and what is judged then.
     *
     * @param name of what is learned from, as a model's provenance has it
     */
    public record Part(String name, List<Track> train, List<Track> test) {
        public Part {
            train = List.copyOf(train);
            test = List.copyOf(test);
        }
    }

    /**
     * Judges each part's test tracks by a model of its training tracks; several parts at once where the classifier allows it.
     *
     * @param split how the report names the parting
     */
    public GenreReport parts(List<Part> parts, String split, Progress progress) {
        ReportBuilder report = new ReportBuilder();
        try (Progress.Task task = progress.begin("cross-validating", "folds", parts.size())) {
            List<PartVerdict> verdicts = FoldWorkers.run(FoldWorkers.count(parts, trainer, settings), parts, part -> {
                PartVerdict verdict = PartVerdict.of(part, settings, trainer, new Details(task));
                task.advance(1);
                return verdict;
            });
            IntStream.range(0, verdicts.size()).forEach(fold -> verdicts.get(fold).report(report, fold + 1));
        }
        return report.build(split, settings.seed(), progress);
    }

    /** Says beside the bar of folds how the training of one goes, as epochs do; nothing else. */
    private record Details(Progress.Task folds) implements Progress {
        @Override
        public Task begin(String what, String unit, long total) {
            return new Task() {
                @Override
                public void advance(long steps) {}

                @Override
                public void detail(String text) {
                    folds.detail(text);
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public void note(String message) {}
    }

    /**
     * Deals the tracks that have a genre into folds, labels spread evenly: each track is in one part's test.
     *
     * @throws TasteprintException {@code INVALID_INPUT} when there are fewer groups than folds
     */
    public static List<Part> deal(List<Track> tracks, int folds, Grouping grouping, long seed) {
        List<Track> labelled = Labelled.inSplit(tracks, "");
        List<String> groups = labelled.stream().map(grouping::of).toList();
        long groupCount = groups.stream().distinct().count();
        if (folds < 2 || folds > groupCount) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT,
                    "folds must be from 2 to the number of groups; --folds %d, groups (%s): %d"
                            .formatted(folds, grouping.name().toLowerCase(Locale.ROOT), groupCount));
        }
        int[] foldOf = Folds.stratifiedByGroup(
                labelled.stream().map(Track::genre).toList(), groups, folds, seed);
        return IntStream.range(0, folds)
                .mapToObj(fold -> new Part(
                        "all but fold %d of %d".formatted(fold + 1, folds),
                        select(labelled, i -> foldOf[i] != fold),
                        select(labelled, i -> foldOf[i] == fold)))
                .toList();
    }

    private static List<Track> select(List<Track> tracks, IntPredicate wanted) {
        return IntStream.range(0, tracks.size()).filter(wanted).mapToObj(tracks::get).toList();
    }
}
