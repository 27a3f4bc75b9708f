package org.tasteprint.server.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.index.VectorSpace;
import org.tasteprint.index.query.Filter;
import org.tasteprint.index.query.Query;
import org.tasteprint.index.query.Seed;
import org.tasteprint.server.http.BadParameterException;
import org.tasteprint.server.http.Parameters;

/** A query as clients send it, in a body or as parameters; what is absent is null here, and not asked for. */
record SearchBody(
        String space,
        Integer k,
        List<SeedBody> seeds,
        FilterBody filter,
        Boolean withoutSeedArtists,
        Integer maxPerArtist,
        Integer maxPerAlbum,
        Double duplicateFrom,
        Double diversity,
        Boolean fewerHubs) {
    /** Asks for nothing but what is near. */
    static final SearchBody PLAIN = new SearchBody(null, null, null, null, null, null, null, null, null, null);

    private static final int MOST_SEEDS = 100;
    private static final int MOST_RESULTS = 1000;
    private static final int DEFAULT_RESULTS = 10;
    private static final List<String> RULES = List.of(
            "k", "space", "without_seed_artists", "max_per_artist", "max_per_album", "duplicate_from", "diversity", "fewer_hubs");

    /** The parameters that {@link #of} knows. */
    static final String[] PARAMETERS = Stream.concat(RULES.stream(), FilterBody.PARAMETERS.stream()).toArray(String[]::new);

    /** A track, a direction or a listener, and how strongly it pulls: pushes where negative. */
    record SeedBody(String trackId, float[] vector, String userId, Double weight) {
        static SeedBody of(String trackId) {
            return new SeedBody(trackId, null, null, null);
        }

        static SeedBody of(float[] vector) {
            return new SeedBody(null, vector, null, null);
        }

        private Seed seed(VectorSpace space, SeedVectors vectors) {
            double pull = weight == null ? 1 : weight;
            if (pull == 0 || !Double.isFinite(pull)) {
                throw new BadParameterException("weight", String.valueOf(weight), "must be a number other than 0");
            }
            if (Stream.of(trackId, vector, userId).filter(Objects::nonNull).count() != 1) {
                throw BadParameterException.saying("seeds", "a seed must have either track_id or vector or user_id");
            }
            if (trackId != null) {
                return new Seed.OfId(trackId, pull);
            }
            return new Seed.OfVector(vector == null ? vectors.ofListener(space, userId) : vector, pull);
        }
    }

    /** The query for the neighbours of one track that parameters make. */
    static SearchBody of(String trackId, Parameters query) {
        return new SearchBody(
                query.text("space"),
                query.number("k", 1, 100, DEFAULT_RESULTS),
                List.of(SeedBody.of(trackId)),
                FilterBody.of(query),
                query.flag("without_seed_artists"),
                query.number("max_per_artist", 0, 100, 0),
                query.number("max_per_album", 0, 100, 0),
                query.share("duplicate_from", 1),
                query.share("diversity", 0),
                query.flag("fewer_hubs"));
    }

    /** This, with more seeds. */
    SearchBody with(List<SeedBody> more) {
        List<SeedBody> all = new ArrayList<>(seeds == null ? List.of() : seeds);
        all.addAll(more);
        return new SearchBody(
                space, k, all, filter, withoutSeedArtists, maxPerArtist, maxPerAlbum, duplicateFrom, diversity, fewerHubs);
    }

    /** The query, checked, for the space that it is put to. */
    Query query(Catalog catalog, VectorSpace asked, SeedVectors vectors) {
        if (seeds == null || seeds.isEmpty() || seeds.size() > MOST_SEEDS || seeds.stream().anyMatch(Objects::isNull)) {
            throw BadParameterException.saying("seeds", "seeds must have 1 to %d entries".formatted(MOST_SEEDS));
        }
        List<Seed> all = seeds.stream().map(seed -> seed.seed(asked, vectors)).toList();
        if (all.stream().noneMatch(seed -> seed.weight() > 0)) {
            throw BadParameterException.saying("seeds", "one seed at least must have a positive weight");
        }
        return new Query(
                all,
                in("k", k == null ? DEFAULT_RESULTS : k, 1, MOST_RESULTS),
                filter == null ? Filter.NONE : filter.filter(catalog),
                Boolean.TRUE.equals(withoutSeedArtists),
                in("max_per_artist", maxPerArtist == null ? 0 : maxPerArtist, 0, MOST_RESULTS),
                in("max_per_album", maxPerAlbum == null ? 0 : maxPerAlbum, 0, MOST_RESULTS),
                share("duplicate_from", duplicateFrom == null ? 1 : duplicateFrom),
                share("diversity", diversity == null ? 0 : diversity),
                Boolean.TRUE.equals(fewerHubs));
    }

    private static int in(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new BadParameterException(name, Integer.toString(value), "must be a whole number in %d..%d".formatted(low, high));
        }
        return value;
    }

    private static double share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new BadParameterException(name, Double.toString(value), "must be a number in 0..1");
        }
        return value;
    }
}
