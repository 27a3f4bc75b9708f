package org.tasteprint.cli.app;

import java.util.List;
import org.tasteprint.nets.ModelRegistry;

/** What is taken where the user names nothing: the musicnn networks where their weights are here, log-mel statistics otherwise. */
final class Defaults {
    private static final List<String> NETWORKS = List.of("musicnn-msd", "musicnn-mtt");
    private static final String WITHOUT_WEIGHTS = "logmel-stats";

    private Defaults() {}

    /** The features that stand for a track's sound: inputs of the taste tower and the genre classifier, spaces of the index. */
    static List<String> sound(ModelRegistry registry) {
        return networksAreHere(registry) ? NETWORKS : List.of(WITHOUT_WEIGHTS);
    }

    /** The features that {@code extract} computes: everything that one pass of each network gives. */
    static List<String> extracted(ModelRegistry registry) {
        return networksAreHere(registry)
                ? NETWORKS.stream()
                        .flatMap(network -> List.of("", "-mean", "-penultimate", "-taggram").stream().map(network::concat))
                        .toList()
                : List.of(WITHOUT_WEIGHTS);
    }

    static boolean networksAreHere(ModelRegistry registry) {
        return NETWORKS.stream().allMatch(network -> registry.cached(network).isPresent());
    }

    static List<String> networks() {
        return NETWORKS;
    }
}
