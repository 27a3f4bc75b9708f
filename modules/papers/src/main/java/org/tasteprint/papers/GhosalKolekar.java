package org.tasteprint.papers;

import java.util.ArrayList;
import java.util.List;
import org.tasteprint.features.FeatureNames;
import org.tasteprint.features.Hop;
import org.tasteprint.genre.GenreEvaluation.Grouping;
import org.tasteprint.genre.GenreSettings;
import org.tasteprint.papers.Laboratory.Protocol;

/**
 * Small networks over nine features of sound, perceptrons over their averages and over a transferred vector, and the vote of all, in
 * ten plain folds.
 */
final class GhosalKolekar implements Paper {
    private static final int FOLDS = 10;

    @Override
    public String name() {
        return "ghosal-kolekar";
    }

    @Override
    public String citation() {
        return "D. Ghosal, M. H. Kolekar: Music genre recognition using deep neural networks and transfer learning. Interspeech, 2018";
    }

    @Override
    public String dataset() {
        return "GTZAN, 1000 tracks, 10 folds, artists on both sides";
    }

    @Override
    public List<Row> rows(Laboratory laboratory, List<String> notes) {
        Protocol protocol = laboratory.folds(FOLDS, Grouping.NONE);
        GenreSettings averaged = settings(laboratory, FeatureNames.AVERAGED);
        GenreSettings transferred = settings(laboratory, FeatureNames.CHOI_160);
        List<Row> rows = new ArrayList<>();
        rows.add(laboratory.row("SVM, averaged features", Published.NOTHING, protocol, averaged));
        rows.add(laboratory.row("SVM, transfer learning features", Published.NOTHING, protocol, transferred));
        rows.add(laboratory.vote("vote of the perceptrons", Published.NOTHING, rows.subList(0, 2)));
        rows.add(laboratory.stack("ours: stacking", protocol, List.of(averaged, transferred)));
        notes.add("Folds are stratified by genre and not grouped by artist, as in the paper: artists are on both sides, which flatters.");
        notes.add("The averages have 358 dimensions, as the paper's own list adds up; it says 342.");
        return rows;
    }

    private static GenreSettings settings(Laboratory laboratory, String feature) {
        return laboratory.seeded(GenreSettings.of(List.of(feature)), Hop.THREE_SECONDS);
    }
}
