package org.tasteprint.features;

/** What a row of an extracted feature describes. */
public enum Rows {
    /** A window of 3 seconds, which moves by the hop. */
    SEGMENTS,
    /** A frame of the front end, of its own length whatever the hop. */
    FRAMES,
    /** The whole track: there is one row, whatever the hop. */
    TRACK;

    /** How folders of the store say what rows are: {@code 1s}, {@code frames}, {@code track}. */
    String every(Hop hop) {
        return switch (this) {
            case SEGMENTS -> hop.text();
            case FRAMES -> "frames";
            case TRACK -> "track";
        };
    }
}
