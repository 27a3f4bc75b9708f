package org.tasteprint.taste.shared;

import java.util.ArrayList;
import java.util.List;
import org.tasteprint.core.Vectors;

/**
 * How much of a listener's vector is the shared taste and how much is their own. The own part is shrunken by n / (n + h), where
 * n is the number of items in their history: who is hardly known is served what listeners in general like.
 *
 * @param shared       weight of the shared taste, in 0..1; the personal part has the rest
 * @param halfEvidence h: with so many items the personal part has half its weight, at least 0
 */
public record Blend(double shared, double halfEvidence) {
    private static final double[] SHARED = {1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0};
    private static final double[] HALF_EVIDENCE = {300, 100, 30, 10, 3, 0};

    /** For when nothing can be validated. */
    public static final Blend CAUTIOUS = new Blend(0.7, 10);

    /** Those that validation chooses from, the most shared first. */
    public static List<Blend> candidates() {
        List<Blend> blends = new ArrayList<>();
        for (double shared : SHARED) {
            for (double half : HALF_EVIDENCE) {
                blends.add(new Blend(shared, half));
            }
            if (shared == 1) {
                blends.subList(1, blends.size()).clear();
            }
        }
        return blends;
    }

    /** Weight of the personal part for a history of {@code evidence} items. */
    double personal(int evidence) {
        return evidence == 0 ? 0 : (1 - shared) * evidence / (evidence + halfEvidence);
    }

    /**
     * A listener's vector, of length 1: the shared coordinate, the direction, and 0 where tracks have their reserve.
     *
     * @param direction the personal part, of length 1 or 0
     * @return float[2 + dimensions of the direction]
     */
    public float[] vector(float[] direction, int evidence) {
        float[] vector = new float[direction.length + 2];
        double personal = personal(evidence);
        boolean nobody = personal == 0 || Vectors.norm(direction) == 0;
        vector[0] = nobody ? 1 : (float) shared;
        for (int d = 0; d < direction.length; d++) {
            vector[d + 1] = nobody ? 0 : (float) (personal * direction[d]);
        }
        return Vectors.normalized(vector);
    }
}
