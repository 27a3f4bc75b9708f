package org.tasteprint.cli.app;

import java.util.List;
import java.util.Map;
import org.tasteprint.features.Granularity;
import org.tasteprint.features.Hop;
import org.tasteprint.genre.classifier.ClassifierSettings;
import org.tasteprint.genre.classifier.Fitting;
import org.tasteprint.genre.classifier.ReductionSettings;
import org.tasteprint.genre.classifier.ReductionSettings.Lda;
import org.tasteprint.genre.classifier.ReductionSettings.Pca;
import org.tasteprint.genre.classifier.Svm;
import org.tasteprint.genre.decision.SongDecision;

/**
 * What the user asks of a genre classifier.
 *
 * @param features    names of the features to join, none for the default
 * @param weights     how much features weigh that do not weigh 1
 * @param granularity what is classified: segments, or songs
 * @param classifier  what decides
 * @param fitting     how it is fitted
 * @param reduction   onto which directions features are turned first
 * @param decision    how segments decide about their song
 * @param seed        seed of everything random
 * @param hop         which of the extracted windows
 */
public record GenreRequest(
        List<String> features,
        Map<String, Double> weights,
        Granularity granularity,
        ClassifierSettings classifier,
        Fitting fitting,
        ReductionSettings reduction,
        SongDecision decision,
        long seed,
        Hop hop) {
    /** The default classifier over these features. */
    public static GenreRequest of(List<String> features, long seed) {
        return new GenreRequest(
                features, Map.of(), Granularity.SEGMENT, Svm.DEFAULT, Fitting.DEFAULT, Lda.DEFAULT, SongDecision.DEFAULT, seed, Hop.THREE_SECONDS);
    }

    /** A network to be fine-tuned; it decides itself which features it needs. */
    public static GenreRequest of(ClassifierSettings.Tuned network, Fitting fitting, SongDecision decision, long seed, Hop hop) {
        return new GenreRequest(network.features(), Map.of(), Granularity.SEGMENT, network, fitting, new Pca(0), decision, seed, hop);
    }
}
