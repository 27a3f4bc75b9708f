package org.tasteprint.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tasteprint.features.FeatureNames;
import org.tasteprint.features.Hop;
import org.tasteprint.genre.GenreEvaluation.Grouping;
import org.tasteprint.genre.GenreSettings;
import org.tasteprint.genre.classifier.Calibration;
import org.tasteprint.genre.classifier.ClassifierSettings;
import org.tasteprint.genre.classifier.Cnn;
import org.tasteprint.genre.classifier.Fitting;
import org.tasteprint.genre.classifier.Mlp;
import org.tasteprint.genre.classifier.ReductionSettings.Pca;
import org.tasteprint.nets.sequence.FrameNetwork.Pooling;
import org.tasteprint.papers.Laboratory.Protocol;

/**
 * Small convolutional networks over nine features of sound, perceptrons over their averages and over a transferred vector, and the vote of
 * all, in ten plain folds.
 */
final class GhosalKolekar implements Paper {
    private static final int FOLDS = 10;
    private static final int EPOCHS = 60;
    private static final int USUAL_FOLDS = 2;
    private static final int USUAL_EPOCHS = 8;

    /** The paper's first table: a feature, and what each of {@link #NETWORKS} reaches with it, in per cent. */
    private record Feature(String name, double... published) {}

    private static final List<Feature> FEATURES = List.of(
            new Feature("mel128", 83.0, 73.6, 82.5, 75.7),
            new Feature("mfcc", 80.2, 79.0, 81.6, 80.5),
            new Feature("mfcc-delta", 70.4, 77.2, 74.5, 77.0),
            new Feature("mfcc-delta2", 72.1, 72.9, 72.1, 76.5),
            new Feature("chroma-cens", 45.7, 34.5, 43.0, 36.2),
            new Feature("chroma-cqt", 60.0, 49.4, 57.5, 45.6),
            new Feature("chroma-stft", 62.8, 52.5, 63.4, 53.7),
            new Feature("tonnetz", 50.2, 53.5, 51.0, 55.8),
            new Feature("tempogram", 41.5, 42.0, 41.6, 43.3));

    /** A network and what the vote of all of its kind and the perceptrons reaches, in per cent. */
    private record Network(String name, Pooling pooling, boolean recurrent, double published) {}

    private static final List<Network> NETWORKS = List.of(
            new Network("CNN max", Pooling.MAX, false, 93.6),
            new Network("CNN max LSTM", Pooling.MAX, true, 91.5),
            new Network("CNN average", Pooling.AVERAGE, false, 94.2),
            new Network("CNN average LSTM", Pooling.AVERAGE, true, 91.4));

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
        Protocol ten = laboratory.folds(FOLDS, FOLDS, Grouping.NONE);
        Protocol ofNetworks = laboratory.folds(FOLDS, USUAL_FOLDS, Grouping.NONE);
        int epochs = laboratory.epochs(EPOCHS, USUAL_EPOCHS);
        GenreSettings averaged = settings(laboratory, FeatureNames.AVERAGED, Mlp.OF_THE_PAPER);
        GenreSettings transferred = settings(laboratory, FeatureNames.CHOI_160, Mlp.OF_THE_PAPER);
        List<Row> perceptrons = perceptrons(laboratory, ten, averaged, transferred);
        // Who votes must have judged the same songs by the same folds.
        List<Row> voters = ten.name().equals(ofNetworks.name()) ? perceptrons : perceptrons(laboratory, ofNetworks, averaged, transferred);
        List<Row> rows = new ArrayList<>(perceptrons);
        for (int n = 0; n < NETWORKS.size(); n++) {
            Network network = NETWORKS.get(n);
            Cnn cnn = Cnn.of(network.pooling(), network.recurrent(), epochs);
            List<Row> singles = new ArrayList<>();
            for (Feature feature : laboratory.effort() == Effort.QUICK ? FEATURES.subList(7, 8) : FEATURES) {
                singles.add(laboratory.row(
                        network.name() + ", " + feature.name(),
                        Published.accuracy(feature.published()[n] / 100),
                        ofNetworks,
                        settings(laboratory, feature.name(), cnn)));
            }
            rows.addAll(singles);
            rows.add(laboratory.vote(
                    "vote: " + network.name() + " & MLP",
                    Published.accuracy(network.published() / 100),
                    Stream.concat(singles.stream(), voters.stream()).toList()));
        }
        rows.add(laboratory.vote("ours: vote of the perceptrons", Published.NOTHING, perceptrons));
        rows.add(laboratory.stack("ours: perceptrons, stacked", ten, List.of(averaged, transferred)));
        rows.add(laboratory.row(
                "ours: five perceptrons, transfer features", Published.NOTHING, ten,
                settings(laboratory, FeatureNames.CHOI_160, Mlp.DEFAULT)));
        notes.add("Folds are stratified by genre and not grouped by artist, as in the paper: artists are on both sides, which flatters.");
        notes.add(("The averages have 358 dimensions, as the paper's own list adds up; it says 342. It does not say how long it trains: networks "
                + "%d epochs at most here, the best of which is found on a part of the training songs.").formatted(epochs));
        if (laboratory.effort() == Effort.USUAL) {
            notes.add("The convolutional networks learn from %d folds and %d epochs here, not %d and %d: --full takes all night."
                    .formatted(USUAL_FOLDS, USUAL_EPOCHS, FOLDS, EPOCHS));
        }
        return rows;
    }

    private static List<Row> perceptrons(Laboratory laboratory, Protocol protocol, GenreSettings averaged, GenreSettings transferred) {
        return List.of(
                laboratory.row("MLP, averaged signal features", Published.accuracy(0.771), protocol, averaged),
                laboratory.row("MLP, transfer learning features", Published.accuracy(0.855), protocol, transferred));
    }

    private static GenreSettings settings(Laboratory laboratory, String feature, ClassifierSettings classifier) {
        return laboratory.seeded(GenreSettings.of(List.of(feature)), Hop.THREE_SECONDS)
                .with(draft -> {
                    draft.reduction = new Pca(0);
                    draft.fitting = new Fitting(false, false, Calibration.NONE);
                    draft.classifier = classifier;
                });
    }
}
