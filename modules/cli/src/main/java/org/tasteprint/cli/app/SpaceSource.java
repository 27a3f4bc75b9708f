package org.tasteprint.cli.app;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tasteprint.core.Embedding;
import org.tasteprint.core.FeatureMatrix;
import org.tasteprint.core.Track;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.features.Hop;
import org.tasteprint.index.Point;
import org.tasteprint.index.Preprocessing;
import org.tasteprint.index.SpaceDefinition;

/**
 * The vectors of one space: one a track, the mean of its segments. Features of networks are standardised over the catalogue,
 * because their raw cosines are ruled by the few dimensions with the largest mean; taste is left as it was learned, so that
 * user vectors live in the same space. Tracks are read in chunks, so memory does not grow with the catalogue.
 */
final class SpaceSource implements Iterable<Point> {
    private static final int CHUNK = 500;
    private final FeatureStore store;
    private final String feature;
    private final Map<String, Track> tracks;
    private final List<String> trackIds;
    private final int dimensions;
    private final Preprocessing preprocessing;
    private final HeardTags tags;

    private SpaceSource(
            FeatureStore store, HeardTags tags, String feature, Map<String, Track> tracks, int dimensions, Preprocessing preprocessing) {
        this.store = store;
        this.tags = tags;
        this.feature = feature;
        this.tracks = tracks;
        this.trackIds = List.copyOf(tracks.keySet());
        this.dimensions = dimensions;
        this.preprocessing = preprocessing;
    }

    /** The source for a feature, or empty when no track has it. */
    static Optional<SpaceSource> of(FeatureStore store, HeardTags tags, String feature, List<Track> catalogue, boolean asLearned) {
        SpaceSource source = present(store, tags, feature, catalogue, Preprocessing.NONE);
        if (source.trackIds.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(asLearned ? source : source.with(source.standardisation()));
    }

    /** The source of some tracks for a space that is there already, with that space's preprocessing. */
    static SpaceSource present(
            FeatureStore store, HeardTags tags, String feature, List<Track> tracks, Preprocessing preprocessing) {
        Map<String, Track> present = new LinkedHashMap<>();
        tracks.stream()
                .filter(track -> store.has(feature, Hop.THREE_SECONDS, track.id()))
                .forEach(track -> present.put(track.id(), track));
        int dimensions = present.isEmpty()
                ? 0
                : store.means(feature, Hop.THREE_SECONDS, List.of(present.keySet().iterator().next())).dimensions();
        return new SpaceSource(store, tags, feature, present, dimensions, preprocessing);
    }

    private SpaceSource with(Preprocessing other) {
        return new SpaceSource(store, tags, feature, tracks, dimensions, other);
    }

    /**
     * What is to be built.
     *
     * @param model what makes the vectors
     */
    SpaceDefinition definition(SpaceModel model) {
        return SpaceDefinition.of(feature, dimensions, model.provenance(trackIds)).with(preprocessing);
    }

    @Override
    public Iterator<Point> iterator() {
        return rows().map(row -> new Point(
                        row.id(), preprocessing.apply(row.vector()), TrackAttributes.of(tracks.get(row.id()), tags.telling(row.id()))))
                .iterator();
    }

    /** As they are extracted. */
    private Stream<Embedding> rows() {
        int chunks = (trackIds.size() + CHUNK - 1) / CHUNK;
        return IntStream.range(0, chunks).boxed().flatMap(this::chunk);
    }

    private Stream<Embedding> chunk(int chunk) {
        FeatureMatrix means = store.means(
                feature,
                Hop.THREE_SECONDS,
                trackIds.subList(chunk * CHUNK, Math.min(trackIds.size(), (chunk + 1) * CHUNK)));
        return IntStream.range(0, means.rows()).mapToObj(row -> new Embedding(means.trackIds().get(row), means.row(row)));
    }

    private Preprocessing standardisation() {
        double[] sums = new double[dimensions];
        double[] squares = new double[dimensions];
        rows().forEach(row -> {
            for (int d = 0; d < dimensions; d++) {
                sums[d] += row.vector()[d];
                squares[d] += (double) row.vector()[d] * row.vector()[d];
            }
        });
        float[] mean = new float[dimensions];
        float[] scale = new float[dimensions];
        int n = trackIds.size();
        for (int d = 0; d < dimensions; d++) {
            double average = sums[d] / n;
            mean[d] = (float) average;
            scale[d] = (float) (1 / Math.sqrt(Math.max(squares[d] / n - average * average, 1e-9)));
        }
        return new Preprocessing(mean, scale);
    }
}
