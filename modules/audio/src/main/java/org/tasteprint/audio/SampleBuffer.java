package org.tasteprint.audio;

import java.util.Arrays;

/** A growing row of samples. */
final class SampleBuffer {
    private static final int SMALLEST = 4096;

    private float[] samples;
    private int size;

    /** @param expected samples to come, as far as one knows: when it is right, they are stored once and never moved */
    SampleBuffer(long expected) {
        samples = new float[(int) Math.min(Integer.MAX_VALUE - 8, Math.max(SMALLEST, expected))];
    }

    int size() {
        return size;
    }

    /** Appends the first {@code count} of {@code more}, beginning at {@code from}. */
    void append(float[] more, int from, int count) {
        int needed = Math.addExact(size, count);
        if (needed > samples.length) {
            int roomy = (int) Math.min(Integer.MAX_VALUE - 8, samples.length + (samples.length >> 1) + (long) SMALLEST);
            samples = Arrays.copyOf(samples, Math.max(needed, roomy));
        }
        System.arraycopy(more, from, samples, size, count);
        size = needed;
    }

    /** The samples; the buffer is of no use afterwards. */
    float[] toArray() {
        return size == samples.length ? samples : Arrays.copyOf(samples, size);
    }
}
