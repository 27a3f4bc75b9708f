package org.tasteprint.features;

import java.util.ArrayList;
import java.util.List;

/** A growing row of numbers, of which nothing is moved until the end. */
final class Floats {
    private final List<float[]> parts = new ArrayList<>();

    /** Appends numbers. The array is not copied. */
    void append(float[] part) {
        parts.add(part);
    }

    /** All numbers in their order. */
    float[] toArray() {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        float[] all = new float[parts.stream().mapToInt(part -> part.length).reduce(0, Math::addExact)];
        int end = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, end, part.length);
            end += part.length;
        }
        return all;
    }
}
