package org.tasteprint.genre.classifier;

import java.util.Locale;

/**
 * How probabilities are made to mean what they say: of segments that are said to be of a label with 70 %, seven in ten should be.
 * Fitted to what the classifier says of training rows that it has not learned from.
 */
public enum Calibration {
    /** Probabilities are left as the classifier gives them. */
    NONE,
    /** A sigmoid over the log-odds of each label (Platt 1999). */
    PLATT,
    /** A rising step function over the probability of each label (Zadrozny and Elkan 2002); needs many rows. */
    ISOTONIC;

    /** As people write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
