package org.tasteprint.index.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tasteprint.core.Vectors;
import org.tasteprint.index.query.Query;

/**
 * Picks a list from candidates, one at a time: the best of those that the rules of the query still allow. What is best is maximal
 * marginal relevance (Carbonell and Goldstein 1998): (1 − diversity) · relevance − diversity · similarity to the nearest one picked.
 */
public final class Selection {
    private final Query query;
    private final List<float[]> seeds;
    private final List<Candidate> picked = new ArrayList<>();
    private final Map<String, Integer> ofArtist = new HashMap<>();
    private final Map<String, Integer> ofAlbum = new HashMap<>();

    private Selection(Query query, List<float[]> seeds) {
        this.query = query;
        this.seeds = seeds;
    }

    /**
     * The list for a query: at most {@link Query#count()} of the candidates, best first.
     *
     * @param seeds      float[dimensions] of length 1 of the points that are seeds, whose duplicates are left out
     * @param candidates most relevant first
     */
    public static List<Candidate> of(Query query, List<float[]> seeds, List<Candidate> candidates) {
        return new Selection(query, seeds).from(candidates);
    }

    private List<Candidate> from(List<Candidate> candidates) {
        double[] nearestPicked = new double[candidates.size()];
        boolean[] gone = new boolean[candidates.size()];
        Arrays.fill(nearestPicked, -1);
        for (int i = 0; i < gone.length; i++) {
            gone[i] = isDuplicateOfASeed(candidates.get(i));
        }
        while (picked.size() < query.count()) {
            int best = best(candidates, nearestPicked, gone);
            if (best < 0) {
                break;
            }
            gone[best] = true;
            Candidate candidate = candidates.get(best);
            picked.add(candidate);
            count(candidate);
            if (looksAtVectors(query)) {
                for (int i = 0; i < gone.length; i++) {
                    if (!gone[i]) {
                        double similarity = Vectors.dot(candidates.get(i).unit(), candidate.unit());
                        nearestPicked[i] = Math.max(nearestPicked[i], similarity);
                        gone[i] = isDuplicate(similarity);
                    }
                }
            }
        }
        return picked;
    }

    /** Whether the rules of a query need {@link Candidate#unit}. */
    public static boolean looksAtVectors(Query query) {
        return query.diversity() > 0 || query.duplicateFrom() < 1;
    }

    private int best(List<Candidate> candidates, double[] nearestPicked, boolean[] gone) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < gone.length; i++) {
            if (gone[i] || isCapped(candidates.get(i))) {
                continue;
            }
            if (query.diversity() == 0 || picked.isEmpty()) {
                return i;
            }
            double value = (1 - query.diversity()) * candidates.get(i).relevance() - query.diversity() * nearestPicked[i];
            if (value > most) {
                most = value;
                best = i;
            }
        }
        return best;
    }

    private boolean isDuplicateOfASeed(Candidate candidate) {
        return query.duplicateFrom() < 1
                && seeds.stream().anyMatch(seed -> isDuplicate(Vectors.dot(seed, candidate.unit())));
    }

    private boolean isDuplicate(double similarity) {
        return query.duplicateFrom() < 1 && similarity >= query.duplicateFrom();
    }

    private boolean isCapped(Candidate candidate) {
        return query.maxPerArtist() > 0 && ofArtist.getOrDefault(artist(candidate), 0) >= query.maxPerArtist()
                || query.maxPerAlbum() > 0 && ofAlbum.getOrDefault(album(candidate), 0) >= query.maxPerAlbum();
    }

    /** Points without an artist or an album are counted nowhere. */
    private void count(Candidate candidate) {
        if (!candidate.attributes().artist().isBlank()) {
            ofArtist.merge(artist(candidate), 1, Integer::sum);
        }
        if (!candidate.attributes().album().isBlank()) {
            ofAlbum.merge(album(candidate), 1, Integer::sum);
        }
    }

    private static String artist(Candidate candidate) {
        return candidate.attributes().artist().strip().toLowerCase(Locale.ROOT);
    }

    private static String album(Candidate candidate) {
        return artist(candidate) + "\n" + candidate.attributes().album().strip().toLowerCase(Locale.ROOT);
    }
}
