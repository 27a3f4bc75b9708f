package org.tasteprint.genre.classifier;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.features.FeatureNames;
import org.tasteprint.nets.musicnn.MusicnnBlock.Stage;
import org.tasteprint.nets.sequence.FrameNetwork;

/** What decides about a segment, and its parameters. Each kind is trained by its own trainer into its own {@link SegmentClassifier}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClassifierSettings.Svm.class, name = "svm"),
    @JsonSubTypes.Type(value = ClassifierSettings.Knn.class, name = "knn"),
    @JsonSubTypes.Type(value = ClassifierSettings.XgBoost.class, name = "xgboost"),
    @JsonSubTypes.Type(value = ClassifierSettings.Mlp.class, name = "mlp"),
    @JsonSubTypes.Type(value = ClassifierSettings.Cnn.class, name = "cnn"),
    @JsonSubTypes.Type(value = ClassifierSettings.FineTuned.class, name = "fine-tuned")
})
public sealed interface ClassifierSettings {
    /** Every parameter by name, as a model's provenance keeps it. */
    Map<String, String> asText();

    /** Classifiers that learn from rows in memory, reduced and standardised. {@link ClassifierTrainer} trains them. */
    sealed interface OfRows extends ClassifierSettings {
        /** What a grid search tries, in the order of preference among equals; only these settings where there is nothing to search. */
        default List<OfRows> grid() {
            return List.of(this);
        }
    }

    /** Networks that learn song by song, from features read when they are needed. */
    sealed interface OfSongs extends ClassifierSettings {
        /** The most epochs there are. */
        int epochs();

        /** Epochs without a lower cost on the songs held out after which training ends. */
        int patience();

        /** Songs whose segments make a step. */
        int songsOfABatch();

        /** Segments of a song that an epoch sees, spread over the song. */
        int segmentsOfASong();

        /** Whether its rows are cut out of frames: each is some hundred times as large as other rows. */
        boolean readsFrames();
    }

    /**
     * One support vector machine with an RBF kernel for each pair of labels; every pair votes.
     *
     * @param c     penalty of a training row on the wrong side of the margin
     * @param gamma of the kernel {@code exp(-gamma |x - y|²)}; empty: 1 / (columns × variance of all training values), which
     *     scikit-learn calls {@code scale}
     */
    record Svm(double c, OptionalDouble gamma) implements OfRows {
        /** The usual penalty, and the gamma that follows the data's spread. */
        public static final Svm DEFAULT = new Svm(1, OptionalDouble.empty());

        private static final double[] CS = {1, 0.3, 3, 10};

        /** Around what {@code scale} gives of 50 to 128 standardised columns, which it tries first. */
        private static final double[] GAMMAS = {0.003, 0.01, 0.03};

        public Svm {
            requirePositive("c", c);
            gamma.ifPresent(value -> requirePositive("gamma", value));
        }

        @Override
        public List<OfRows> grid() {
            List<OfRows> grid = new ArrayList<>();
            for (double penalty : CS) {
                grid.add(new Svm(penalty, OptionalDouble.empty()));
                for (double width : GAMMAS) {
                    grid.add(new Svm(penalty, OptionalDouble.of(width)));
                }
            }
            return grid;
        }

        @Override
        public Map<String, String> asText() {
            return Map.of(
                    "classifier", "svm",
                    "c", Double.toString(c),
                    "gamma", gamma.isPresent() ? Double.toString(gamma.getAsDouble()) : "scale");
        }
    }

    /**
     * The labels of the nearest training rows vote.
     *
     * @param k      how many of them
     * @param metric what near means
     * @param weights how much a vote counts
     */
    record Knn(int k, Metric metric, VoteWeights weights) implements OfRows {
        /** The usual number of neighbours. */
        public static final Knn DEFAULT = new Knn(5, Metric.EUCLIDEAN, VoteWeights.UNIFORM);

        private static final int[] KS = {1, 3, 5, 9, 15, 25, 45, 75};

        /** How far two rows are apart; columns are standardised before. */
        public enum Metric {
            /** Root of the sum of squared differences. */
            EUCLIDEAN,
            /** 1 less the cosine of the angle between the rows. */
            COSINE,
            /** Sum of absolute differences. */
            MANHATTAN
        }

        /** How much a neighbour's vote counts. */
        public enum VoteWeights {
            /** All alike. */
            UNIFORM,
            /** The reciprocal of its distance. */
            DISTANCE
        }

        public Knn {
            if (k < 1) {
                throw invalid("k must be positive; k=" + k);
            }
            requireNonNull(metric, "metric is null");
            requireNonNull(weights, "weights is null");
        }

        @Override
        public List<OfRows> grid() {
            List<OfRows> grid = new ArrayList<>();
            for (Metric distance : Metric.values()) {
                for (VoteWeights vote : VoteWeights.values()) {
                    for (int neighbours : KS) {
                        grid.add(new Knn(neighbours, distance, vote));
                    }
                }
            }
            return grid;
        }

        @Override
        public Map<String, String> asText() {
            return Map.of(
                    "classifier", "knn",
                    "k", Integer.toString(k),
                    "metric", metric.name().toLowerCase(Locale.ROOT),
                    "vote_weights", weights.name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * Boosted trees (Chen and Guestrin, "XGBoost: a scalable tree boosting system", 2016) with a softmax over labels.
     *
     * @param rounds trees of each label
     * @param depth  of a tree, at most
     * @param eta    how much of a tree's correction is taken, above 0 to 1
     */
    record XgBoost(int rounds, int depth, double eta) implements OfRows {
        /** The library's defaults, with which Chourdakis (2020) trained. */
        public static final XgBoost DEFAULT = new XgBoost(100, 6, 0.3);

        public XgBoost {
            if (rounds < 1 || depth < 1) {
                throw invalid("rounds and depth must be positive; rounds=%d, depth=%d".formatted(rounds, depth));
            }
            if (!(eta > 0 && eta <= 1)) {
                throw invalid("eta must be above 0 and at most 1; eta=" + eta);
            }
        }

        @Override
        public List<OfRows> grid() {
            return List.of(
                    this,
                    new XgBoost(100, 3, 0.3),
                    new XgBoost(300, 3, 0.1),
                    new XgBoost(100, 6, 0.1),
                    new XgBoost(300, 6, 0.1));
        }

        @Override
        public Map<String, String> asText() {
            return Map.of(
                    "classifier", "xgboost",
                    "rounds", Integer.toString(rounds),
                    "depth", Integer.toString(depth),
                    "eta", Double.toString(eta));
        }
    }

    /**
     * A perceptron with one hidden layer of ReLU units, 25 % dropout and a softmax (Ghosal and Kolekar, "Music genre recognition
     * using deep neural networks and transfer learning", 2018), learned by Adam. How many epochs are best is found on songs of artists
     * that are held out; then it learns so long from all.
     *
     * @param hidden       units of the hidden layer
     * @param epochs       the most there are
     * @param patience     epochs without a lower cost on the songs held out after which the search ends
     * @param learningRate of Adam
     */
    record Mlp(int hidden, int epochs, int patience, double learningRate) implements OfRows {
        /** The paper's hidden layer. */
        public static final Mlp DEFAULT = new Mlp(256, 150, 15, 1e-3);

        public Mlp {
            if (hidden < 1) {
                throw invalid("hidden must be positive; hidden=" + hidden);
            }
            requireEpochs(epochs, patience);
            requirePositive("learningRate", learningRate);
        }

        @Override
        public Map<String, String> asText() {
            return Map.of(
                    "classifier", "mlp",
                    "hidden", Integer.toString(hidden),
                    "epochs_at_most", Integer.toString(epochs),
                    "patience", Integer.toString(patience),
                    "learning_rate", Double.toString(learningRate));
        }
    }

    /**
     * A {@link FrameNetwork} over one feature whose rows are frames, such as {@code mel128} (Ghosal and Kolekar 2018). A song is
     * one example, or, where it is longer than half a minute, one for each half minute.
     *
     * @param pooling      what its pools make of frames
     * @param recurrent    whether an LSTM stands in place of the last pool
     * @param epochs       the most there are
     * @param patience     epochs without a lower cost on songs held out after which training ends
     * @param learningRate of Adam
     */
    record Cnn(FrameNetwork.Pooling pooling, boolean recurrent, int epochs, int patience, double learningRate) implements OfSongs {
        private static final int PATIENCE = 15;

        /** Half minutes of a song that an epoch sees, at most. */
        private static final int WINDOWS = 4;

        public Cnn {
            requireNonNull(pooling, "pooling is null");
            requireEpochs(epochs, patience);
            requirePositive("learningRate", learningRate);
        }

        /** The paper's network, with its optimiser's usual step. */
        public static Cnn of(FrameNetwork.Pooling pooling, boolean recurrent, int epochs) {
            return new Cnn(pooling, recurrent, epochs, PATIENCE, 1e-3);
        }

        /** The network itself. */
        FrameNetwork network() {
            return new FrameNetwork(pooling, recurrent);
        }

        @Override
        public int songsOfABatch() {
            return 16;
        }

        @Override
        public int segmentsOfASong() {
            return WINDOWS;
        }

        @Override
        public boolean readsFrames() {
            return true;
        }

        @Override
        public Map<String, String> asText() {
            return Map.of(
                    "classifier", recurrent ? "cnn-lstm" : "cnn",
                    "pooling", pooling.name().toLowerCase(Locale.ROOT),
                    "epochs_at_most", Integer.toString(epochs),
                    "patience", Integer.toString(patience),
                    "learning_rate", Double.toString(learningRate));
        }
    }

    /**
     * A pretrained musicnn whose layer of tags is replaced by one of genres, trained from the pretrained weights (Liang and Gu,
     * "Music genre classification using transfer learning", 2019): every epoch draws four segments of each song, and the
     * weights of the epoch with the lowest cost on songs held out are kept.
     *
     * @param network      the pretrained network, for example {@code musicnn-msd}
     * @param unfreeze     how many stages below the layer of genres are trained too, from the top: 0 none, 1 the dense layer, 2 also the
     *     middle, 3 all
     * @param epochs       the most there are
     * @param patience     epochs without a lower cost after which training ends
     * @param learningRate of Adam
     */
    record FineTuned(String network, int unfreeze, int epochs, int patience, double learningRate) implements OfSongs {
        /** The paper's number of epochs. */
        public static final int DEFAULT_EPOCHS = 150;

        private static final int PATIENCE = 15;

        public FineTuned {
            if (unfreeze < 0 || unfreeze >= Stage.values().length) {
                throw invalid("unfreeze must be from 0 to %d; unfreeze=%d".formatted(Stage.values().length - 1, unfreeze));
            }
            requireEpochs(epochs, patience);
            requirePositive("learningRate", learningRate);
        }

        /** Up to so many epochs, with steps that are the smaller, the more of the pretrained weights they change. */
        public static FineTuned of(String network, int unfreeze, int epochs) {
            return new FineTuned(network, unfreeze, epochs, PATIENCE, unfreeze == 0 ? 1e-3 : unfreeze == 1 ? 3e-4 : 1e-4);
        }

        /** The lowest stage that is trained. */
        Stage firstTrained() {
            return Stage.values()[Stage.values().length - 1 - unfreeze];
        }

        /** Whether it needs the spectrogram rather than what the frozen stages make of it. */
        @Override
        public boolean readsFrames() {
            return firstTrained().compareTo(Stage.MIDDLE) <= 0;
        }

        /** The activations of a whole network in training take 60 MB a segment. */
        @Override
        public int songsOfABatch() {
            return firstTrained() == Stage.FRONT_END ? 2 : readsFrames() ? 8 : 16;
        }

        /** Four, as in the paper. */
        @Override
        public int segmentsOfASong() {
            return 4;
        }

        /** The features that are the input of the lowest trained stage. */
        public List<String> features() {
            return switch (firstTrained()) {
                case TAGS -> List.of(network + FeatureNames.PENULTIMATE);
                case DENSE -> List.of(network, network + FeatureNames.MEAN);
                case MIDDLE, FRONT_END -> List.of(FeatureNames.LOG_MEL);
            };
        }

        @Override
        public Map<String, String> asText() {
            return Map.of(
                    "classifier", "fine-tuned",
                    "network", network,
                    "unfreeze", Integer.toString(unfreeze),
                    "epochs_at_most", Integer.toString(epochs),
                    "patience", Integer.toString(patience),
                    "learning_rate", Double.toString(learningRate));
        }
    }

    private static void requireEpochs(int epochs, int patience) {
        if (epochs < 1 || patience < 1) {
            throw invalid("epochs and patience must be positive; epochs=%d, patience=%d".formatted(epochs, patience));
        }
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw invalid("%s must be a positive number; %s=%s".formatted(name, name, value));
        }
    }

    private static TasteprintException invalid(String message) {
        return new TasteprintException(Kind.INVALID_INPUT, message);
    }
}
