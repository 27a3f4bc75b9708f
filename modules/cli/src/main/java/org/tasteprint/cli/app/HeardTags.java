package org.tasteprint.cli.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.features.FeatureNames;
import org.tasteprint.features.Hop;
import org.tasteprint.taste.TrackTags;

/** Tags of tracks, out of the taggrams that are in the store: a published network's, or else those of the one that comes along. */
final class HeardTags implements TrackTags {
    private static final List<String> NETWORKS = List.of(FeatureNames.MUSICNN_MSD, FeatureNames.MUSICNN_MTT, FeatureNames.MUSICNN_RENDERED);

    /** A track has its likeliest tags, of which a network is at least this sure on average over the track: it is sure of few. */
    private static final double SURE = 0.1;

    private static final int MOST = 8;

    private final Workspace workspace;

    HeardTags(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Map<String, Double> of(String trackId) {
        for (String network : NETWORKS) {
            for (Hop hop : List.of(Hop.THREE_SECONDS, Hop.ONE_SECOND)) {
                Optional<FeatureMatrix> taggram = workspace.features().read(network + FeatureNames.TAGGRAM, hop, trackId);
                List<String> names = workspace.registry().model(network).tags();
                if (taggram.isPresent() && taggram.get().rows() > 0 && taggram.get().row(0).length == names.size()) {
                    return means(taggram.get(), names);
                }
            }
        }
        return Map.of();
    }

    /** The tags by which filters find a track; none where no taggram is extracted. */
    Set<String> telling(String trackId) {
        return of(trackId).entrySet().stream()
                .filter(tag -> tag.getValue() >= SURE)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(MOST)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<String, Double> means(FeatureMatrix taggram, List<String> names) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (int tag = 0; tag < names.size(); tag++) {
            double sum = 0;
            for (int window = 0; window < taggram.rows(); window++) {
                sum += taggram.row(window)[tag];
            }
            means.put(names.get(tag), sum / taggram.rows());
        }
        return means;
    }
}
