package org.tasteprint.genre;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Provenance;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Track;
import org.tasteprint.features.FeatureNames;
import org.tasteprint.genre.classifier.Calibration;
import org.tasteprint.genre.classifier.ClassifierSettings;
import org.tasteprint.genre.classifier.ClassifierTrainer;
import org.tasteprint.genre.classifier.Directions;
import org.tasteprint.genre.classifier.Examples;
import org.tasteprint.genre.classifier.Fitting;
import org.tasteprint.genre.classifier.Knn;
import org.tasteprint.genre.classifier.Reduction;
import org.tasteprint.genre.classifier.ReductionSettings;
import org.tasteprint.genre.classifier.SegmentClassifier;
import org.tasteprint.genre.classifier.ShrinkageSearch;
import org.tasteprint.genre.decision.SongDecision;
import org.tasteprint.genre.decision.SongSegments;
import org.tasteprint.genre.decision.ThresholdSearch;

/** Trains genre models. */
public final class GenreTrainer {
    /** Threshold and classifier never see the same songs; three trainings more. */
    private static final int THRESHOLD_FOLDS = 3;

    private final FeatureSource source;
    private final PretrainedNetworks networks;

    /**
     * A model and what was left out of its training.
     *
     * @param missing tracks without one of the features
     */
    record Trained(GenreModel model, Missing missing) {}

    /**
     * @param source   asked with the ids of the training tracks of each training, see {@link FeatureSource}
     * @param networks what fine-tuning starts with
     */
    public GenreTrainer(FeatureSource source, PretrainedNetworks networks) {
        this.source = requireNonNull(source, "source is null");
        this.networks = requireNonNull(networks, "networks is null");
    }

    /**
     * Trains on the tracks of the settings' split that have a genre. A track without one of the features is left out, and
     * noted. Of more segments than {@link Sampling} allows a classifier, an even sample is used; the model's provenance says so.
     *
     * @throws TasteprintException {@code INVALID_INPUT} when fewer than two labels are left, {@code NOT_FOUND} when no track
     *     has all features, {@code UNAVAILABLE} when a network's weights are not here
     */
    public GenreModel train(List<Track> tracks, GenreSettings settings, Progress progress) {
        List<Track> chosen = Labelled.inSplit(tracks, settings.split());
        Trained trained = trainOn(chosen, settings, progress);
        int left = trained.missing().tracks().size();
        if (left > 0) {
            progress.note("%d of %d tracks were left out of training: %s"
                    .formatted(left, chosen.size(), "a feature of theirs is missing"));
        }
        return trained.model();
    }

    /** Trains on exactly these tracks, which all have a genre; chooses the threshold of the decision where it is to be chosen. */
    Trained trainOn(List<Track> tracks, GenreSettings settings, Progress progress) {
        Labelled.requireTwoLabels(tracks);
        boolean chooses = settings.decision() instanceof SongDecision.Threshold threshold && threshold.least().isEmpty();
        return trainDecided(
                tracks, chooses ? settings.with(draft -> draft.decision = threshold(tracks, settings, progress)) : settings, progress);
    }

    /** The threshold that does best on folds of the training tracks, each judged by a model that has not seen its artists. */
    private SongDecision threshold(List<Track> tracks, GenreSettings settings, Progress progress) {
        long artists = tracks.stream().map(Track::artistGroup).distinct().count();
        if (artists < THRESHOLD_FOLDS) {
            return SongDecision.Threshold.HALF;
        }
        List<SongSegments> songs = new ArrayList<>();
        List<Integer> truths = new ArrayList<>();
        for (GenreEvaluation.Part part : GenreEvaluation.deal(
                tracks, THRESHOLD_FOLDS, GenreEvaluation.Grouping.ARTIST, settings.seed())) {
            GenreSettings voting = settings.with(draft -> draft.decision = SongDecision.DEFAULT);
            try (GenreModel model = trainDecided(part.train(), voting, progress).model()) {
                Map<String, String> genreOf = part.test().stream().collect(Collectors.toMap(Track::id, Track::genre));
                SegmentRows rows = rows(part.train(), settings);
                for (List<Track> chunk : rows.chunks(part.test())) {
                    FeatureMatrix joined = rows.of(chunk, FeatureJoin.ALL).rows();
                    for (GenreModel.Judged judged : joined.rows() == 0 ? List.<GenreModel.Judged>of() : model.judge(joined)) {
                        songs.add(judged.segments());
                        truths.add(model.labels().indexOf(genreOf.get(judged.trackId())));
                    }
                }
            }
        }
        return ThresholdSearch.best(songs, truths.stream().mapToInt(Integer::intValue).toArray());
    }

