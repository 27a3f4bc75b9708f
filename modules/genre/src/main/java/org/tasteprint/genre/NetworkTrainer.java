package org.tasteprint.genre;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Folds;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Provenance;
import org.tasteprint.core.Track;
import org.tasteprint.genre.classifier.Calibration;
import org.tasteprint.genre.classifier.ClassifierSettings;
import org.tasteprint.genre.classifier.Cnn;
import org.tasteprint.genre.classifier.EarlyStopping;
import org.tasteprint.genre.classifier.FineTuned;
import org.tasteprint.genre.classifier.LearningCurve;
import org.tasteprint.genre.classifier.NetworkLearning;
import org.tasteprint.genre.classifier.Reduction;
import org.tasteprint.genre.classifier.SegmentClassifier;
import org.tasteprint.genre.classifier.TunedNetwork;
import org.tasteprint.genre.classifier.TunedTagger;

/**
 * Trains a network song by song: epochs over the songs, some segments of each drawn anew every time, until the cost on songs of
 * other artists has not fallen for a while. What it then says of these songs calibrates it. Segments are read as they are needed,
 * so memory does not grow with the number of songs.
 */
final class NetworkTrainer {
    /** One part of so many is held out to tell when to stop. */
    private static final int PARTS = 7;

    private final GenreSettings settings;
    private final ClassifierSettings.OfSongs classifier;
    private final PretrainedNetworks networks;

    NetworkTrainer(GenreSettings settings, ClassifierSettings.OfSongs classifier, PretrainedNetworks networks) {
        this.settings = settings;
        this.classifier = classifier;
        this.networks = networks;
    }

    /** What the survey of the training songs found. */
    private record Survey(List<Track> songs, int segments, int width, Missing missing, String hash) {}

    /** Training songs and those held out. */
    private record Parted(List<Track> training, List<Track> validation) {}

    GenreTrainer.Trained train(List<Track> tracks, SegmentRows rows, Progress progress) {
        List<Track> order = tracks.stream().sorted(Comparator.comparing(Track::id)).toList();
        Survey survey = survey(order, rows, progress);
        List<String> labels = GenreTrainer.labels(survey.songs().stream().map(Track::genre).toList(), settings);
        Parted parted = part(survey.songs());
        double[] weights = weights(survey.songs(), labels);
        EarlyStopping.Learned learned = switch (classifier) {
            case Cnn cnn -> {
                try (NetworkLearning network = NetworkLearning.of(cnn, survey.width(), weights, settings.seed())) {
                    yield learn(network, rows, parted, labels, progress);
                }
            }
            case TunedTagger tagger -> {
                try (NetworkLearning network =
                        NetworkLearning.of(tagger, networks.parameters(TunedTagger.NETWORK), weights, settings.seed())) {
                    yield learn(network, rows, parted, labels, progress);
                }
            }
            case FineTuned tuned -> {
                try (TunedNetwork network =
                        new TunedNetwork(tuned, networks.parameters(tuned.network()), weights, settings.seed())) {
                    yield learn(network.learning(), rows, parted, labels, progress);
                }
            }
        };
        try (SegmentClassifier trained =
                calibrated(SegmentClassifier.of(classifier, learned.parameters()), rows, parted, labels)) {
            // As the model's file will have it, so that a model says the same before it is saved and after.
            SegmentClassifier kept = SegmentClassifier.of(classifier, trained.tensors());
            return new GenreTrainer.Trained(model(labels, kept, learned.curve(), survey, parted), survey.missing());
        }
    }

    private EarlyStopping.Learned learn(
            NetworkLearning network, SegmentRows rows, Parted parted, List<String> labels, Progress progress) {
        return new EarlyStopping(classifier.epochs(), classifier.patience())
                .run(
                        "training a network",
                        network,
                        number -> {
                            double cost = epoch(network, rows, parted.training(), labels, number);
                            return judge(network, rows, parted.validation(), labels, cost);
                        },
                        progress);
    }

    /** How much a segment counts, by label; every song has as many segments in an epoch. */
    private double[] weights(List<Track> songs, List<String> labels) {
        double[] weights = new double[labels.size()];
        Arrays.fill(weights, 1);
        if (settings.fitting().balanced()) {
            for (int label = 0; label < weights.length; label++) {
                String genre = labels.get(label);
                long count = songs.stream().filter(song -> song.genre().equals(genre)).count();
                weights[label] = (double) songs.size() / (labels.size() * count);
            }
        }
        return weights;
    }

    /** Set right by the songs held out, where there are any. */
    private SegmentClassifier calibrated(SegmentClassifier trained, SegmentRows rows, Parted parted, List<String> labels) {
        if (settings.fitting().calibration() == Calibration.NONE || parted.training() == parted.validation()) {
            return trained;
        }
        List<double[]> said = new ArrayList<>();
        List<Integer> truth = new ArrayList<>();
        List<String> songs = new ArrayList<>();
        for (List<Track> batch : rows.chunks(parted.validation())) {
            FeatureMatrix all = rows.of(batch, FeatureJoin.ALL).rows();
            said.addAll(Arrays.asList(trained.decide(Reduction.none(all.dimensions()).apply(all)).probability()));
            Arrays.stream(labels(all, batch, labels)).forEach(truth::add);
            songs.addAll(all.trackIds());
        }
        return trained.calibrated(
                settings.fitting().calibration(),
                said.toArray(double[][]::new),
                truth.stream().mapToInt(Integer::intValue).toArray(),
                GenreTrainer.numbers(songs));
    }

