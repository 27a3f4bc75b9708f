package org.tasteprint.genre;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.features.Granularity;
import org.tasteprint.genre.classifier.ClassifierSettings;
import org.tasteprint.genre.classifier.Cnn;
import org.tasteprint.genre.classifier.Fitting;
import org.tasteprint.genre.classifier.ReductionSettings;
import org.tasteprint.genre.classifier.ReductionSettings.Pca;
import org.tasteprint.genre.classifier.Svm;
import org.tasteprint.genre.decision.SongDecision;

/**
 * How a genre model is made.
 *
 * @param features    names of the features that are put side by side, at least one, none twice
 * @param weights     by what the standardised columns of a feature are multiplied, above 0; 1 where nothing is said. The shorter a feature is,
 *     the less it counts in distances: 40 columns of taste beside 210 of sound some 16 %
 * @param granularity what is classified: segments, which then decide about their song, or songs, by the means of their
 *     features over the song. What is known of the whole song alone, as taste is, weighs more among means than among segments
 * @param classifier  what decides about a segment or a song
 * @param fitting     how the classifier is fitted
 * @param reduction   onto which directions the standardised features are turned. A network that learns song by song takes
 *     the features as they are, whatever this says
 * @param decision    how the segments of a song decide about it
 * @param seed        seed of everything random
 * @param hop         distance between segments, as {@code extract --hop} spells it: {@code 1s} or {@code 3s}
 * @param split       the split that {@link GenreTrainer} trains on, or empty for every track that has a genre
 */
public record GenreSettings(
        List<String> features,
        Map<String, Double> weights,
        Granularity granularity,
        ClassifierSettings classifier,
        Fitting fitting,
        ReductionSettings reduction,
        SongDecision decision,
        long seed,
        String hop,
        String split) {
    public GenreSettings {
        features = List.copyOf(features);
        weights = Collections.unmodifiableMap(new TreeMap<>(weights));
        requireNonNull(granularity, "granularity is null");
        requireNonNull(classifier, "classifier is null");
        requireNonNull(fitting, "fitting is null");
        requireNonNull(reduction, "reduction is null");
        requireNonNull(decision, "decision is null");
        requireNonNull(hop, "hop is null");
        requireNonNull(split, "split is null");
        if (features.isEmpty()) {
            throw invalid("name at least one feature: --features musicnn-msd");
        }
        if (new HashSet<>(features).size() < features.size()) {
            throw invalid("a feature is named twice in %s: name each once".formatted(String.join(",", features)));
        }
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
            if (!features.contains(weight.getKey())) {
                throw invalid("%s has a weight and is not among the features %s".formatted(weight.getKey(), String.join(",", features)));
            }
            if (!(weight.getValue() > 0 && weight.getValue() < Double.POSITIVE_INFINITY)) {
                throw invalid("a weight must be above 0; %s=%s".formatted(weight.getKey(), weight.getValue()));
            }
        }
        if (!weights.isEmpty() && !(classifier instanceof ClassifierSettings.OfRows)) {
            throw invalid("a network weighs its features itself: leave weights out");
        }
        if (classifier instanceof Cnn && features.size() > 1) {
            throw invalid("a network over frames takes one feature, and %s are %d: name one, for example mel128"
                    .formatted(String.join(",", features), features.size()));
        }
        if (granularity == Granularity.TRACK && !(classifier instanceof ClassifierSettings.OfRows)) {
            throw invalid("a network learns from the segments of a song, not from their mean: classify per segment");
        }
        if (decision instanceof SongDecision.Neighbours && !(classifier instanceof ClassifierSettings.OfRows)) {
            throw invalid("the neighbours of segments are found among rows that a classifier learns in memory, and a network learns "
                    + "song by song: choose another decision than knn");
        }
    }

    /** The paper's settings for these features: an SVM over 128 components of features every 3 seconds, on split train. */
    public static GenreSettings of(List<String> features) {
        return new GenreSettings(
                features, Map.of(), Granularity.SEGMENT, Svm.DEFAULT, Fitting.DEFAULT, new Pca(Pca.DEFAULT), SongDecision.DEFAULT, 0, "3s", "train");
    }

    /** A network to be fine-tuned, on segments every 3 seconds of split train. */
    public static GenreSettings of(ClassifierSettings.Tuned network) {
        return new GenreSettings(
                network.features(), Map.of(), Granularity.SEGMENT, network, Fitting.DEFAULT, new Pca(0), SongDecision.DEFAULT, 0, "3s", "train");
    }

    /** Everything by name, as evaluations keep it. */
    public Map<String, String> asText() {
        Map<String, String> text = new TreeMap<>(classifier.asText());
        text.putAll(fitting.asText());
        text.putAll(decision.asText());
        text.put("features", String.join(",", features));
        text.put("weights", weightsText());
        text.put("per", granularityText());
        text.put("reduction", reduction.text());
        text.put("seed", Long.toString(seed));
        text.put("hop", hop);
        text.put("split", split);
        return text;
    }

    /** The same but for what is changed: {@code settings.with(draft -> draft.seed = 2)}. */
    public GenreSettings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new GenreSettings(
                draft.features,
                draft.weights,
                draft.granularity,
                draft.classifier,
                draft.fitting,
                draft.reduction,
                draft.decision,
                draft.seed,
                draft.hop,
                draft.split);
    }

    /** Settings that are being changed. */
    public static final class Draft {
        public List<String> features;
        public Map<String, Double> weights;
        public Granularity granularity;
        public ClassifierSettings classifier;
        public Fitting fitting;
        public ReductionSettings reduction;
        public SongDecision decision;
        public long seed;
        public String hop;
        public String split;

        private Draft(GenreSettings from) {
            features = from.features;
            weights = from.weights;
            granularity = from.granularity;
            classifier = from.classifier;
            fitting = from.fitting;
            reduction = from.reduction;
            decision = from.decision;
            seed = from.seed;
            hop = from.hop;
            split = from.split;
        }
    }

    /** The weights in the words of the command line; empty where all features weigh 1. */
    String weightsText() {
        return weights.entrySet().stream().map(weight -> weight.getKey() + "=" + weight.getValue()).collect(Collectors.joining(","));
    }

    /**
     * What each column is multiplied by.
     *
     * @param widths how many columns each feature has
     */
    double[] columnWeights(List<Integer> widths) {
        return IntStream.range(0, features.size())
                .boxed()
                .flatMapToDouble(feature -> DoubleStream.generate(() -> weights.getOrDefault(features.get(feature), 1.0)).limit(widths.get(feature)))
                .toArray();
    }

    /** What is classified, in the words of the command line. */
    String granularityText() {
        return granularity.name().toLowerCase(Locale.ROOT);
    }

    /** Whether a segment is cut out of frames, and large. */
    boolean readsFrames() {
        return classifier instanceof ClassifierSettings.OfSongs network && network.readsFrames();
    }

    private static TasteprintException invalid(String message) {
        return new TasteprintException(Kind.INVALID_INPUT, message);
    }
}