    private Trained trainDecided(List<Track> tracks, GenreSettings settings, Progress progress) {
        SegmentRows rows = rows(tracks, settings);
        return switch (settings.classifier()) {
            case ClassifierSettings.OfRows ofRows -> trainOnRows(tracks, rows, settings, ofRows, progress);
            case ClassifierSettings.OfSongs ofSongs ->
                new NetworkTrainer(settings, ofSongs, networks).train(tracks, rows, progress);
        };
    }

    /** Whether trainings that use this feature may run at once. */
    boolean isShared(String feature) {
        return source.isShared(feature);
    }

    /** Features as a training on {@code tracks} may see them. */
    SegmentRows rows(List<Track> tracks, GenreSettings settings) {
        return new SegmentRows(source, settings, tracks.stream().map(Track::id).collect(Collectors.toSet()));
    }

    private static Trained trainOnRows(
            List<Track> tracks,
            SegmentRows source,
            GenreSettings asked,
            ClassifierSettings.OfRows classifier,
            Progress progress) {
        Sampling sampling = Sampling.of(tracks, classifier, asked.seed());
        List<Track> order = sampling.tracks().stream().sorted(Comparator.comparing(Track::id)).toList();
        FeatureJoin.Joined joined = source.ofAll(order, sampling.segmentsMax(), progress);
        FeatureMatrix rows = joined.rows();
        Map<String, Track> byId = order.stream().collect(Collectors.toMap(Track::id, Function.identity()));
        List<String> rowLabels = rows.trackIds().stream().map(id -> byId.get(id).genre()).toList();
        List<String> labels = labels(rowLabels, asked);
        int[] label = rowLabels.stream().mapToInt(labels::indexOf).toArray();
        Examples unturned = new Examples(
                new double[rows.rows()][0],
                label,
                numbers(rows.trackIds()),
                numbers(rows.trackIds().stream().map(id -> byId.get(id).artistGroup()).toList()),
                labels.size());
        double[] weight = asked.columnWeights(joined.widths());
        GenreSettings settings = chosen(asked, classifier, rows, weight, unturned, progress);
        Reduction reduction = Reduction.of(settings.reduction().fit(rows, label, weight).tensors());
        Examples examples = unturned.with(reduction.apply(rows));
        ClassifierTrainer.Trained trained =
                new ClassifierTrainer(
                                examples, directions(settings, rows, weight, examples), settings.fitting(), settings.seed()).train(classifier, progress);
        TrainingHash hash = new TrainingHash();
        hash.add(rows, order.stream().collect(Collectors.toMap(Track::id, Track::genre)));
        GenreSettings used = settings.with(draft -> draft.classifier = trained.settings());
        Map<String, String> parameters = new TreeMap<>(parameters(used, joined.missing()));
        parameters.putAll(trained.findings());
        parameters.put("components", Integer.toString(reduction.outputs()));
        parameters.put("tracks", Long.toString(rows.trackIds().stream().distinct().count()));
        parameters.put("segments", Integer.toString(rows.rows()));
        parameters.put("segmentsOfATrackAtMost", Integer.toString(sampling.segmentsMax()));
        return new Trained(
                new GenreModel(
                        used,
                        labels,
                        reduction,
                        trained.classifier(),
                        neighbours(examples, settings),
                        trained.curve(),
                        Provenance.now(settings.split(), settings.seed(), hash.hexadecimal(), parameters)),
                joined.missing());
    }

