package org.tasteprint.features;

/** What a row of exported features describes. */
public enum Granularity {
    /** A segment of a track, or a frame of its log-mel spectrogram. */
    SEGMENT,
    /** A track: the mean of its segments. */
    TRACK
}
