package org.tasteprint.audio;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A growing row of samples. It begins with one array of the length that is expected; what comes beyond goes into further ones,
 * so nothing is moved until the end.
 */
final class SampleBuffer implements SampleSink {
    private static final int BLOCK = 1 << 18;
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Deque<float[]> full = new ArrayDeque<>();
    private float[] last = new float[0];
    private int sizeOfFull;
    private int sizeOfLast;

    /** Makes room for samples: when their number is right, they are never moved. */
    @Override
    public void expect(long samples) {
        if (size() == 0) {
            last = new float[(int) Math.clamp(samples, 0, LONGEST_ARRAY)];
        }
    }

    int size() {
        return sizeOfFull + sizeOfLast;
    }

    @Override
    public void accept(float[] more, int from, int count) {
        Math.addExact(size(), count);
        int copied = 0;
        while (copied < count) {
            if (sizeOfLast == last.length) {
                full.add(last);
                sizeOfFull += sizeOfLast;
                last = new float[BLOCK];
                sizeOfLast = 0;
            }
            int fitting = Math.min(count - copied, last.length - sizeOfLast);
            System.arraycopy(more, from + copied, last, sizeOfLast, fitting);
            sizeOfLast += fitting;
            copied += fitting;
        }
    }

    /** The samples; the buffer is of no use afterwards. */
    float[] toArray() {
        if (full.isEmpty() && sizeOfLast == last.length) {
            return last;
        }
        float[] samples = new float[size()];
        int end = 0;
        for (float[] array; (array = full.poll()) != null; end += array.length) {
            System.arraycopy(array, 0, samples, end, array.length);
        }
        System.arraycopy(last, 0, samples, end, sizeOfLast);
        return samples;
    }
}
