package org.tasteprint.audio.synth;

import static java.util.Objects.requireNonNull;

/**
 * A stretch of a song.
 *
 * @param name      what it is ("verse")
 * @param bars      its length
 * @param intensity 0..1: a part comes in when it is as high as the part asks for
 */
public record Section(String name, int bars, double intensity) {
    public Section {
        requireNonNull(name, "name is null");
        if (bars < 1) {
            throw new IllegalArgumentException("bars must be at least 1; bars=" + bars);
        }
    }
}
