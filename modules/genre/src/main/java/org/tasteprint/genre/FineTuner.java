package org.tasteprint.genre;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Folds;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Provenance;
import org.tasteprint.core.Track;
import org.tasteprint.genre.classifier.ClassifierSettings;
import org.tasteprint.genre.classifier.LearningCurve;
import org.tasteprint.genre.classifier.NetworkClassifier;
import org.tasteprint.genre.classifier.NetworkTraining;
import org.tasteprint.genre.classifier.Reduction;
import org.tasteprint.nets.Tensor;

/**
 * Fine-tunes a network: epochs over the songs, four segments of each drawn anew every time, until the cost on songs of other
 * artists has not fallen for a while. Segments are read as they are needed, so memory does not grow with the number of songs.
 */
final class FineTuner {
    /** Segments of a song that an epoch sees, spread over the song, as in the paper. */
    private static final int SEGMENTS = 4;

    /** One part of so many is held out to tell when to stop. */
    private static final int PARTS = 7;

    private final GenreSettings settings;
    private final ClassifierSettings.FineTuned tuned;
    private final Map<String, Tensor> pretrained;

    FineTuner(GenreSettings settings, ClassifierSettings.FineTuned tuned, Map<String, Tensor> pretrained) {
        this.settings = settings;
        this.tuned = tuned;
        this.pretrained = pretrained;
    }

    /** What the survey of the training songs found. */
    private record Survey(List<Track> songs, int segments, Missing missing, String hash) {}

    /** Training songs and those held out. */
    private record Parted(List<Track> training, List<Track> validation) {}

    GenreTrainer.Trained train(List<Track> tracks, SegmentRows rows, Progress progress) {
        List<Track> order = tracks.stream().sorted(Comparator.comparing(Track::id)).toList();
        Survey survey = survey(order, rows, progress);
        List<String> labels = GenreTrainer.labels(survey.songs().stream().map(Track::genre).toList(), settings);
        Parted parted = part(survey.songs());
        List<LearningCurve.Epoch> epochs = new ArrayList<>();
        int best = 0;
        try (NetworkTraining training = new NetworkTraining(tuned, pretrained, labels.size(), settings.seed());
                Progress.Task task = progress.begin("fine-tuning " + tuned.network(), "epochs", tuned.epochs())) {
            Map<String, Tensor> parameters = training.parameters();
            while (epochs.size() < tuned.epochs() && epochs.size() - best <= tuned.patience()) {
                double cost = epoch(training, rows, parted.training(), labels, epochs.size());
                LearningCurve.Epoch epoch = judge(training, rows, parted.validation(), labels, cost);
                if (epochs.isEmpty() || epoch.validation() < epochs.get(best).validation()) {
                    best = epochs.size();
                    parameters = training.parameters();
                }
                epochs.add(epoch);
                task.advance(1);
                task.detail("cost %.3f, on songs held out %.3f (best %.3f)"
                        .formatted(epoch.training(), epoch.validation(), epochs.get(best).validation()));
            }
            LearningCurve curve = new LearningCurve(epochs, best);
            return new GenreTrainer.Trained(model(labels, parameters, curve, survey, parted), survey.missing());
        }
    }

    private Survey survey(List<Track> tracks, SegmentRows rows, Progress progress) {
        Map<String, String> genreOf = tracks.stream().collect(Collectors.toMap(Track::id, Track::genre));
        Missing missing = new Missing();
        TrainingHash hash = new TrainingHash();
        List<Track> songs = new ArrayList<>();
        int segments = 0;
        try (Progress.Task task = progress.begin("reading features", "tracks", tracks.size())) {
            for (List<Track> chunk : rows.chunks(tracks)) {
                FeatureJoin.Joined joined = rows.of(chunk, FeatureJoin.ALL);
                hash.add(joined.rows(), genreOf);
                missing.addAll(joined.missing());
                segments += joined.rows().rows();
                Set<String> present = Set.copyOf(joined.rows().trackIds());
                chunk.stream().filter(track -> present.contains(track.id())).forEach(songs::add);
                task.advance(chunk.size());
            }
        }
        if (songs.isEmpty()) {
            throw missing.nothingLeft(tracks.stream().map(Track::id).toList());
        }
        return new Survey(songs, segments, missing, hash.hexadecimal());
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
    private double epoch(NetworkTraining training, SegmentRows rows, List<Track> songs, List<String> labels, int number) {
        long seed = settings.seed() + 31L * (number + 1);
        List<Track> shuffled = new ArrayList<>(songs);
        Collections.shuffle(shuffled, new Random(seed));
        double cost = 0;
        long segments = 0;
        for (List<Track> batch : batches(shuffled)) {
            FeatureMatrix drawn = rows.of(batch, SEGMENTS, seed).rows();
            cost += training.step(drawn.values(), labels(drawn, batch, labels)) * drawn.rows();
            segments += drawn.rows();
        }
        return cost / segments;
    }

    private LearningCurve.Epoch judge(
            NetworkTraining training, SegmentRows rows, List<Track> songs, List<String> labels, double trainingCost) {
        double cost = 0;
        double right = 0;
        long segments = 0;
        for (List<Track> batch : batches(songs)) {
            FeatureMatrix drawn = rows.of(batch, SEGMENTS).rows();
            NetworkTraining.Judgement judged = training.judge(drawn.values(), labels(drawn, batch, labels));
            cost += judged.cost() * drawn.rows();
            right += judged.right();
            segments += drawn.rows();
        }
        return new LearningCurve.Epoch(trainingCost, cost / segments, right / segments);
    }

    private List<List<Track>> batches(List<Track> songs) {
        List<List<Track>> batches = new ArrayList<>();
        for (int from = 0; from < songs.size(); from += NetworkTraining.songsOfABatch(tuned)) {
            batches.add(songs.subList(from, Math.min(songs.size(), from + NetworkTraining.songsOfABatch(tuned))));
        }
        return batches;
    }

    private static int[] labels(FeatureMatrix rows, List<Track> songs, List<String> labels) {
        Map<String, Integer> labelOf =
                songs.stream().collect(Collectors.toMap(Track::id, song -> labels.indexOf(song.genre())));
        return rows.trackIds().stream().mapToInt(labelOf::get).toArray();
    }

    private GenreModel model(
            List<String> labels, Map<String, Tensor> parameters, LearningCurve curve, Survey survey, Parted parted) {
        Map<String, String> how = GenreTrainer.parameters(settings, survey.missing());
        how.put("tracks", Integer.toString(survey.songs().size()));
        how.put("tracks_held_out", Integer.toString(parted.validation().size()));
        how.put("segments", Integer.toString(survey.segments()));
        how.put("epochs", Integer.toString(curve.epochs().size()));
        how.put("kept_epoch", Integer.toString(curve.best() + 1));
        int width = NetworkTraining.width(tuned, parameters);
        return new GenreModel(
                settings,
                labels,
                Reduction.none(width),
                new NetworkClassifier(tuned, parameters),
                Optional.of(curve),
                Provenance.now(settings.split(), settings.seed(), survey.hash(), how));
    }
}
