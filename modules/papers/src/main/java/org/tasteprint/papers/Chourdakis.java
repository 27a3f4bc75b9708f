package org.tasteprint.papers;

import java.util.ArrayList;
import java.util.List;
import org.tasteprint.features.FeatureNames;
import org.tasteprint.features.Hop;
import org.tasteprint.genre.GenreSettings;
import org.tasteprint.genre.classifier.Calibration;
import org.tasteprint.genre.classifier.Fitting;
import org.tasteprint.genre.classifier.ReductionSettings.Pca;
import org.tasteprint.genre.classifier.XgBoost;
import org.tasteprint.genre.decision.SongDecision;
import org.tasteprint.papers.Laboratory.Protocol;

/**
 * musicnn's features of three seconds, a second apart, 128 principal components, boosted trees or an RBF SVM of C = 1; a song gets the
 * genre of most segments, or that of the highest mean probability.
 */
final class Chourdakis implements Paper {
    private static final int FOLDS = 5;

    /** Probabilities as the trees give them, as in the paper: calibrating takes three trainings more. */
    private static final Fitting AS_IT_IS = new Fitting(false, false, Calibration.NONE);

    @Override
    public String name() {
        return "chourdakis";
    }

    @Override
    public String citation() {
        return "E. T. Chourdakis: Report for a music genre classification assignment, 2020";
    }

    @Override
    public String dataset() {
        return "GTZAN, fault-filtered, 290 test songs";
    }

    @Override
    public List<Row> rows(Laboratory laboratory, List<String> notes) {
        Protocol protocol = laboratory.splitOrFolds(FOLDS);
        GenreSettings musicnn = laboratory.seeded(GenreSettings.of(List.of(FeatureNames.MUSICNN_MSD)), Hop.ONE_SECOND);
        GenreSettings tags = laboratory.seeded(
                GenreSettings.of(List.of(FeatureNames.MUSICNN_MSD + FeatureNames.TAGGRAM)).with(draft -> draft.reduction = new Pca(0)),
                Hop.ONE_SECOND);
        List<Row> rows = new ArrayList<>();
        rows.add(laboratory.row(
                "SVM", Published.accuracy(0.7860).withAreas(0.9740, 0.8822).took(280, 45.9), protocol, musicnn));
        rows.add(laboratory.row(
                "XGBoost", Published.accuracy(0.7826).withAreas(0.9707, 0.8861).took(26.2, 0.569), protocol,
                trees(musicnn)));
        rows.add(laboratory.row(
                "XGBoost, mean probability", Published.NOTHING, protocol,
                trees(musicnn).with(draft -> draft.decision = new SongDecision.Mean())));
        rows.add(laboratory.row(
                "ours: XGBoost on the tags", Published.NOTHING, protocol, trees(tags)));
        rows.add(laboratory.row("ours: SVM on the tags", Published.NOTHING, protocol, tags));
        notes.add("The paper's figure is of one split; seconds here are of all parts together, reading features included.");
        return rows;
    }

    private static GenreSettings trees(GenreSettings settings) {
        return settings.with(draft -> {
            draft.classifier = XgBoost.DEFAULT;
            draft.fitting = AS_IT_IS;
        });
    }
}
