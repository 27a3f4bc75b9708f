package org.tasteprint.genre.classifier;

/** Who wins when votes are counted. */
public final class Election {
    private Election() {}

    /** The one with most votes; among equals the most probable, and among equals again the first. */
    public static int winner(int[] votes, double[] probability) {
        int winner = 0;
        for (int i = 1; i < votes.length; i++) {
            if (votes[i] > votes[winner] || votes[i] == votes[winner] && probability[i] > probability[winner]) {
                winner = i;
            }
        }
        return winner;
    }
}
