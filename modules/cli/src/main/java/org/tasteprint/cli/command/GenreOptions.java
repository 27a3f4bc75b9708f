package org.tasteprint.cli.command;

import java.util.List;
import java.util.Map;
import org.tasteprint.cli.app.GenreWork;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.features.Granularity;
import org.tasteprint.features.Hop;
import org.tasteprint.genre.GenreSettings;
import org.tasteprint.genre.classifier.Calibration;
import org.tasteprint.genre.classifier.ClassifierSettings;
import org.tasteprint.genre.classifier.FineTuned;
import org.tasteprint.genre.classifier.Fitting;
import org.tasteprint.genre.classifier.ReductionSettings;
import org.tasteprint.genre.classifier.ReductionSettings.Lda;
import org.tasteprint.genre.classifier.ReductionSettings.Pca;
import org.tasteprint.genre.classifier.TunedTagger;
import org.tasteprint.genre.decision.SongDecision;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What training and cross-validating genre have in common. */
final class GenreOptions {
    /** How much rows of rare labels count. */
    enum ClassWeights {
        NONE,
        BALANCED
    }

    @Option(names = "--features", split = ",", paramLabel = "NAME", description = "Features to join (default: the tags of both published musicnn networks, else musicnn-rendered and logmel-stats; and taste where it is trained).")
    private List<String> features = List.of();

    @Option(names = "--weights", split = ",", paramLabel = "NAME=WEIGHT", description = "What the standardised columns of a feature are multiplied by, for example taste=2 (default: 1 each; taste beside sound on discriminants 0.1).")
    private Map<String, Double> weights = Map.of();

    @Option(names = "--per", defaultValue = "segment", paramLabel = "segment|track", description = "What is classified: each segment, and then they decide about their song, or each song as a whole, by the means of its features (default: ${DEFAULT-VALUE}).")
    private Granularity granularity;

    @Mixin
    private ClassifierOptions classifier;

    @Option(names = "--network", paramLabel = "NAME", description = "Fine-tune this pretrained network (musicnn-msd, musicnn-mtt, …, or choi-cnn) instead: its layer of tags becomes one of genres.")
    private String network;

    @Option(names = "--unfreeze", defaultValue = "0", paramLabel = "N", description = "With --network: also train 1 the dense layer, 2 the middle too, 3 the whole network; of choi-cnn, 1 the last layer of filters (default: ${DEFAULT-VALUE}, the new layer alone).")
    private int unfreeze;

    @ArgGroup
    private Reduction reduction = new Reduction();

    /** One way or the other. */
    static final class Reduction {
        @Option(names = "--pca", paramLabel = "N", description = "Turn the features onto so many principal components instead; the papers keep 128 (0 = leave them as they are).")
        private Integer pca;

        @Option(names = "--lda", arity = "0..1", fallbackValue = "0.03", paramLabel = "SHRINKAGE|auto", description = "Turn the features onto Fisher's discriminants first, one fewer than genres, with this shrinkage, or one found on folds of the training songs (default, with 0.03).")
        private String lda;

        ReductionSettings settings() {
            return pca != null ? new Pca(pca) : lda != null ? lda(lda) : Lda.DEFAULT;
        }
    }

    private static ReductionSettings lda(String shrinkage) {
        if (shrinkage.equals("auto")) {
            return new ReductionSettings.LdaToBeChosen();
        }
        try {
            return new Lda(Double.parseDouble(shrinkage));
        } catch (NumberFormatException e) {
            throw new TasteprintException(Kind.INVALID_INPUT, "--lda is 'auto' or a number above 0, and is '%s'".formatted(shrinkage), e);
        }
    }

    @Option(names = "--class-weights", defaultValue = "none", paramLabel = "none|balanced", description = "balanced: songs of rare genres count more in training, so that all genres count alike (default: ${DEFAULT-VALUE}).")
    private ClassWeights classWeights;

    @Option(names = "--calibration", defaultValue = "platt", paramLabel = "none|platt|isotonic", description = "How probabilities are made to mean what they say, by folds of the training songs (default: ${DEFAULT-VALUE}).")
    private Calibration calibration;

    @Option(names = "--decision", defaultValue = "vote", paramLabel = "vote|mean|geometric|threshold|knn", description = "How segments decide about their song: most votes, mean or geometric mean of probabilities, votes of those that are sure (how sure is found on folds of the training songs), or their nearest training segments (default: ${DEFAULT-VALUE}).")
    private String decision;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Seed of everything random (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--hop", defaultValue = "3s", converter = HopConverter.class, paramLabel = "1s|3s", description = "Which of the extracted windows (default: ${DEFAULT-VALUE}).")
    private Hop hop;

    /** What the options say of a classifier that {@code genres} is to train. */
    GenreSettings settings(GenreWork genres) {
        GenreSettings settings = network == null ? ofFeatures(genres) : ofNetwork();
        return settings.with(draft -> {
            draft.fitting = new Fitting(classWeights == ClassWeights.BALANCED, classifier.grid(), calibration);
            draft.decision = SongDecision.parse(decision);
            draft.seed = seed;
            draft.hop = hop.text();
        });
    }

    private GenreSettings ofFeatures(GenreWork genres) {
        return genres.settings(features).with(draft -> {
            draft.granularity = granularity;
            draft.classifier = classifier.settings();
            draft.reduction = reduction.settings();
            draft.weights = weights.isEmpty() ? GenreWork.weights(draft.features, draft.classifier, draft.reduction) : weights;
        });
    }

    private GenreSettings ofNetwork() {
        if (!features.isEmpty()) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT, "--network knows which features it needs: leave --features out");
        }
        if (granularity == Granularity.TRACK || !weights.isEmpty()) {
            throw new TasteprintException(Kind.INVALID_INPUT, "--network learns from segments and weighs them itself: leave --per and --weights out");
        }
        return GenreSettings.of(tuned());
    }

    private ClassifierSettings.Tuned tuned() {
        if (!network.equals(TunedTagger.NETWORK)) {
            return FineTuned.of(network, unfreeze, classifier.epochs());
        }
        if (unfreeze > 1) {
            throw new TasteprintException(Kind.INVALID_INPUT, "of %s, --unfreeze 1 trains the last layer of filters, and no more can be".formatted(network));
        }
        return TunedTagger.of(unfreeze == 1, classifier.epochs());
    }
}
