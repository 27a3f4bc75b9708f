package org.tasteprint.index;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The files of one version of a space.
 *
 * @param number of the version
 * @param state  what becomes of it
 * @param since  when it got into that state, or was last changed in it
 * @param bytes  size of its files
 */
public record SpaceVersion(int number, State state, Instant since, long bytes) {
    /** What becomes of a version. */
    public enum State {
        /** Being filled, or given up by a build that never ended: the next build removes it then. */
        BUILDING,
        /** Answers. */
        ACTIVE,
        /** Replaced; kept for those who have just begun to read it. */
        RETIRED
    }

    public SpaceVersion {
        requireNonNull(state, "state is null");
        requireNonNull(since, "since is null");
    }
}
