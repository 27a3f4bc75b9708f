package org.tasteprint.cli.command;

import java.util.OptionalDouble;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.genre.classifier.ClassifierSettings;
import org.tasteprint.genre.classifier.Cnn;
import org.tasteprint.genre.classifier.Knn;
import org.tasteprint.genre.classifier.Mlp;
import org.tasteprint.genre.classifier.Svm;
import org.tasteprint.genre.classifier.XgBoost;
import org.tasteprint.nets.sequence.FrameNetwork;
import picocli.CommandLine.Option;

/** Which classifier, and its parameters. */
final class ClassifierOptions {
    /** What decides over extracted features. */
    enum Classifier {
        SVM,
        KNN,
        XGBOOST,
        MLP,
        CNN,
        CNN_LSTM {
            @Override
            public String toString() {
                return "cnn-lstm";
            }
        }
    }

    @Option(names = "--classifier", defaultValue = "svm", paramLabel = "svm|knn|xgboost|mlp|cnn|cnn-lstm", description = "Support vector machines, nearest neighbours, boosted trees, a perceptron; or convolutions over the frames of one of mel128, mfcc, chroma-cens, …, and an LSTM after them (default: ${DEFAULT-VALUE}).")
    private Classifier classifier;

    @Option(names = "--grid", description = "With svm, knn and xgboost: search the parameters below on folds of the training songs, grouped by artist.")
    private boolean grid;

    @Option(names = "-C", defaultValue = "1", paramLabel = "C", description = "svm: its penalty (default: ${DEFAULT-VALUE}).")
    private double penalty;

    @Option(names = "--gamma", defaultValue = "scale", paramLabel = "scale|GAMMA", description = "svm: of its kernel; scale is 1 / (columns x variance of all values), as in scikit-learn (default: ${DEFAULT-VALUE}).")
    private String gamma;

    @Option(names = "--neighbours", defaultValue = "5", paramLabel = "K", description = "knn: how many vote (default: ${DEFAULT-VALUE}).")
    private int neighbours;

    @Option(names = "--metric", defaultValue = "euclidean", paramLabel = "euclidean|cosine|manhattan", description = "knn: what near means, in standardised features (default: ${DEFAULT-VALUE}).")
    private Knn.Metric metric;

    @Option(names = "--vote-weights", defaultValue = "uniform", paramLabel = "uniform|distance", description = "knn: whether the nearer count more (default: ${DEFAULT-VALUE}).")
    private Knn.VoteWeights voteWeights;

    @Option(names = "--rounds", defaultValue = "100", paramLabel = "N", description = "xgboost: trees of each genre (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--depth", defaultValue = "6", paramLabel = "N", description = "xgboost: depth of a tree, at most (default: ${DEFAULT-VALUE}).")
    private int depth;

    @Option(names = "--eta", defaultValue = "0.3", paramLabel = "ETA", description = "xgboost: how much of each tree's correction is taken (default: ${DEFAULT-VALUE}).")
    private double eta;

    @Option(names = "--hidden", defaultValue = "256", paramLabel = "N", description = "mlp: units of its hidden layer (default: ${DEFAULT-VALUE}).")
    private int hidden;

    @Option(names = "--dropout", defaultValue = "0", paramLabel = "SHARE", description = "mlp: of the hidden units that training leaves out at a time; Ghosal and Kolekar take 0.25 (default: ${DEFAULT-VALUE}).")
    private double dropout;

    @Option(names = "--members", defaultValue = "5", paramLabel = "N", description = "mlp: perceptrons that say their mean, each from weights of its own (default: ${DEFAULT-VALUE}).")
    private int members;

    @Option(names = "--pooling", defaultValue = "max", paramLabel = "max|average", description = "cnn and cnn-lstm: what pools make of frames (default: ${DEFAULT-VALUE}).")
    private FrameNetwork.Pooling pooling;

    @Option(names = "--epochs", defaultValue = "150", paramLabel = "N", description = "mlp, cnn, cnn-lstm, and with --network: at most so many (default: ${DEFAULT-VALUE}; training stops when songs held out gain nothing).")
    private int epochs;

    ClassifierSettings settings() {
        ClassifierSettings settings = switch (classifier) {
            case SVM -> new Svm(penalty, gammaValue());
            case KNN -> new Knn(neighbours, metric, voteWeights);
            case XGBOOST -> new XgBoost(rounds, depth, eta);
            case CNN -> Cnn.of(pooling, false, epochs);
            case CNN_LSTM -> Cnn.of(pooling, true, epochs);
            case MLP -> new Mlp(
                    hidden, epochs, Mlp.DEFAULT.patience(), Mlp.DEFAULT.learningRate(), Mlp.DEFAULT.penalty(), dropout, members);
        };
        if (grid && !(settings instanceof ClassifierSettings.OfRows ofRows && ofRows.grid().size() > 1)) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT, "--grid searches parameters of svm, knn and xgboost: leave it out");
        }
        return settings;
    }

    boolean grid() {
        return grid;
    }

    int epochs() {
        return epochs;
    }

    private OptionalDouble gammaValue() {
        if (gamma.equals("scale")) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Double.parseDouble(gamma));
        } catch (NumberFormatException e) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT, "--gamma is 'scale' or a positive number, and is '%s'".formatted(gamma), e);
        }
    }
}
