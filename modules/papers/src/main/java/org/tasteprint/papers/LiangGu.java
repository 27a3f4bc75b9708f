package org.tasteprint.papers;

import java.util.ArrayList;
import java.util.List;
import org.tasteprint.features.FeatureNames;
import org.tasteprint.features.Hop;
import org.tasteprint.genre.GenreSettings;
import org.tasteprint.genre.classifier.Calibration;
import org.tasteprint.genre.classifier.FineTuned;
import org.tasteprint.genre.classifier.Fitting;
import org.tasteprint.genre.classifier.Knn;
import org.tasteprint.genre.classifier.ReductionSettings.Pca;
import org.tasteprint.genre.decision.SongDecision;
import org.tasteprint.papers.Laboratory.Protocol;

/**
 * A tagging network whose layer of tags becomes one of genres, trained from its weights on four segments of each song an epoch; against
 * nearest neighbours over the tags of two networks. Segments vote, and the paper suspects that those that are sure should vote alone.
 */
final class LiangGu implements Paper {
    private static final int FOLDS = 4;
    private static final int EPOCHS = 150;
    private static final List<String> TAGS = List.of(
            FeatureNames.MUSICNN_MTT + FeatureNames.TAGGRAM, FeatureNames.MUSICNN_MSD + FeatureNames.TAGGRAM);

    @Override
    public String name() {
        return "liang-gu";
    }

    @Override
    public String citation() {
        return "B. Liang, M. Gu: Music genre classification using transfer learning. IEEE MIPR, 2020";
    }

    @Override
    public String dataset() {
        return "private, 1100 songs of 11 genres, a quarter for evaluation";
    }

    @Override
    public List<Row> rows(Laboratory laboratory, List<String> notes) {
        Protocol protocol = laboratory.splitOrFolds(FOLDS);
        List<Row> rows = new ArrayList<>();
        GenreSettings tags = laboratory.seeded(GenreSettings.of(TAGS).with(draft -> draft.reduction = new Pca(0)), Hop.ONE_SECOND);
        rows.add(laboratory.row(
                "Features+KNN", Published.areas(0.6385, 0.1878), protocol,
                tags.with(draft -> {
                    draft.classifier = Knn.DEFAULT;
                    draft.fitting = new Fitting(false, laboratory.effort() != Effort.QUICK, Calibration.NONE);
                })));
        rows.add(tuned(laboratory, protocol, "CNN_MSD", Published.areas(0.9782, 0.8831), FeatureNames.MUSICNN_MSD, 0));
        rows.add(laboratory.row(
                "CNN_MSD, sure segments vote", Published.NOTHING, protocol,
                settings(laboratory, FeatureNames.MUSICNN_MSD, 0).with(draft -> draft.decision = SongDecision.Threshold.TO_BE_CHOSEN)));
        rows.add(tuned(laboratory, protocol, "CNN_MSD, dense layer too", Published.NOTHING, FeatureNames.MUSICNN_MSD, 1));
        rows.add(laboratory.onlyInFull("CNN_MSD, all layers", Published.NOTHING, () -> tuned(
                laboratory, protocol, "CNN_MSD, all layers", Published.NOTHING, FeatureNames.MUSICNN_MSD, 3)));
        rows.add(tuned(
                laboratory, protocol, "CNN_MSD_big", Published.areas(0.9799, 0.8938).withAccuracy(0.8836),
                FeatureNames.MUSICNN_MSD_BIG, 0));
        rows.forEach(row -> row.ours().ifPresent(report -> notes.add("%s, from segments to songs: %s.".formatted(row.system(), Row.decisions(report)))));
        notes.add("The layers below the named ones stay as they were learned, so that an epoch takes a fraction of a second; the "
                + "epoch of the lowest cost on a seventh of the training artists is kept, not that on the test songs. How sure a segment must be is "
                + "found on folds of the training songs.");
        return rows;
    }

    private static Row tuned(
            Laboratory laboratory, Protocol protocol, String system, Published published, String network, int unfreeze) {
        return laboratory.row(system, published, protocol, settings(laboratory, network, unfreeze));
    }

    private static GenreSettings settings(Laboratory laboratory, String network, int unfreeze) {
        FineTuned tuned = FineTuned.of(network, unfreeze, laboratory.epochs(EPOCHS, EPOCHS));
        return laboratory.seeded(GenreSettings.of(tuned), Hop.ONE_SECOND);
    }
}