    private Survey survey(List<Track> tracks, SegmentRows rows, Progress progress) {
        Map<String, String> genreOf = tracks.stream().collect(Collectors.toMap(Track::id, Track::genre));
        Missing missing = new Missing();
        TrainingHash hash = new TrainingHash();
        List<Track> songs = new ArrayList<>();
        int segments = 0;
        int width = 0;
        try (Progress.Task task = progress.begin("reading features", "tracks", tracks.size())) {
            for (List<Track> chunk : rows.chunks(tracks)) {
                FeatureJoin.Joined joined = rows.of(chunk, FeatureJoin.ALL);
                hash.add(joined.rows(), genreOf);
                missing.addAll(joined.missing());
                segments += joined.rows().rows();
                width = joined.rows().dimensions();
                Set<String> present = Set.copyOf(joined.rows().trackIds());
                chunk.stream().filter(track -> present.contains(track.id())).forEach(songs::add);
                task.advance(chunk.size());
            }
        }
        if (songs.isEmpty()) {
            throw missing.nothingLeft(tracks.stream().map(Track::id).toList());
        }
        return new Survey(songs, segments, width, missing, hash.hexadecimal());
    }

    /** Holds out a seventh of the songs, whole artists; of a genre with a single artist none, for it could not be learned. */
    private Parted part(List<Track> songs) {
        Map<String, Long> artists = songs.stream()
                .collect(Collectors.groupingBy(
                        Track::genre,
                        Collectors.collectingAndThen(
                                Collectors.toList(), of -> of.stream().map(Track::artistGroup).distinct().count())));
        List<Track> eligible = songs.stream().filter(song -> artists.get(song.genre()) > 1).toList();
        long groups = eligible.stream().map(Track::artistGroup).distinct().count();
        if (groups < 2) {
            return new Parted(songs, songs);
        }
        int[] part = Folds.stratifiedByGroup(
                eligible.stream().map(Track::genre).toList(),
                eligible.stream().map(Track::artistGroup).toList(),
                (int) Math.min(PARTS, groups),
                settings.seed());
        Set<Track> heldOut = IntStream.range(0, part.length)
                .filter(song -> part[song] == 0)
                .mapToObj(eligible::get)
                .collect(Collectors.toSet());
        return new Parted(
                songs.stream().filter(song -> !heldOut.contains(song)).toList(), List.copyOf(heldOut.stream()
                        .sorted(Comparator.comparing(Track::id))
                        .toList()));
    }

    /** Returns the mean cost of a segment. */
    private double epoch(NetworkLearning training, SegmentRows rows, List<Track> songs, List<String> labels, int number) {
        long seed = settings.seed() + 31L * (number + 1);
        List<Track> shuffled = new ArrayList<>(songs);
        Collections.shuffle(shuffled, new Random(seed));
        double cost = 0;
        long segments = 0;
        for (List<Track> batch : batches(shuffled)) {
            FeatureMatrix drawn = rows.of(batch, classifier.segmentsOfASong(), seed).rows();
            cost += training.step(drawn.values(), labels(drawn, batch, labels)) * drawn.rows();
            segments += drawn.rows();
        }
        return cost / segments;
    }

    private LearningCurve.Epoch judge(
            NetworkLearning training, SegmentRows rows, List<Track> songs, List<String> labels, double trainingCost) {
        double cost = 0;
        double right = 0;
        long segments = 0;
        for (List<Track> batch : batches(songs)) {
            FeatureMatrix drawn = rows.of(batch, classifier.segmentsOfASong()).rows();
            int[] truth = labels(drawn, batch, labels);
            NetworkLearning.Judgement judged = training.judge(drawn.values(), truth);
            cost += judged.cost() * drawn.rows();
            right += judged.right(truth);
            segments += drawn.rows();
        }
        return new LearningCurve.Epoch(trainingCost, OptionalDouble.of(cost / segments), OptionalDouble.of(right / segments));
    }

    private List<List<Track>> batches(List<Track> songs) {
        List<List<Track>> batches = new ArrayList<>();
        for (int from = 0; from < songs.size(); from += classifier.songsOfABatch()) {
            batches.add(songs.subList(from, Math.min(songs.size(), from + classifier.songsOfABatch())));
        }
        return batches;
    }

    private static int[] labels(FeatureMatrix rows, List<Track> songs, List<String> labels) {
        Map<String, Integer> labelOf =
                songs.stream().collect(Collectors.toMap(Track::id, song -> labels.indexOf(song.genre())));
        return rows.trackIds().stream().mapToInt(labelOf::get).toArray();
    }

    private GenreModel model(
            List<String> labels, SegmentClassifier trained, LearningCurve curve, Survey survey, Parted parted) {
        Map<String, String> how = GenreTrainer.parameters(settings, survey.missing());
        how.put("tracks", Integer.toString(survey.songs().size()));
        how.put("tracks_held_out", Integer.toString(parted.validation().size()));
        how.put("segments", Integer.toString(survey.segments()));
        how.put("epochs", Integer.toString(curve.epochs().size()));
        how.put("kept_epoch", Integer.toString(curve.best() + 1));
        return new GenreModel(
                settings,
                labels,
                Reduction.none(survey.width()),
                trained,
                Optional.empty(),
                Optional.of(curve),
                Provenance.now(settings.split(), settings.seed(), survey.hash(), how));
    }
}
