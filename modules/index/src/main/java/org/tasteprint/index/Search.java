package org.tasteprint.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.core.Vectors;
import org.tasteprint.index.query.Attributes;
import org.tasteprint.index.query.Filter;
import org.tasteprint.index.query.Query;
import org.tasteprint.index.query.Seed;
import org.tasteprint.index.ranking.Candidate;
import org.tasteprint.index.ranking.Selection;

/**
 * Answers a query out of one version. Where the query has rules for the list as a whole, more candidates are fetched than it wants,
 * and more still as long as the rules leave too few of them.
 */
final class Search {
    /** Candidates for each point that is wanted, and at least, where the list has rules. */
    private static final int CANDIDATES_EACH = 5;

    private static final int LEAST_CANDIDATES = 100;

    private final OpenVersion version;
    private final Query query;
    private final Set<Integer> seedDocuments = new HashSet<>();
    private final List<float[]> seedPoints = new ArrayList<>();
    private final float[] direction;
    private final Filter filter;

    private Search(OpenVersion version, Query query) throws IOException {
        this.version = version;
        this.query = query;
        this.direction = direction();
        this.filter = query.withoutSeedArtists() ? withoutSeedArtists() : query.filter();
    }

    static List<Neighbour> answer(OpenVersion version, Query query) throws IOException {
        return new Search(version, query).answer();
    }

    private List<Neighbour> answer() throws IOException {
        boolean ruled = Selection.looksAtVectors(query)
                || query.fewerHubs()
                || query.maxPerArtist() > 0
                || query.maxPerAlbum() > 0;
        if (!ruled) {
            return neighbours(withoutSeeds(version.nearest(direction, query.count() + seedDocuments.size(), filter)));
        }
        for (long asked = Math.max(LEAST_CANDIDATES, (long) CANDIDATES_EACH * query.count()); ; asked *= 4) {
            int k = (int) Math.min(asked + seedDocuments.size(), version.size());
            List<Hit> hits = version.nearest(direction, k, filter);
            List<Candidate> candidates = candidates(withoutSeeds(hits));
            List<Candidate> chosen = Selection.of(query, seedPoints, candidates);
            if (chosen.size() == query.count() || hits.size() < k || k == version.size()) {
                return chosen.stream().map(c -> new Neighbour(c.id(), c.similarity())).toList();
            }
        }
    }

    private List<Hit> withoutSeeds(List<Hit> hits) {
        return seedDocuments.isEmpty()
                ? hits
                : hits.stream().filter(hit -> !seedDocuments.contains(hit.document())).toList();
    }

    private List<Neighbour> neighbours(List<Hit> hits) throws IOException {
        List<Neighbour> neighbours = new ArrayList<>();
        for (Hit hit : hits.subList(0, Math.min(query.count(), hits.size()))) {
            neighbours.add(new Neighbour(version.id(hit.document()), hit.similarity()));
        }
        neighbours.sort(Neighbour.NEAREST_FIRST);
        return neighbours;
    }

    private List<Candidate> candidates(List<Hit> hits) throws IOException {
        boolean vectors = Selection.looksAtVectors(query) || query.fewerHubs();
        boolean names = query.maxPerArtist() > 0 || query.maxPerAlbum() > 0;
        List<Candidate> candidates = new ArrayList<>();
        for (Hit hit : hits) {
            candidates.add(new Candidate(
                    version.id(hit.document()),
                    hit.similarity(),
                    hit.similarity(),
                    vectors ? version.vector(hit.document()) : new float[0],
                    names ? version.attributes(hit.document()) : Attributes.NONE));
        }
        return query.fewerHubs() ? version.proximity().ranked(direction, candidates) : candidates;
    }

    /** The weighted sum of the seeds' directions, scaled to length 1. */
    private float[] direction() throws IOException {
        int dimensions = version.info().dimensions();
        String name = version.info().name();
        float[] sum = new float[dimensions];
        for (Seed seed : query.seeds()) {
            float[] unit = switch (seed) {
                case Seed.OfId point -> point(point.id());
                case Seed.OfVector any -> Directions.unit(any.vector(), dimensions, "the query of space " + name);
            };
            for (int d = 0; d < dimensions; d++) {
                sum[d] += (float) (seed.weight() * unit[d]);
            }
        }
        if (Vectors.norm(sum) < 1e-6) {
            throw new TasteprintException(
                    Kind.INVALID_INPUT, "the seeds cancel each other out: give one of them another weight");
        }
        return query.seeds().size() == 1 && query.seeds().getFirst().weight() == 1 ? sum : Vectors.normalized(sum);
    }

    private float[] point(String id) throws IOException {
        int document = version.existing(id);
        float[] unit = version.vector(document);
        seedDocuments.add(document);
        seedPoints.add(unit);
        return unit;
    }

    private Filter withoutSeedArtists() throws IOException {
        Set<String> artists = new HashSet<>(query.filter().withoutArtists());
        for (int document : seedDocuments) {
            artists.add(version.attributes(document).artist());
        }
        artists.removeIf(String::isBlank);
        return query.filter().withoutArtists(artists);
    }
}
