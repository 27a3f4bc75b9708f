package org.tasteprint.cli.app;

import java.util.List;
import org.tasteprint.features.Hop;
import org.tasteprint.genre.ClassifierKind;
import org.tasteprint.genre.GenreSettings;

/**
 * What the user asks of a genre classifier.
 *
 * @param features   names of the features to join, none for the default
 * @param classifier name of the classifier
 * @param pca        dimensions after PCA
 * @param penalty    the SVM's C
 * @param seed       seed of everything random
 * @param hop        which of the extracted windows
 */
public record GenreRequest(
        List<String> features, String classifier, int pca, double penalty, long seed, Hop hop) {
    /** The default classifier over these features. */
    public static GenreRequest of(List<String> features, long seed) {
        return new GenreRequest(
                features, ClassifierKind.SVM.toString(), GenreSettings.DEFAULT_PCA, GenreSettings.DEFAULT_C, seed, Hop.THREE_SECONDS);
    }
}
