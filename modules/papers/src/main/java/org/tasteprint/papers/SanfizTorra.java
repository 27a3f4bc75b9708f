package org.tasteprint.papers;

import java.util.ArrayList;
import java.util.List;
import org.tasteprint.features.FeatureNames;
import org.tasteprint.features.Hop;
import org.tasteprint.genre.GenreSettings;
import org.tasteprint.genre.classifier.Calibration;
import org.tasteprint.genre.classifier.FineTuned;
import org.tasteprint.genre.classifier.Fitting;
import org.tasteprint.genre.classifier.TunedTagger;
import org.tasteprint.genre.decision.SongDecision;
import org.tasteprint.papers.Laboratory.Protocol;

/**
 * A pretrained tagging network as a fixed extractor with a new classifier, or tuned from the top. A song is cut into frames: each
 * teaches, and each has its say, the mean of which decides. Geometric mean and neighbours are what the slides leave for the future.
 */
final class SanfizTorra implements Paper {
    private static final int FOLDS = 5;
    private static final int EPOCHS = 60;

    @Override
    public String name() {
        return "sanfiz-torra";
    }

    @Override
    public String citation() {
        return "A. Jiménez Sanfiz, F. J. Torra: Music genre classification using deep neural networks (slides), 2016";
    }

    @Override
    public String dataset() {
        return "GTZAN, about 0.78; own set of 300 songs";
    }

    @Override
    public List<Row> rows(Laboratory laboratory, List<String> notes) {
        Protocol protocol = laboratory.splitOrFolds(FOLDS);
        List<Row> rows = new ArrayList<>();
        rows.add(fixed(laboratory, protocol, "Choi's CNN, fixed", Published.accuracy(0.78), FeatureNames.CHOI_CNN));
        rows.add(fixed(laboratory, protocol, "Choi's CRNN, fixed", Published.NOTHING, FeatureNames.CHOI_CRNN));
        rows.add(fixed(laboratory, protocol, "ours: Choi's transfer network, fixed", Published.NOTHING, FeatureNames.CHOI_160));
        rows.add(laboratory.row(
                "Choi's CNN, fixed, geometric mean of frames", Published.NOTHING, protocol,
                fixed(laboratory, FeatureNames.CHOI_CNN, new SongDecision.Geometric())));
        rows.add(laboratory.row(
                "Choi's CNN, fixed, neighbours of frames decide", Published.NOTHING, protocol,
                fixed(laboratory, FeatureNames.CHOI_CNN, SongDecision.Neighbours.DEFAULT)));
        rows.add(laboratory.row(
                "ours: musicnn's tags, neighbours of frames decide", Published.NOTHING, protocol,
                laboratory.seeded(GenreSettings.of(List.of(FeatureNames.MUSICNN_MSD + FeatureNames.TAGGRAM)), Hop.ONE_SECOND)
                        .with(draft -> draft.decision = SongDecision.Neighbours.DEFAULT)));
        rows.add(choi(laboratory, protocol, "Choi's CNN, new classifier", false));
        rows.add(choi(laboratory, protocol, "Choi's CNN, last layer of filters tuned too", true));
        rows.add(tuned(laboratory, protocol, "musicnn, new classifier", 0));
        rows.add(tuned(laboratory, protocol, "musicnn, dense layer tuned too", 1));
        rows.forEach(row -> row.ours().ifPresent(report -> notes.add("%s, from frames to songs: %s.".formatted(row.system(), Row.decisions(report)))));
        notes.add("Frames are excerpts of 29 seconds for Choi's networks and of 3 seconds, a second apart, for musicnn. "
                + "Layers below those named stay as they were learned.");
        return rows;
    }

    private static Row fixed(
            Laboratory laboratory, Protocol protocol, String system, Published published, String feature) {
        return laboratory.row(system, published, protocol, fixed(laboratory, feature, new SongDecision.Mean()));
    }

    private static GenreSettings fixed(Laboratory laboratory, String feature, SongDecision decision) {
        return laboratory.seeded(GenreSettings.of(List.of(feature)), Hop.THREE_SECONDS).with(draft -> draft.decision = decision);
    }

    private static Row choi(Laboratory laboratory, Protocol protocol, String system, boolean withLastLayer) {
        TunedTagger settings = TunedTagger.of(withLastLayer, laboratory.epochs(EPOCHS, EPOCHS));
        return laboratory.row(
                system, Published.NOTHING, protocol,
                meanOfFrames(laboratory.seeded(GenreSettings.of(settings), Hop.THREE_SECONDS)));
    }

    private static Row tuned(Laboratory laboratory, Protocol protocol, String system, int unfreeze) {
        FineTuned settings = FineTuned.of(FeatureNames.MUSICNN_MSD, unfreeze, laboratory.epochs(EPOCHS, EPOCHS));
        return laboratory.row(
                system, Published.NOTHING, protocol, meanOfFrames(laboratory.seeded(GenreSettings.of(settings), Hop.ONE_SECOND)));
    }

    /** Probabilities as the network gives them: curves fitted to the few songs that it holds out would decide worse. */
    private static GenreSettings meanOfFrames(GenreSettings settings) {
        return settings.with(draft -> {
            draft.decision = new SongDecision.Mean();
            draft.fitting = new Fitting(false, false, Calibration.NONE);
        });
    }
}
