package org.tasteprint.features;

/** What a row of an extracted feature describes. */
public enum Rows {
    /** A window of 3 seconds, which moves by the hop. */
    SEGMENTS,
    /** A frame of the front end, of its own length whatever the hop. */
    FRAMES,
    /** An excerpt of half a minute; the next begins where it ends, whatever the hop. */
    EXCERPTS,
    /** The whole track: there is one row, whatever the hop. */
    TRACK;

    /** How folders of the store say what rows are: {@code 1s}, {@code frames}, {@code excerpts}, {@code track}. */
    String every(Hop hop) {
        return switch (this) {
            case SEGMENTS -> hop.text();
            case FRAMES -> "frames";
            case EXCERPTS -> "excerpts";
            case TRACK -> "track";
        };
    }
}
