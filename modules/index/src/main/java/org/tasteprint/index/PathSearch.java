package org.tasteprint.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tasteprint.core.Vectors;
import org.tasteprint.index.query.Filter;
import org.tasteprint.index.ranking.Candidate;

/**
 * A way from one point to another: along the great circle between them lie waypoints at even distances; near each, candidates; and of
 * all ways over one candidate each, the one with the smallest sum of squared step angles is taken (a beam search), which is the one
 * whose steps are the most even. An artist who comes up again costs as much as turning round.
 */
final class PathSearch {
    private static final int CANDIDATES = 24;
    private static final int BEAM = 48;
    private static final double REPEATED_ARTIST = Math.PI * Math.PI;

    private final OpenVersion version;
    private final Filter filter;

    PathSearch(OpenVersion version, Filter filter) {
        this.version = version;
        this.filter = filter;
    }

    /** A way so far. */
    private record Way(List<Candidate> points, Set<String> artists, double cost) {
        Way to(Candidate next) {
            double angle = angle(points.getLast().unit(), next.unit());
            String artist = Documents.fold(next.attributes().artist());
            Set<String> met = new HashSet<>(artists);
            boolean again = !artist.isEmpty() && !met.add(artist);
            List<Candidate> longer = new ArrayList<>(points);
            longer.add(next);
            return new Way(longer, met, cost + angle * angle + (again ? REPEATED_ARTIST : 0));
        }

        /** What even steps on the straight way to the end would cost: without it, ways that lag behind would look cheap. */
        double leastStill(Candidate end, int steps) {
            double angle = angle(points.getLast().unit(), end.unit());
            return angle * angle / steps;
        }

        boolean meets(Candidate candidate) {
            return points.stream().anyMatch(point -> point.id().equals(candidate.id()));
        }
    }

    /** Both ends and the steps − 1 points between them, fewer where the space has no more; each with its similarity to the one before. */
    List<Neighbour> run(Candidate from, Candidate to, int steps) throws IOException {
        List<Way> ways = List.of(new Way(List.of(from), new HashSet<>(Set.of(Documents.fold(from.attributes().artist()))), 0));
        double angle = angle(from.unit(), to.unit());
        for (int step = 1; step < steps; step++) {
            List<Candidate> near = near(between(from.unit(), to.unit(), angle, (double) step / steps), from, to, steps);
            List<Way> longer = new ArrayList<>();
            for (Way way : ways) {
                near.stream().filter(candidate -> !way.meets(candidate)).map(way::to).forEach(longer::add);
            }
            if (!longer.isEmpty()) {
                int left = steps - step;
                longer.sort(Comparator.comparingDouble(way -> way.cost() + way.leastStill(to, left)));
                ways = List.copyOf(longer.subList(0, Math.min(BEAM, longer.size())));
            }
        }
        Way best = ways.stream().map(way -> way.to(to)).min(Comparator.comparingDouble(Way::cost)).orElseThrow();
        List<Neighbour> path = new ArrayList<>();
        float[] before = from.unit();
        for (Candidate point : best.points()) {
            path.add(new Neighbour(point.id(), Math.clamp(Vectors.dot(before, point.unit()), -1.0, 1.0)));
            before = point.unit();
        }
        return List.copyOf(path);
    }

    private List<Candidate> near(float[] waypoint, Candidate from, Candidate to, int steps) throws IOException {
        List<Candidate> near = new ArrayList<>();
        // Ways may have taken the nearest ones already: as many more are looked at as there are steps.
        for (Hit hit : version.nearest(waypoint, CANDIDATES + steps, filter)) {
            Candidate candidate = version.candidate(hit);
            if (!candidate.id().equals(from.id()) && !candidate.id().equals(to.id())) {
                near.add(candidate);
            }
        }
        return near;
    }

    private static double angle(float[] a, float[] b) {
        return Math.acos(Math.clamp(Vectors.dot(a, b), -1.0, 1.0));
    }

    /** A share of the way along the great circle (spherical interpolation, Shoemake 1985). */
    private static float[] between(float[] from, float[] to, double angle, double share) {
        double sine = Math.sin(angle);
        // Ends that point the same way or against each other have no one great circle: the straight line will do.
        double weightFrom = sine < 1e-6 ? 1 - share : Math.sin((1 - share) * angle) / sine;
        double weightTo = sine < 1e-6 ? share : Math.sin(share * angle) / sine;
        float[] point = new float[from.length];
        for (int d = 0; d < point.length; d++) {
            point[d] = (float) (weightFrom * from[d] + weightTo * to[d]);
        }
        return Vectors.norm(point) < 1e-6 ? from : Vectors.normalized(point);
    }
}
