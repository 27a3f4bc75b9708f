package org.tasteprint.cli.app;

import java.util.List;
import org.tasteprint.features.Hop;
import org.tasteprint.genre.classifier.ClassifierSettings;
import org.tasteprint.genre.classifier.ClassifierSettings.FineTuned;
import org.tasteprint.genre.classifier.ClassifierSettings.Svm;
import org.tasteprint.genre.classifier.ReductionSettings;
import org.tasteprint.genre.classifier.ReductionSettings.Pca;

/**
 * What the user asks of a genre classifier.
 *
 * @param features   names of the features to join, none for the default
 * @param classifier what decides
 * @param reduction  onto which directions features are turned first
 * @param seed       seed of everything random
 * @param hop        which of the extracted windows
 */
public record GenreRequest(
        List<String> features, ClassifierSettings classifier, ReductionSettings reduction, long seed, Hop hop) {
    /** The default classifier over these features. */
    public static GenreRequest of(List<String> features, long seed) {
        return new GenreRequest(
                features, new Svm(Svm.DEFAULT_C), new Pca(Pca.DEFAULT), seed, Hop.THREE_SECONDS);
    }

    /** A network to be fine-tuned; it decides itself which features it needs. */
    public static GenreRequest of(FineTuned network, long seed, Hop hop) {
        return new GenreRequest(network.features(), network, new Pca(0), seed, hop);
    }
}