    /** With a shrinkage found on folds of the training songs, where one is to be chosen. */
    private static GenreSettings chosen(
            GenreSettings asked,
            ClassifierSettings.OfRows classifier,
            FeatureMatrix rows,
            double[] weight,
            Examples examples,
            Progress progress) {
        if (!(asked.reduction() instanceof ReductionSettings.LdaToBeChosen)) {
            return asked;
        }
        ReductionSettings best = ShrinkageSearch.best(
                examples,
                shrinkage -> directions(asked.with(draft -> draft.reduction = new ReductionSettings.Lda(shrinkage)), rows, weight, examples),
                classifier,
                asked.fitting().balanced(),
                asked.seed(),
                progress);
        return asked.with(draft -> draft.reduction = best);
    }

    /** Who tells the neighbours of segments, where they decide. */
    private static Optional<SegmentClassifier> neighbours(Examples examples, GenreSettings settings) {
        return settings.decision() instanceof SongDecision.Neighbours neighbours
                ? Optional.of(new ClassifierTrainer(examples, new Fitting(false, false, Calibration.NONE), settings.seed())
                        .train(knn(neighbours), Progress.SILENT)
                        .classifier())
                : Optional.empty();
    }

    /** The classifier whose probabilities are the shares of neighbours. */
    static Knn knn(SongDecision.Neighbours neighbours) {
        return new Knn(neighbours.k(), Knn.Metric.EUCLIDEAN, Knn.VoteWeights.UNIFORM);
    }

    /** Found anew for a fold where they depend on labels. */
    private static Directions directions(GenreSettings settings, FeatureMatrix rows, double[] weight, Examples examples) {
        if (!settings.reduction().looksAtLabels()) {
            return learned -> examples.rows();
        }
        return learned -> {
            float[] values = new float[learned.length * rows.dimensions()];
            for (int i = 0; i < learned.length; i++) {
                System.arraycopy(rows.values(), learned[i] * rows.dimensions(), values, i * rows.dimensions(), rows.dimensions());
            }
            List<String> ids = Arrays.stream(learned).mapToObj(rows.trackIds()::get).toList();
            int[] all = Arrays.stream(learned).map(row -> examples.label()[row]).toArray();
            int[] kept = Arrays.stream(all).distinct().sorted().toArray();
            int[] label = Arrays.stream(all).map(one -> Arrays.binarySearch(kept, one)).toArray();
            return settings.reduction().fit(new FeatureMatrix(rows.feature(), rows.dimensions(), ids, values), label, weight).apply(rows);
        };
    }

    /** The labels of {@code rowLabels} in alphabetical order, at least two. */
    static List<String> labels(List<String> rowLabels, GenreSettings settings) {
        List<String> labels = List.copyOf(new TreeSet<>(rowLabels));
        if (labels.size() < 2) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT,
                    "only tracks of '%s' have all of the features %s: run ./tasteprint extract for the others"
                            .formatted(labels.getFirst(), String.join(",", settings.features())));
        }
        return labels;
    }

    /** What a provenance says of every kind of training. */
    static Map<String, String> parameters(GenreSettings settings, Missing missing) {
        Map<String, String> parameters = new TreeMap<>(settings.classifier().asText());
        parameters.putAll(settings.fitting().asText());
        parameters.putAll(settings.decision().asText());
        parameters.put("features", String.join(",", settings.features()));
        parameters.put("weights", settings.weightsText());
        parameters.put("per", settings.granularityText());
        parameters.put("networks", String.join(",", FeatureNames.networks(settings.features())));
        parameters.put("reduction", settings.reduction().text());
        parameters.put("hop", settings.hop());
        parameters.put("tracksWithoutFeatures", Integer.toString(missing.tracks().size()));
        return parameters;
    }

    /** A number for each text, the same for the same. */
    static int[] numbers(List<String> texts) {
        Map<String, Integer> numbers = new HashMap<>();
        return texts.stream()
                .mapToInt(text -> numbers.computeIfAbsent(text, unseen -> numbers.size()))
                .toArray();
    }
}
