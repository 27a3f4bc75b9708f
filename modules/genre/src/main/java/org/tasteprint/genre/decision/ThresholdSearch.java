package org.tasteprint.genre.decision;

import java.util.List;
import java.util.OptionalDouble;
import org.tasteprint.genre.decision.SongDecision.Threshold;

/** Chooses the threshold of {@link Threshold} by songs that the classifier has not learned from. */
public final class ThresholdSearch {
    private static final int STEPS = 20;

    private ThresholdSearch() {}

    /**
     * The threshold from 0 to 0.95, in steps of a twentieth, with which most songs get their genre; among equals the lowest, which is
     * nearest to the vote of all.
     *
     * @param songs  their segments
     * @param truths index of each song's label, or -1 where the classifier does not know it
     */
    public static Threshold best(List<SongSegments> songs, int[] truths) {
        Threshold best = new Threshold(OptionalDouble.of(0));
        long most = -1;
        for (int step = 0; step < STEPS; step++) {
            Threshold candidate = new Threshold(OptionalDouble.of((double) step / STEPS));
            long right = 0;
            for (int song = 0; song < truths.length; song++) {
                right += candidate.decide(songs.get(song)).label() == truths[song] ? 1 : 0;
            }
            if (right > most) {
                most = right;
                best = candidate;
            }
        }
        return best;
    }
}
