package org.tasteprint.genre;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Provenance;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.Track;
import org.tasteprint.genre.classifier.ClassifierSettings;
import org.tasteprint.genre.classifier.Reduction;
import org.tasteprint.genre.classifier.SegmentClassifier;
import org.tasteprint.genre.classifier.SvmTrainer;

/** Trains genre models. */
public final class GenreTrainer {
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
     * noted. Of more than 20 000 segments, or 3 000 of one label, support vector machines use an even sample; the model's
     * provenance says so.
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

    /** Trains on exactly these tracks, which all have a genre. */
    Trained trainOn(List<Track> tracks, GenreSettings settings, Progress progress) {
        Labelled.requireTwoLabels(tracks);
        SegmentRows rows = rows(tracks, settings);
        return switch (settings.classifier()) {
            case ClassifierSettings.Svm svm -> trainMachines(tracks, rows, settings, svm, progress);
            case ClassifierSettings.FineTuned tuned ->
                new FineTuner(settings, tuned, networks.parameters(tuned.network())).train(tracks, rows, progress);
        };
    }

    /** Features as a training on {@code tracks} may see them. */
    SegmentRows rows(List<Track> tracks, GenreSettings settings) {
        return new SegmentRows(source, settings, tracks.stream().map(Track::id).collect(Collectors.toSet()));
    }

    private static Trained trainMachines(
            List<Track> tracks, SegmentRows source, GenreSettings settings, ClassifierSettings.Svm svm, Progress progress) {
        Sampling sampling = Sampling.of(tracks, settings.seed());
        List<Track> order = sampling.tracks().stream().sorted(Comparator.comparing(Track::id)).toList();
        FeatureJoin.Joined joined = source.ofAll(order, sampling.segmentsMax(), progress);
        FeatureMatrix rows = joined.rows();
        Map<String, String> genreOf = order.stream().collect(Collectors.toMap(Track::id, Track::genre));
        List<String> rowLabels = rows.trackIds().stream().map(genreOf::get).toList();
        List<String> labels = labels(rowLabels, settings);
        int[] label = rowLabels.stream().mapToInt(labels::indexOf).toArray();
        Reduction reduction = Reduction.of(settings.reduction().fit(rows, label).tensors());
        SegmentClassifier.Examples examples = new SegmentClassifier.Examples(
                reduction.apply(rows),
                label,
                songs(rows),
                labels.size());
        SegmentClassifier machines = new SvmTrainer(examples, svm.c(), settings.seed()).train(progress);
        TrainingHash hash = new TrainingHash();
        hash.add(rows, genreOf);
        Map<String, String> parameters = new TreeMap<>(parameters(settings, joined.missing()));
        parameters.put("components", Integer.toString(reduction.outputs()));
        parameters.put("tracks", Long.toString(rows.trackIds().stream().distinct().count()));
        parameters.put("segments", Integer.toString(rows.rows()));
        parameters.put("segmentsOfATrackAtMost", Integer.toString(sampling.segmentsMax()));
        return new Trained(
                new GenreModel(
                        settings,
                        labels,
                        reduction,
                        // As the model's file will have it, so that a model says the same before it is saved and after.
                        SegmentClassifier.of(svm, machines.tensors()),
                        Optional.empty(),
                        Provenance.now(settings.split(), settings.seed(), hash.hexadecimal(), parameters)),
                joined.missing());
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
        parameters.put("features", String.join(",", settings.features()));
        parameters.put("reduction", settings.reduction().text());
        parameters.put("hop", settings.hop());
        parameters.put("tracksWithoutFeatures", Integer.toString(missing.tracks().size()));
        return parameters;
    }

    private static int[] songs(FeatureMatrix rows) {
        Map<String, Integer> numbers = new HashMap<>();
        return rows.trackIds().stream()
                .mapToInt(id -> numbers.computeIfAbsent(id, unseen -> numbers.size()))
                .toArray();
    }
}
