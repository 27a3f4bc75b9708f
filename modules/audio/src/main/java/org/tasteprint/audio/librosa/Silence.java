package org.tasteprint.audio.librosa;

import java.util.Arrays;

/** What is heard before sound begins and after it ends. */
final class Silence {
    private Silence() {}

    /** Fills a frame with the samples from {@code start} on, which may be negative; there is silence beyond the ends. */
    static void cut(float[] samples, int start, float[] frame) {
        int from = Math.clamp(-(long) start, 0, frame.length);
        int to = Math.clamp((long) samples.length - start, from, frame.length);
        Arrays.fill(frame, 0, from, 0);
        System.arraycopy(samples, Math.min(start + from, samples.length), frame, from, to - from);
        Arrays.fill(frame, to, frame.length, 0);
    }
}
