package org.tasteprint.genre.classifier;

/**
 * Turns the decision value of a two-sided classifier into a probability: {@code 1 / (1 + exp(-slope · value - intercept))}.
 * Fitted as Platt, <i>Probabilistic outputs for support vector machines</i> (1999), to targets that keep off 0 and 1, by
 * Newton's method with backtracking (Lin, Lin and Weng 2007).
 *
 * @param slope     at least 0
 * @param intercept the logarithm of the odds at value 0
 */
record Sigmoid(double slope, double intercept) {
    private static final int STEPS_MAX = 100;

    /** A step that gains less than this a case is the last. */
    private static final double GAIN_LEAST = 1e-9;

    /** Keeps the two equations of a step solvable where all values are alike. */
    private static final double RIDGE = 1e-10;

    /**
     * @param values decision values of cases that the classifier has not seen
     * @param sides  1 or -1, the right answer of each
     */
    static Sigmoid fit(double[] values, int[] sides) {
        int positives = 0;
        for (int side : sides) {
            positives += side > 0 ? 1 : 0;
        }
        int negatives = sides.length - positives;
        double[] targets = new double[sides.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = sides[i] > 0 ? (positives + 1.0) / (positives + 2.0) : 1 / (negatives + 2.0);
        }
        Sigmoid fitted = new Sigmoid(0, Math.log((positives + 1.0) / (negatives + 1.0)));
        double loss = fitted.loss(values, targets);
        for (int step = 0; step < STEPS_MAX; step++) {
            Sigmoid direction = fitted.newtonStep(values, targets);
            double length = 1;
            Sigmoid next = fitted.moved(direction, length);
            while (next.loss(values, targets) > loss && length > 1e-10) {
                length /= 2;
                next = fitted.moved(direction, length);
            }
            double gained = loss - next.loss(values, targets);
            if (gained <= GAIN_LEAST * sides.length) {
                break;
            }
            fitted = next;
            loss -= gained;
        }
        // A falling curve would mean that the classifier is wrong more often than not: then its value says nothing.
        return new Sigmoid(Math.max(0, fitted.slope), fitted.intercept);
    }

    double probability(double value) {
        return 1 / (1 + Math.exp(-slope * value - intercept));
    }

    private Sigmoid moved(Sigmoid direction, double length) {
        return new Sigmoid(slope + length * direction.slope, intercept + length * direction.intercept);
    }

    private double loss(double[] values, double[] targets) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double odds = slope * values[i] + intercept;
            // Cross entropy, written so that no exponential overflows.
            sum += Math.max(odds, 0) - targets[i] * odds + Math.log1p(Math.exp(-Math.abs(odds)));
        }
        return sum;
    }

    private Sigmoid newtonStep(double[] values, double[] targets) {
        double gradientSlope = 0;
        double gradientIntercept = 0;
        double h11 = RIDGE;
        double h12 = 0;
        double h22 = RIDGE;
        for (int i = 0; i < values.length; i++) {
            double p = probability(values[i]);
            double off = p - targets[i];
            double weight = p * (1 - p);
            gradientSlope += off * values[i];
            gradientIntercept += off;
            h11 += weight * values[i] * values[i];
            h12 += weight * values[i];
            h22 += weight;
        }
        double determinant = h11 * h22 - h12 * h12;
        return new Sigmoid(
                -(h22 * gradientSlope - h12 * gradientIntercept) / determinant,
                -(h11 * gradientIntercept - h12 * gradientSlope) / determinant);
    }
}
