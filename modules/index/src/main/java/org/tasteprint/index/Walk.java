package org.tasteprint.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tasteprint.core.Vectors;
import org.tasteprint.index.query.Filter;
import org.tasteprint.index.ranking.Candidate;

/** A walk through the surroundings of a point: always on to the nearest one that was not visited yet, and where possible to another artist. */
final class Walk {
    private static final int CANDIDATES_EACH = 4;
    private static final int LEAST_CANDIDATES = 200;

    private final OpenVersion version;
    private final Filter filter;

    Walk(OpenVersion version, Filter filter) {
        this.version = version;
        this.filter = filter;
    }

    /** At most {@code count} points within the radius, without the start; each with its similarity to the one before. */
    List<Neighbour> run(Candidate from, double minSimilarity, int count) throws IOException {
        List<Candidate> left = within(from, minSimilarity, count);
        List<Neighbour> walked = new ArrayList<>();
        Candidate here = from;
        while (walked.size() < count && !left.isEmpty()) {
            Candidate next = next(here, left);
            left.remove(next);
            walked.add(new Neighbour(next.id(), Math.clamp(Vectors.dot(here.unit(), next.unit()), -1.0, 1.0)));
            here = next;
        }
        return List.copyOf(walked);
    }

    private List<Candidate> within(Candidate from, double minSimilarity, int count) throws IOException {
        int most = Math.min(version.size(), Math.max(LEAST_CANDIDATES, CANDIDATES_EACH * count));
        List<Candidate> within = new ArrayList<>();
        for (Hit hit : version.nearest(from.unit(), most, filter)) {
            Candidate candidate = version.candidate(hit);
            if (hit.similarity() >= minSimilarity && !candidate.id().equals(from.id())) {
                within.add(candidate);
            }
        }
        return within;
    }

    private static Candidate next(Candidate here, List<Candidate> left) {
        Candidate best = left.getFirst();
        double most = Double.NEGATIVE_INFINITY;
        String artist = Documents.fold(here.attributes().artist());
        for (Candidate candidate : left) {
            boolean sameArtist =
                    !artist.isEmpty() && artist.equals(Documents.fold(candidate.attributes().artist()));
            // Below every cosine: taken only when there is nobody else.
            double value = Vectors.dot(here.unit(), candidate.unit()) - (sameArtist ? 3 : 0);
            if (value > most) {
                most = value;
                best = candidate;
            }
        }
        return best;
    }
}
