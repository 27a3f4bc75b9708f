package org.tasteprint.genre;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
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
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Track;

/** Trains genre models. */
public final class GenreTrainer {
    /**
     * A model and what was left out of its training.
     *
     * @param missing tracks without one of the features
     */
    record Trained(GenreModel model, Missing missing) {}

    /**
     * Trains on the tracks of the settings' split that have a genre. A track without one of the features is left out, and
     * noted. Of more than 20 000 segments, or 3 000 of one label, an even sample is used; the model's provenance says so.
     *
     * @throws TasteprintException {@code INVALID_INPUT} when fewer than two labels are left, {@code NOT_FOUND} when no track
     *     has all features
     */
    public GenreModel train(List<Track> tracks, FeatureSource source, GenreSettings settings, Progress progress) {
        List<Track> chosen = Labelled.inSplit(tracks, settings.split());
        Trained trained = trainOn(chosen, source, settings, progress);
        int left = trained.missing().tracks().size();
        if (left > 0) {
            progress.note("%d of %d tracks were left out of training: %s"
                    .formatted(left, chosen.size(), "a feature of theirs is missing"));
        }
        return trained.model();
    }

    /** Trains on exactly these tracks, which all have a genre. */
    static Trained trainOn(List<Track> tracks, FeatureSource source, GenreSettings settings, Progress progress) {
        Labelled.requireTwoLabels(tracks);
        Set<String> ids = tracks.stream().map(Track::id).collect(Collectors.toSet());
        Sampling sampling = Sampling.of(tracks, settings.seed());
        List<Track> order = sampling.tracks().stream().sorted(Comparator.comparing(Track::id)).toList();
        FeatureJoin.Joined joined =
                new SegmentRows(source, settings, ids).ofAll(order, sampling.segmentsMax(), progress);
        FeatureMatrix rows = joined.rows();
        Map<String, String> genreOf = order.stream().collect(Collectors.toMap(Track::id, Track::genre));
        List<String> rowLabels = rows.trackIds().stream().map(genreOf::get).toList();
        List<String> labels = List.copyOf(new TreeSet<>(rowLabels));
        if (labels.size() < 2) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT,
                    "only tracks of '%s' have all of the features %s: run ./tasteprint extract for the others"
                            .formatted(labels.getFirst(), String.join(",", settings.features())));
        }
        Reduction reduction = Reduction.fit(rows, settings.pca());
        SegmentClassifier classifier = SegmentClassifier.train(
                new SegmentClassifier.Examples(
                        reduction.apply(rows),
                        rowLabels.stream().mapToInt(labels::indexOf).toArray(),
                        songs(rows),
                        labels.size()),
                settings,
                progress);
        Provenance provenance = provenance(settings, sampling, joined, reduction, rowLabels);
        return new Trained(new GenreModel(settings, labels, reduction, classifier, provenance), joined.missing());
    }

    private static int[] songs(FeatureMatrix rows) {
        Map<String, Integer> numbers = new HashMap<>();
        return rows.trackIds().stream()
                .mapToInt(id -> numbers.computeIfAbsent(id, unseen -> numbers.size()))
                .toArray();
    }

    private static Provenance provenance(
            GenreSettings settings,
            Sampling sampling,
            FeatureJoin.Joined joined,
            Reduction reduction,
            List<String> rowLabels) {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("features", String.join(",", settings.features()));
        parameters.put("classifier", settings.classifier().toString());
        parameters.put("pca", Integer.toString(settings.pca()));
        parameters.put("components", Integer.toString(reduction.outputs()));
        parameters.put("c", Double.toString(settings.c()));
        parameters.put("hop", settings.hop());
        parameters.put("tracks", Long.toString(joined.rows().trackIds().stream().distinct().count()));
        parameters.put("tracksWithoutFeatures", Integer.toString(joined.missing().tracks().size()));
        parameters.put("segments", Integer.toString(joined.rows().rows()));
        parameters.put("segmentsOfATrackAtMost", Integer.toString(sampling.segmentsMax()));
        return new Provenance(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                settings.split(),
                settings.seed(),
                hash(joined.rows(), rowLabels),
                parameters,
                "tasteprint "
                        + Optional.ofNullable(GenreTrainer.class.getPackage().getImplementationVersion())
                                .orElse("(development)"));
    }

    private static String hash(FeatureMatrix rows, List<String> labels) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer row = ByteBuffer.allocate(rows.dimensions() * Float.BYTES);
            for (int r = 0; r < rows.rows(); r++) {
                digest.update((rows.trackIds().get(r) + "\n" + labels.get(r) + "\n").getBytes(StandardCharsets.UTF_8));
                row.clear().asFloatBuffer().put(rows.values(), r * rows.dimensions(), rows.dimensions());
                digest.update(row);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
