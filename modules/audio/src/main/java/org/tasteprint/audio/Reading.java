package org.tasteprint.audio;

import static java.util.Objects.requireNonNull;

/**
 * What came of reading a file's sound.
 *
 * @param samples samples that were delivered
 * @param flaw    what is wrong with the file although it could be read, in a few words ("it is cut off: …"); empty
 *                when nothing is
 */
public record Reading(long samples, String flaw) {
    public Reading {
        requireNonNull(flaw, "flaw is null");
    }
}
