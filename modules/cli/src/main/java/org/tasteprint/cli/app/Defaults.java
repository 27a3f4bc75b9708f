package org.tasteprint.cli.app;

import java.util.List;
import java.util.stream.Stream;
import org.tasteprint.features.FeatureNames;
import org.tasteprint.nets.registry.ModelRegistry;

/** What is taken where the user names nothing: the musicnn networks where their weights are here, log-mel statistics otherwise. */
final class Defaults {
    private static final List<String> NETWORKS = List.of(FeatureNames.MUSICNN_MSD, FeatureNames.MUSICNN_MTT);
    private static final String WITHOUT_WEIGHTS = FeatureNames.LOG_MEL_STATS;

    private Defaults() {}

    /**
     * The features that taste and genre learn from: both networks' tags, which did best in folds by artist of the training
     * tracks, with few tracks to learn from and a fifteenth of the dimensions of their pools.
     */
    static List<String> learned(ModelRegistry registry) {
        return networksAreHere(registry)
                ? NETWORKS.stream().map(network -> network.concat(FeatureNames.TAGGRAM)).toList()
                : List.of(WITHOUT_WEIGHTS);
    }

    /** The features that a space of similar sound is built of, where they are extracted. */
    static List<String> spaces() {
        return Stream.concat(NETWORKS.stream(), Stream.of(WITHOUT_WEIGHTS)).toList();
    }

    /** The features that {@code extract} computes: everything that one pass of each network gives. */
    static List<String> extracted(ModelRegistry registry) {
        return networksAreHere(registry)
                ? NETWORKS.stream()
                        .flatMap(network -> Stream.of("", FeatureNames.MEAN, FeatureNames.PENULTIMATE, FeatureNames.TAGGRAM).map(network::concat))
                        .toList()
                : List.of(WITHOUT_WEIGHTS);
    }

    /** The network that tags files. */
    static String tagger(ModelRegistry registry) {
        return FeatureNames.MUSICNN_MSD;
    }

    static boolean networksAreHere(ModelRegistry registry) {
        return NETWORKS.stream().allMatch(network -> registry.cached(network).isPresent());
    }

    static List<String> networks() {
        return NETWORKS;
    }
}
