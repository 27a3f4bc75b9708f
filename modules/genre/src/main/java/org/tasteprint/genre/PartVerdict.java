package org.tasteprint.genre;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Track;
import org.tasteprint.genre.GenreEvaluation.Part;
import org.tasteprint.genre.decision.SongDecision;
import org.tasteprint.genre.evaluation.GenreReport;
import org.tasteprint.genre.evaluation.GenreTaggram;
import org.tasteprint.genre.evaluation.ReportBuilder;

/**
 * What a model of a part's training tracks says of its test tracks.
 *
 * @param model           closed, for what it says of itself
 * @param genreOf         of each test track
 * @param songs           those judged
 * @param leftOut         tracks without one of the features
 * @param trainingSeconds reading features included
 * @param judgingSeconds  likewise
 */
record PartVerdict(
        GenreModel model,
        Map<String, String> genreOf,
        List<GenreModel.Judged> songs,
        Set<String> leftOut,
        double trainingSeconds,
        double judgingSeconds) {
    static PartVerdict of(Part part, GenreSettings settings, GenreTrainer trainer, Progress progress) {
        long begin = System.nanoTime();
        GenreSettings using = settings.with(draft -> draft.split = part.name());
        GenreTrainer.Trained trained = trainer.trainOn(part.train(), using, progress);
        long learned = System.nanoTime();
        Set<String> leftOut = new TreeSet<>(trained.missing().tracks());
        List<GenreModel.Judged> songs = new ArrayList<>();
        SegmentRows rows = trainer.rows(part.train(), using);
        try (GenreModel model = trained.model(); Progress.Task task = progress.begin("judging", "tracks", part.test().size())) {
            for (List<Track> chunk : rows.chunks(part.test())) {
                FeatureJoin.Joined joined = rows.of(chunk, FeatureJoin.ALL);
                if (joined.rows().rows() > 0) {
                    songs.addAll(model.judge(joined.rows()));
                }
                leftOut.addAll(joined.missing().tracks());
                task.advance(chunk.size());
            }
        }
        return new PartVerdict(
                trained.model(),
                part.test().stream().collect(Collectors.toMap(Track::id, Track::genre)),
                songs,
                leftOut,
                (learned - begin) / 1e9,
                (System.nanoTime() - learned) / 1e9);
    }

    /** @param fold number of the part, from 1 */
    void report(ReportBuilder report, int fold) {
        List<String> labels = model.labels();
        report.trained(labels, leftOut);
        model.learningCurve().ifPresent(report::learned);
        for (GenreModel.Judged judged : songs) {
            String truth = genreOf.get(judged.trackId());
            report.judged(
                    new GenreReport.Song(
                            judged.trackId(), fold, truth, judged.classification().genre(), judged.classification().probabilities()),
                    Arrays.stream(judged.segments().label()).mapToObj(labels::get).toList());
            report.followed(taggram(judged, truth, labels));
            decisions(model.settings().decision()).forEach(decision -> report.decided(
                    decision.label(), labels.get(decision.decide(judged.segments()).label()).equals(truth)));
        }
        report.took(trainingSeconds, judgingSeconds);
    }

    private static GenreTaggram taggram(GenreModel.Judged judged, String truth, List<String> labels) {
        return new GenreTaggram(
                judged.trackId(),
                truth,
                judged.classification().genre(),
                labels,
                Arrays.stream(judged.segments().probability()).map(PartVerdict::floats).toList());
    }

    private static float[] floats(double[] row) {
        float[] floats = new float[row.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) row[i];
        }
        return floats;
    }

    /** The ways of deciding that cost nothing, and the model's own. */
    private static Stream<SongDecision> decisions(SongDecision own) {
        return Stream.concat(Stream.of(own), SongDecision.FREE.stream().filter(free -> !free.label().equals(own.label())));
    }
}
