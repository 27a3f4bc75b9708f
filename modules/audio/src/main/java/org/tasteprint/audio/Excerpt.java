package org.tasteprint.audio;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** Which part of a file's sound is wanted. */
public sealed interface Excerpt {
    /** All of it. */
    record Whole() implements Excerpt {}

    /**
     * As much before its middle as after it; all of it when it is no longer than that.
     *
     * @param length positive
     */
    record Middle(Duration length) implements Excerpt {
        public Middle {
            requireNonNull(length, "length is null");
            if (!length.isPositive()) {
                throw new IllegalArgumentException("length must be positive; length=" + length);
            }
        }

        /** Where the excerpt begins in sound of {@code total} samples. */
        long first(long total, int sampleRateHz) {
            return (total - samples(total, sampleRateHz)) / 2;
        }

        /** How many of {@code total} samples belong to the excerpt. */
        long samples(long total, int sampleRateHz) {
            return Math.min(total, Math.round(length.toNanos() / 1e9 * sampleRateHz));
        }
    }
}
