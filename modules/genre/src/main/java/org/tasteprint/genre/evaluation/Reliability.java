package org.tasteprint.genre.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Whether probabilities can be believed: of the answers that were given a probability, how many are right.
 *
 * @param expectedCalibrationError mean distance of probability and share right over the bins, weighted by their songs (Naeini et al.
 *     2015); 0 = as often right as it says
 * @param bins                     from the lowest probabilities to the highest
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Reliability(double expectedCalibrationError, List<Bin> bins) {
    private static final int BINS = 10;

    /**
     * @param from       its least probability; the next bin's is its end
     * @param n          answers in it
     * @param confidence their mean probability; absent where there are none
     * @param accuracy   share of them that is right, likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Bin(double from, int n, Double confidence, Double accuracy) {}

    public Reliability {
        bins = List.copyOf(bins);
    }

    /**
     * @param probability of each answer
     * @param right       whether it is
     */
    static Reliability of(double[] probability, boolean[] right) {
        int[] n = new int[BINS];
        double[] said = new double[BINS];
        int[] was = new int[BINS];
        for (int i = 0; i < right.length; i++) {
            int bin = Math.clamp((int) (probability[i] * BINS), 0, BINS - 1);
            n[bin]++;
            said[bin] += probability[i];
            was[bin] += right[i] ? 1 : 0;
        }
        double error = 0;
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            double from = (double) bin / BINS;
            if (n[bin] == 0) {
                bins.add(new Bin(from, 0, null, null));
            } else {
                error += Math.abs(said[bin] - was[bin]) / right.length;
                bins.add(new Bin(from, n[bin], said[bin] / n[bin], (double) was[bin] / n[bin]));
            }
        }
        return new Reliability(error, bins);
    }
}
