package org.tasteprint.taste;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tasteprint.taste.listener.Cholesky;

/**
 * What a recommendation rests on, in the manner in which Hu, Koren and Volinsky (2008, section 5) explain theirs: the personal part of
 * a listener's vector u is written as a combination of the vectors t of their tracks, u ≈ Σ aᵢ tᵢ by ridge regression, so that the
 * personal part of a track's score falls into one part a track, aᵢ tᵢ · x.
 */
final class Reasons {
    /** As much as one track of its own says. */
    private static final double PENALTY = 1;

    private final Map<String, double[]> weighted = new LinkedHashMap<>();

    /**
     * @param user   the listener's vector, of which coordinate 0 is the shared taste
     * @param tracks vectors of tracks that tell of the listener, by id
     */
    Reasons(float[] user, Map<String, float[]> tracks) {
        int personal = user.length - 1;
        double[][] gram = new double[personal][personal];
        double[] solved = new double[personal];
        for (int d = 0; d < personal; d++) {
            gram[d][d] = PENALTY;
            solved[d] = user[d + 1];
        }
        for (float[] track : tracks.values()) {
            for (int d = 0; d < personal; d++) {
                for (int e = 0; e <= d; e++) {
                    gram[d][e] += (double) track[d + 1] * track[e + 1];
                }
            }
        }
        Cholesky.solve(gram, solved);
        tracks.forEach((id, track) -> {
            double weight = 0;
            for (int d = 0; d < personal; d++) {
                weight += track[d + 1] * solved[d];
            }
            double[] part = new double[personal];
            for (int d = 0; d < personal; d++) {
                part[d] = weight * track[d + 1];
            }
            weighted.put(id, part);
        });
    }

    /** The tracks that add most to the score of a track, the first most; those that take from it are left out. */
    List<Recommendation.Reason> of(float[] track, int most) {
        List<Recommendation.Reason> reasons = new ArrayList<>();
        weighted.forEach((id, part) -> {
            double contribution = 0;
            for (int d = 0; d < part.length; d++) {
                contribution += part[d] * track[d + 1];
            }
            if (contribution > 0) {
                reasons.add(new Recommendation.Reason(id, contribution));
            }
        });
        return reasons.stream()
                .sorted(Comparator.comparingDouble(Recommendation.Reason::contribution).reversed())
                .limit(most)
                .toList();
    }
}
