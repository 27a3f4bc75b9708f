package org.tasteprint.papers;

import java.util.Locale;

/** How much work trying a paper may be. */
public enum Effort {
    /** Few tracks, folds and epochs: whether it runs, in seconds; the figures mean nothing. */
    QUICK,
    /** All tracks; networks that learn from sound get few folds and epochs, so that a paper takes minutes and not a night. */
    USUAL,
    /** As the paper says. */
    FULL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
