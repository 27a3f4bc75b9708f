package org.tasteprint.cli.app;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tasteprint.core.Embedding;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Provenance;
import org.tasteprint.core.Sha256;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.features.Hop;

/**
 * The vectors of one space: one a track, the mean of its segments. Features of networks are standardised over the catalogue,
 * because their raw cosines are ruled by the few dimensions with the largest mean; taste is left as it was learned, so that
 * user vectors live in the same space. Tracks are read in chunks, so memory does not grow with the catalogue.
 */
final class SpaceSource implements Iterable<Embedding> {
    private static final int CHUNK = 500;
    private final FeatureStore store;
    private final String feature;
    private final List<String> trackIds;
    private final double[] mean;
    private final double[] scale;

    private SpaceSource(FeatureStore store, String feature, List<String> trackIds, double[] mean, double[] scale) {
        this.store = store;
        this.feature = feature;
        this.trackIds = trackIds;
        this.mean = mean;
        this.scale = scale;
    }

    /** The source for a feature, or empty when no track has it. */
    static Optional<SpaceSource> of(FeatureStore store, String feature, List<String> trackIds, boolean asLearned) {
        List<String> present = trackIds.stream()
                .filter(id -> store.has(feature, Hop.THREE_SECONDS, id))
                .toList();
        if (present.isEmpty()) {
            return Optional.empty();
        }
        int dimensions = store.means(feature, Hop.THREE_SECONDS, present.subList(0, 1)).dimensions();
        double[] mean = new double[dimensions];
        double[] scale = new double[dimensions];
        Arrays.fill(scale, 1);
        SpaceSource source = new SpaceSource(store, feature, present, mean, scale);
        if (!asLearned) {
            source.standardise();
        }
        return Optional.of(source);
    }

    int dimensions() {
        return mean.length;
    }

    Provenance provenance() {
        return Provenance.now("every track", 0, Sha256.of(String.join("\n", trackIds)), Map.of("feature", feature));
    }

    @Override
    public Iterator<Embedding> iterator() {
        int chunks = (trackIds.size() + CHUNK - 1) / CHUNK;
        return IntStream.range(0, chunks).boxed().flatMap(this::chunk).iterator();
    }

    private Stream<Embedding> chunk(int chunk) {
        FeatureMatrix means = store.means(
                feature,
                Hop.THREE_SECONDS,
                trackIds.subList(chunk * CHUNK, Math.min(trackIds.size(), (chunk + 1) * CHUNK)));
        return IntStream.range(0, means.rows())
                .mapToObj(row -> new Embedding(means.trackIds().get(row), scaled(means.row(row))));
    }

    private float[] scaled(float[] vector) {
        for (int d = 0; d < vector.length; d++) {
            vector[d] = (float) ((vector[d] - mean[d]) * scale[d]);
        }
        return vector;
    }

    private void standardise() {
        double[] sums = new double[mean.length];
        double[] squares = new double[mean.length];
        for (Embedding embedding : this) {
            for (int d = 0; d < sums.length; d++) {
                sums[d] += embedding.vector()[d];
                squares[d] += (double) embedding.vector()[d] * embedding.vector()[d];
            }
        }
        int n = trackIds.size();
        for (int d = 0; d < sums.length; d++) {
            mean[d] = sums[d] / n;
            scale[d] = 1 / Math.sqrt(Math.max(squares[d] / n - mean[d] * mean[d], 1e-9));
        }
    }
}
