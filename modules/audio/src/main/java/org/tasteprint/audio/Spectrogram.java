package org.tasteprint.audio;

import static java.util.Objects.requireNonNull;

/**
 * A time-frequency picture of sound.
 *
 * @param frames number of moments in time
 * @param bands  number of frequency bands, lowest first
 * @param values {@code float[frames][bands]}, row after row. Not copied
 */
public record Spectrogram(int frames, int bands, float[] values) {
    public Spectrogram {
        requireNonNull(values, "values is null");
        if (values.length != Math.multiplyExact(frames, bands)) {
            throw new IllegalArgumentException(
                    "values must be frames x bands = %d x %d; values.length=%d".formatted(frames, bands, values.length));
        }
    }
}
