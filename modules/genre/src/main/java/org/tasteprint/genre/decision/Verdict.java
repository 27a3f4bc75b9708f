package org.tasteprint.genre.decision;

/**
 * What was decided about a song.
 *
 * @param label       index of the label decided for
 * @param probability double[labels], summing to 1; the highest need not be that of {@code label}
 */
public record Verdict(int label, double[] probability) {
    /** Decides for the most probable, among equals for the first. */
    static Verdict ofProbability(double[] probability) {
        int best = 0;
        for (int label = 1; label < probability.length; label++) {
            best = probability[label] > probability[best] ? label : best;
        }
        return new Verdict(best, probability);
    }
}
