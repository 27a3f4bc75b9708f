package org.tasteprint.genre;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tasteprint.core.Folds;
import org.tasteprint.core.Progress;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Track;
import org.tasteprint.genre.decision.SongDecision;
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
        ReportBuilder report = new ReportBuilder();
        List<Track> test = Labelled.inSplit(tracks, testSplit);
        judge(Labelled.inSplit(tracks, trainSplit), test, settings.withSplit(trainSplit), report, progress);
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
     * Judges each part's test tracks by a model of its training tracks.
     *
     * @param split how the report names the parting
     */
    public GenreReport parts(List<Part> parts, String split, Progress progress) {
        ReportBuilder report = new ReportBuilder();
        try (Progress.Task task = progress.begin("cross-validating", "folds", parts.size())) {
            for (Part part : parts) {
                judge(part.train(), part.test(), settings.withSplit(part.name()), report, Progress.SILENT);
                task.advance(1);
            }
        }
        return report.build(split, settings.seed(), progress);
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

    private void judge(
            List<Track> train, List<Track> test, GenreSettings using, ReportBuilder report, Progress progress) {
        long begin = System.nanoTime();
        GenreTrainer.Trained trained = trainer.trainOn(train, using, progress);
        long learned = System.nanoTime();
        List<String> labels = trained.model().labels();
        report.trained(labels, trained.missing().tracks());
        Map<String, String> genreOf = test.stream().collect(Collectors.toMap(Track::id, Track::genre));
        SegmentRows rows = trainer.rows(train, using);
        try (Progress.Task task = progress.begin("judging", "tracks", test.size())) {
            for (List<Track> chunk : rows.chunks(test)) {
                FeatureJoin.Joined joined = rows.of(chunk, FeatureJoin.ALL);
                if (joined.rows().rows() > 0) {
                    for (GenreModel.Judged judged : trained.model().judge(joined.rows())) {
                        report.judged(
                                new GenreReport.Song(
                                        judged.trackId(),
                                        genreOf.get(judged.trackId()),
                                        judged.classification().genre(),
                                        judged.classification().probabilities()),
                                Arrays.stream(judged.segments().label()).mapToObj(labels::get).toList());
                        for (SongDecision decision : decisions(trained.model().settings().decision())) {
                            report.decided(
                                    decision.label(),
                                    labels.get(decision.decide(judged.segments()).label()).equals(genreOf.get(judged.trackId())));
                        }
                    }
                }
                report.leftOut(joined.missing().tracks());
                task.advance(chunk.size());
            }
        }
        report.took((learned - begin) / 1e9, (System.nanoTime() - learned) / 1e9);
    }

    /** The ways of deciding that cost nothing, and the model's own. */
    private static List<SongDecision> decisions(SongDecision own) {
        List<SongDecision> others = SongDecision.FREE.stream().filter(free -> !free.label().equals(own.label())).toList();
        return Stream.concat(Stream.of(own), others.stream()).toList();
    }

    private static List<Track> select(List<Track> tracks, IntPredicate wanted) {
        return IntStream.range(0, tracks.size()).filter(wanted).mapToObj(tracks::get).toList();
    }
}
