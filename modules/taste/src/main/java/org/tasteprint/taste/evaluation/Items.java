package org.tasteprint.taste.evaluation;

import java.util.Locale;

/** What is ranked. */
public enum Items {
    /** Tracks of the catalogue. */
    TRACKS,
    /** Artists: those of the tracks that were heard, and those of logs that count by artist. */
    ARTISTS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
