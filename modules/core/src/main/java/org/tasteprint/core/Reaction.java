package org.tasteprint.core;

/** What a listener did with a track. */
public enum Reaction {
    /** Listened, which says little about liking. */
    PLAY,
    /** Said that they like it. */
    LIKE,
    /** Said that they do not. */
    DISLIKE,
    /** Stopped it before its end. */
    SKIP,
    /** Gave it a mark; the mark itself is in {@link Feedback#rating()}. */
    RATING
}
