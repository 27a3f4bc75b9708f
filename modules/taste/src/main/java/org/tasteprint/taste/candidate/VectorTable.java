package org.tasteprint.taste.candidate;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A matrix of floats in native memory, outside the heap: one vector a row. */
final class VectorTable {
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;

    private final MemorySegment memory;
    private final int rows;
    private final int width;

    /** All 0; freed with the arena. */
    VectorTable(Arena arena, int rows, int width) {
        this.rows = rows;
        this.width = width;
        memory = arena.allocate(Math.max(1, (long) rows * width) * Float.BYTES, 64);
    }

    int rows() {
        return rows;
    }

    int width() {
        return width;
    }

    /** Copies rows side by side: row {@code which[i]} to {@code into} from {@code i * stride} on. */
    void gather(int[] which, int from, int to, float[] into, int stride) {
        for (int i = from; i < to; i++) {
            MemorySegment.copy(memory, FLOAT, offset(which[i]), into, i * stride, width);
        }
    }

    /** Writes rows back that {@link #gather} read. */
    void scatter(int[] which, int from, int to, float[] values, int stride) {
        for (int i = from; i < to; i++) {
            MemorySegment.copy(values, i * stride, memory, FLOAT, offset(which[i]), width);
        }
    }

    void read(int row, float[] into) {
        MemorySegment.copy(memory, FLOAT, offset(row), into, 0, width);
    }

    void write(int row, float[] values) {
        MemorySegment.copy(values, 0, memory, FLOAT, offset(row), width);
    }

    private long offset(int row) {
        return (long) row * width * Float.BYTES;
    }
}
