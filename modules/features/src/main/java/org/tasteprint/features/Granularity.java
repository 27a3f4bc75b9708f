package org.tasteprint.features;

/** What a row of exported features describes. */
public enum Granularity {
    /** Whatever the feature has rows of: segments of a track, mostly, or frames. */
    SEGMENT,
    /** A track: the mean of its segments. */
    TRACK
}
