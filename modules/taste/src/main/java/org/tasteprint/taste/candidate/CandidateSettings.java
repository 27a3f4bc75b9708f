package org.tasteprint.taste.candidate;

import java.util.List;

/**
 * How the candidate model is trained.
 *
 * @param dimensions    of listeners and items
 * @param hidden        units of the hidden layer
 * @param epochs        at most; items held out of histories stop earlier
 * @param learningRate  of Adam, which falls linearly to a tenth
 * @param startPenalties of the factorisation that training starts from, at least one; items held out choose among them
 * @param penalty       weight of the squared length of every item vector that a step touches
 * @param dropout       share of the history that a step hides, to be found again from the rest
 * @param drawn         items drawn at random for each step, beside those of its listeners
 * @param seed          of everything random
 */
public record CandidateSettings(
        int dimensions,
        int hidden,
        int epochs,
        double learningRate,
        List<Double> startPenalties,
        double penalty,
        double dropout,
        int drawn,
        long seed) {
    public CandidateSettings {
        require(dimensions >= 1, "dimensions must be positive", dimensions);
        require(hidden >= 1, "hidden must be positive", hidden);
        require(epochs >= 1, "epochs must be positive", epochs);
        require(learningRate > 0, "learningRate must be positive", learningRate);
        startPenalties = List.copyOf(startPenalties);
        require(!startPenalties.isEmpty(), "startPenalties must not be empty", startPenalties);
        require(penalty >= 0, "penalty must not be negative", penalty);
        require(dropout > 0 && dropout < 1, "dropout must be between 0 and 1", dropout);
        require(drawn >= 0, "drawn must not be negative", drawn);
    }

    /**
     * What suits histories of tens to hundreds of items. The rate is low because training starts near a good place: ten times as much
     * lost more on held-out items of Last.fm HetRec in one epoch than any later one won back.
     */
    public static CandidateSettings standard(int dimensions, long seed) {
        return new CandidateSettings(dimensions, 64, 4, 3e-5, List.of(50.0, 100.0), 0, 0.4, 500, seed);
    }

    CandidateSettings startingFrom(double penaltyOfStart) {
        return new CandidateSettings(
                dimensions, hidden, epochs, learningRate, List.of(penaltyOfStart), penalty, dropout, drawn, seed);
    }

    private static void require(boolean condition, String rule, Object value) {
        if (!condition) {
            throw new IllegalArgumentException(rule + "; it is " + value);
        }
    }
}
