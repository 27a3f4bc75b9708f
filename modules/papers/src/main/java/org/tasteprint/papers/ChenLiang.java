package org.tasteprint.papers;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tasteprint.features.FeatureNames;
import org.tasteprint.features.Granularity;
import org.tasteprint.features.Hop;
import org.tasteprint.genre.GenreSettings;
import org.tasteprint.genre.evaluation.McNemar;
import org.tasteprint.papers.Laboratory.Protocol;

/**
 * musicnn's features of three seconds beside an embedding learned from listeners, 128 principal components, an RBF SVM; the segments
 * vote. The question is what the embedding adds.
 */
final class ChenLiang implements Paper {
    private static final String TASTE = "taste";
    private static final int FOLDS = 5;

    /** Its forty columns then count about as much as the other features' two hundred. */
    private static final double TASTE_WEIGHT = 2;

    @Override
    public String name() {
        return "chen-liang";
    }

    @Override
    public String citation() {
        return "K. Chen, B. Liang: Do user preference data benefit music genre classification tasks? ISMIR late-breaking, 2020";
    }

    @Override
    public String dataset() {
        return "GTZAN, fault-filtered (FMA-small: 0.5918 and 0.6148)";
    }

    @Override
    public List<Row> rows(Laboratory laboratory, List<String> notes) {
        Protocol protocol = laboratory.splitOrFolds(FOLDS);
        List<String> musicnn = List.of(FeatureNames.MUSICNN_MSD);
        List<String> tags = List.of(
                FeatureNames.MUSICNN_MSD + FeatureNames.TAGGRAM, FeatureNames.MUSICNN_MTT + FeatureNames.TAGGRAM);
        List<String> choi = List.of(FeatureNames.CHOI_160);
        List<String> light = List.of(FeatureNames.CHOI_160, FeatureNames.MUSICNN_MSD + FeatureNames.TAGGRAM);
        Row without = row(laboratory, protocol, "musicnn", Published.accuracy(0.7653), musicnn, List.of());
        Row with = row(laboratory, protocol, "musicnn and taste", Published.accuracy(0.8013), with(musicnn), tags);
        Row asPublished = laboratory.onlyInFull("musicnn and taste, tower over mel spectrograms", Published.NOTHING, () -> row(
                laboratory, protocol, "musicnn and taste, tower over mel spectrograms", Published.NOTHING, with(musicnn),
                List.of(FeatureNames.LOG_MEL)));
        Row lightWithout = row(laboratory, protocol, "ours: Choi and tags", Published.NOTHING, light, List.of());
        Row lightWith = row(laboratory, protocol, "ours: Choi, tags and taste", Published.NOTHING, with(light), choi);
        Row meansWithout = means(laboratory, protocol, "ours: means of songs, Choi and tags", light, Map.of(), List.of());
        Row meansWith = means(
                laboratory, protocol, "ours: means of songs, Choi, tags and taste", with(light), Map.of(TASTE, TASTE_WEIGHT), choi);
        compare("musicnn", without, with, notes);
        compare("Choi and tags", lightWithout, lightWith, notes);
        compare("Choi and tags, means of songs", meansWithout, meansWith, notes);
        notes.add("The tower hears the networks' tags or Choi's features where no spectrograms are named: it learns in seconds and as well. It is "
                + "trained anew for each part, on its training tracks alone.");
        return List.of(without, with, asPublished, lightWithout, lightWith, meansWithout, meansWith);
    }

    private static Row row(
            Laboratory laboratory, Protocol protocol, String system, Published published, List<String> features, List<String> tower) {
        return laboratory.row(
                system, published, protocol, laboratory.seeded(GenreSettings.of(features), Hop.THREE_SECONDS), tower);
    }

    /** One row a song, so that what is known of the whole song, as taste is, counts once like all else. */
    private static Row means(
            Laboratory laboratory, Protocol protocol, String system, List<String> features, Map<String, Double> weights, List<String> tower) {
        GenreSettings settings = laboratory.seeded(GenreSettings.of(features), Hop.THREE_SECONDS).with(draft -> {
            draft.granularity = Granularity.TRACK;
            draft.weights = weights;
        });
        return laboratory.row(system, Published.NOTHING, protocol, settings, tower);
    }

    private static List<String> with(List<String> features) {
        return Stream.concat(features.stream(), Stream.of(TASTE)).toList();
    }

    private static void compare(String what, Row without, Row with, List<String> notes) {
        if (without.ours().isPresent() && with.ours().isPresent()) {
            McNemar test = McNemar.compare(without.ours().get(), with.ours().get());
            notes.add("%s: taste changes accuracy by %+.3f (exact McNemar test, %d songs lost, %d won: p = %.3f).".formatted(
                    what,
                    with.ours().get().accuracy() - without.ours().get().accuracy(),
                    test.onlyFirst(),
                    test.onlySecond(),
                    test.pValue()));
        }
    }
}
