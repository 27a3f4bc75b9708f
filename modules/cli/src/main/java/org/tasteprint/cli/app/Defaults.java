package org.tasteprint.cli.app;

import java.util.List;
import java.util.stream.Stream;
import org.tasteprint.features.FeatureNames;
import org.tasteprint.nets.registry.ModelRegistry;

/**
 * What is taken where the user names nothing: the published musicnn networks where their weights are here, otherwise the network that
 * comes with the program and log-mel statistics.
 */
final class Defaults {
    private static final List<String> NETWORKS = List.of(FeatureNames.MUSICNN_MSD, FeatureNames.MUSICNN_MTT);
    private static final String SHIPPED = FeatureNames.MUSICNN_RENDERED;
    private static final String STATISTICS = FeatureNames.LOG_MEL_STATS;

    private Defaults() {}

    /**
     * The features that taste learns from. Of the published networks the last layer before MagnaTagATune's tags, from which likes
     * of unheard artists were told best in folds by artist.
     */
    static List<String> ofTaste(ModelRegistry registry) {
        return networksAreHere(registry)
                ? List.of(FeatureNames.MUSICNN_MTT + FeatureNames.PENULTIMATE)
                : List.of(SHIPPED, STATISTICS);
    }

    /**
     * The features that genre learns from. Of the published networks both tags, which did best in folds by artist of the
     * training tracks, with few tracks to learn from and a fifteenth of the dimensions of their pools.
     */
    static List<String> ofGenre(ModelRegistry registry) {
        return networksAreHere(registry)
                ? NETWORKS.stream().map(network -> network.concat(FeatureNames.TAGGRAM)).toList()
                : List.of(SHIPPED, STATISTICS);
    }

    /** The features that a space of similar sound is built of, where they are extracted. */
    static List<String> spaces() {
        return Stream.concat(NETWORKS.stream(), Stream.of(SHIPPED, STATISTICS)).toList();
    }

    /** The features that {@code extract} computes: everything that one pass of each network gives. */
    static List<String> extracted(ModelRegistry registry) {
        return networksAreHere(registry)
                ? NETWORKS.stream().flatMap(Defaults::outputs).toList()
                : Stream.concat(outputs(SHIPPED), Stream.of(STATISTICS)).toList();
    }

    private static Stream<String> outputs(String network) {
        return Stream.of("", FeatureNames.MEAN, FeatureNames.PENULTIMATE, FeatureNames.TAGGRAM).map(network::concat);
    }

    /** The network that tags files. */
    static String tagger(ModelRegistry registry) {
        String published = NETWORKS.getFirst();
        return registry.cached(published).isPresent() ? published : SHIPPED;
    }

    static boolean networksAreHere(ModelRegistry registry) {
        return NETWORKS.stream().allMatch(network -> registry.cached(network).isPresent());
    }

    /** The published networks. */
    static List<String> networks() {
        return NETWORKS;
    }
}
