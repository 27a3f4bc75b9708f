package org.tasteprint.index.query;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * A question to a space: the points nearest to the weighted sum of the seeds' directions, under a filter and under rules for the
 * list as a whole.
 *
 * <pre>{@code
 * Query.near("001").minus("007", 0.5).count(20)
 *         .where(Filter.NONE.genres(Set.of("jazz")).years(new Years(1955, 1965)))
 *         .maxPerArtist(2).diversity(0.3)
 *         .build()
 * }</pre>
 *
 * @param seeds              at least one, of which one at least has a positive weight
 * @param count              how many points at most, at least 1
 * @param filter             which points may be answered; points that are seeds never are
 * @param withoutSeedArtists whether the artists of the seeds are left out too
 * @param maxPerArtist       how many points of one artist at most; 0 for any number
 * @param maxPerAlbum        how many points of one album of one artist at most; 0 for any number
 * @param duplicateFrom      the similarity, in 0..1, from which two points are one recording, of which the first alone is answered;
 *                           1 answers both
 * @param diversity          1 − λ of maximal marginal relevance (Carbonell and Goldstein 1998), in 0..1: 0 ranks by nearness alone,
 *                           1 by unlikeness to what stands above alone
 * @param fewerHubs          whether points that are near to everything step back: ranks by mutual proximity (Schnitzer, Flexer, Schedl
 *                           and Widmer 2012) instead of by cosine
 */
public record Query(
        List<Seed> seeds,
        int count,
        Filter filter,
        boolean withoutSeedArtists,
        int maxPerArtist,
        int maxPerAlbum,
        double duplicateFrom,
        double diversity,
        boolean fewerHubs) {
    public Query {
        seeds = List.copyOf(seeds);
        requireNonNull(filter, "filter is null");
        if (seeds.stream().noneMatch(seed -> seed.weight() > 0)) {
            throw new IllegalArgumentException("seeds must have one at least that pulls; seeds=" + seeds);
        }
        if (count < 1) {
            throw new IllegalArgumentException("count must be positive; count=" + count);
        }
        if (maxPerArtist < 0 || maxPerAlbum < 0) {
            throw new IllegalArgumentException(
                    "caps must not be negative; maxPerArtist=%d, maxPerAlbum=%d".formatted(maxPerArtist, maxPerAlbum));
        }
        requireShare("duplicateFrom", duplicateFrom);
        requireShare("diversity", diversity);
    }

    /** Begins a query for the neighbours of a point. */
    public static Builder near(String id) {
        return new Builder(new Seed.OfId(id, 1));
    }

    /** Begins a query for the neighbours of a direction. */
    public static Builder near(float[] vector) {
        return new Builder(new Seed.OfVector(vector, 1));
    }

    /** Begins a query with several seeds. */
    public static Builder near(List<Seed> seeds) {
        return new Builder(seeds.toArray(Seed[]::new));
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s must be in 0..1; %s=%s".formatted(name, name, value));
        }
    }

    /** Collects the parts of a query; what is not set is not asked for, and ten are. */
    public static final class Builder {
        private final List<Seed> seeds;
        private int count = 10;
        private Filter filter = Filter.NONE;
        private boolean withoutSeedArtists;
        private int maxPerArtist;
        private int maxPerAlbum;
        private double duplicateFrom = 1;
        private double diversity;
        private boolean fewerHubs;

        private Builder(Seed... seeds) {
            this.seeds = new ArrayList<>(List.of(seeds));
        }

        /** One more seed that pulls, with a weight above 0. */
        public Builder plus(String id, double weight) {
            seeds.add(new Seed.OfId(id, weight));
            return this;
        }

        /** One more seed that pushes, with a weight above 0. */
        public Builder minus(String id, double weight) {
            seeds.add(new Seed.OfId(id, -weight));
            return this;
        }

        /** One more seed of any kind. */
        public Builder with(Seed seed) {
            seeds.add(seed);
            return this;
        }

        /** How many points at most. */
        public Builder count(int most) {
            count = most;
            return this;
        }

        /** Which points may be answered. */
        public Builder where(Filter let) {
            filter = let;
            return this;
        }

        /** Leaves out the artists of the seeds. */
        public Builder withoutSeedArtists() {
            withoutSeedArtists = true;
            return this;
        }

        /** At most so many points of one artist; 0 for any number. */
        public Builder maxPerArtist(int most) {
            maxPerArtist = most;
            return this;
        }

        /** At most so many points of one album; 0 for any number. */
        public Builder maxPerAlbum(int most) {
            maxPerAlbum = most;
            return this;
        }

        /** Takes points of this similarity and above for one recording. */
        public Builder duplicateFrom(double similarity) {
            duplicateFrom = similarity;
            return this;
        }

        /** How much unlikeness to what stands above counts, in 0..1. */
        public Builder diversity(double share) {
            diversity = share;
            return this;
        }

        /** Lets hubs step back. */
        public Builder fewerHubs() {
            fewerHubs = true;
            return this;
        }

        /** The query. */
        public Query build() {
            return new Query(
                    seeds, count, filter, withoutSeedArtists, maxPerArtist, maxPerAlbum, duplicateFrom, diversity, fewerHubs);
        }
    }
}
