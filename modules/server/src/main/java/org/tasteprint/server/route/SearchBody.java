package org.tasteprint.server.route;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.catalog.Interaction;
import org.tasteprint.index.query.Filter;
import org.tasteprint.index.query.Query;
import org.tasteprint.index.query.Seed;
import org.tasteprint.index.query.Years;
import org.tasteprint.server.http.BadParameterException;

/** A query as clients send it; what is absent is null here, and not asked for. */
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
    private static final int MOST_SEEDS = 100;
    private static final int MOST_RESULTS = 1000;
    private static final int DEFAULT_RESULTS = 10;

    /** A track or a direction, and how strongly it pulls: pushes where negative. */
    record SeedBody(String trackId, float[] vector, Double weight) {
        Seed seed() {
            double pull = weight == null ? 1 : weight;
            if (pull == 0 || !Double.isFinite(pull)) {
                throw new BadParameterException("weight", String.valueOf(weight), "must be a number other than 0");
            }
            if ((trackId == null) == (vector == null)) {
                throw BadParameterException.saying("seeds", "a seed must have either track_id or vector");
            }
            return trackId == null ? new Seed.OfVector(vector, pull) : new Seed.OfId(trackId, pull);
        }
    }

    /** Which tracks may be answered; of several names in one list any will do. */
    record FilterBody(
            List<String> genres,
            List<String> artists,
            List<String> albums,
            List<String> tags,
            Integer fromYear,
            Integer toYear,
            String folder,
            List<String> onlyTracks,
            List<String> withoutTracks,
            List<String> withoutArtists,
            String likedBy,
            String unheardBy) {
        Filter filter(Catalog catalog) {
            int from = fromYear == null ? Years.ANY.from() : fromYear;
            int to = toYear == null ? Years.ANY.to() : toYear;
            if (from > to) {
                throw new BadParameterException("from_year", Integer.toString(from), "must not be after to_year, which is " + to);
            }
            Set<String> without = new HashSet<>(names(withoutTracks));
            if (unheardBy != null) {
                catalog.interactionsOf(unheardBy).forEach(heard -> without.add(heard.trackId()));
            }
            return new Filter(
                    names(genres),
                    names(artists),
                    names(albums),
                    names(tags),
                    new Years(from, to),
                    folder == null ? "" : folder,
                    only(catalog),
                    without,
                    names(withoutArtists));
        }

        private Optional<Set<String>> only(Catalog catalog) {
            Optional<Set<String>> named = Optional.ofNullable(onlyTracks).map(Set::copyOf);
            if (likedBy == null) {
                return named;
            }
            Set<String> liked = catalog.interactionsOf(likedBy).stream()
                    .filter(Interaction::liked)
                    .map(Interaction::trackId)
                    .filter(id -> named.isEmpty() || named.get().contains(id))
                    .collect(Collectors.toSet());
            return Optional.of(liked);
        }

        private static Set<String> names(List<String> list) {
            return list == null ? Set.of() : Set.copyOf(list);
        }
    }

    /** The query, checked. */
    Query query(Catalog catalog) {
        if (seeds == null || seeds.isEmpty() || seeds.size() > MOST_SEEDS) {
            throw BadParameterException.saying("seeds", "seeds must have 1 to %d entries".formatted(MOST_SEEDS));
        }
        List<Seed> all = seeds.stream().map(SeedBody::seed).toList();
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
