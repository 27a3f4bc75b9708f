package org.tasteprint.audio;

/** Takes sound as it is decoded, block after block. */
@FunctionalInterface
public interface SampleSink {
    /** Takes {@code samples[from..from + count - 1]}, which are valid during the call only. */
    void accept(float[] samples, int from, int count);

    /** Told once, before the first block, how many samples to expect: what the file states, which may be wrong, or 0. */
    default void expect(long samples) {}
}
