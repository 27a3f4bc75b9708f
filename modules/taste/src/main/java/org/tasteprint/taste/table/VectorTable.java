package org.tasteprint.taste.table;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.format.SafeTensors;

/** A matrix of floats outside the heap: one vector a row. Different rows may be written by several threads at once. */
public final class VectorTable {
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment memory;
    private final int rows;
    private final int width;

    /**
     * Rows that lie one behind the other in memory.
     *
     * @param memory of {@code rows * width} floats at least
     */
    public VectorTable(MemorySegment memory, int rows, int width) {
        this.memory = memory;
        this.rows = rows;
        this.width = width;
    }

    /** Native memory, all 0; freed with the arena. */
    public VectorTable(Arena arena, int rows, int width) {
        this(arena.allocate(Math.max(1, (long) rows * width) * Float.BYTES, 64), rows, width);
    }

    /** Native memory, all 0; freed when nobody has it any more. */
    public VectorTable(int rows, int width) {
        this(Arena.ofAuto(), rows, width);
    }

    /** Rows that are computed, several at a time. */
    public static VectorTable of(int rows, int width, IntFunction<float[]> row) {
        VectorTable table = new VectorTable(rows, width);
        IntStream.range(0, rows).parallel().forEach(i -> table.write(i, row.apply(i)));
        return table;
    }

    /** A matrix of the heap, copied. */
    public static VectorTable of(Tensor matrix) {
        VectorTable table = new VectorTable(Math.toIntExact(matrix.shape()[0]), Math.toIntExact(matrix.shape()[1]));
        MemorySegment.copy(matrix.values(), 0, table.memory, FLOAT, 0, matrix.values().length);
        return table;
    }

    /** A table of a file, not copied. */
    public static VectorTable of(SafeTensors.Table table) {
        return new VectorTable(table.memory(), table.rows(), table.width());
    }

    /** As a file keeps it, not copied. */
    public SafeTensors.Table saved() {
        return new SafeTensors.Table(rows, width, memory);
    }

    /** The matrix, copied into the heap. */
    public Tensor tensor() {
        float[] values = new float[Math.multiplyExact(rows, width)];
        MemorySegment.copy(memory, FLOAT, 0, values, 0, values.length);
        return new Tensor(new long[] {rows, width}, values);
    }

    public int rows() {
        return rows;
    }

    /** Length of a row. */
    public int width() {
        return width;
    }

    /** Copies rows side by side: row {@code which[i]} to {@code into} from {@code i * stride} on. */
    public void gather(int[] which, int from, int to, float[] into, int stride) {
        for (int i = from; i < to; i++) {
            MemorySegment.copy(memory, FLOAT, offset(which[i]), into, i * stride, width);
        }
    }

    /** Writes rows back that {@link #gather} read. */
    public void scatter(int[] which, int from, int to, float[] values, int stride) {
        for (int i = from; i < to; i++) {
            MemorySegment.copy(values, i * stride, memory, FLOAT, offset(which[i]), width);
        }
    }

    public void read(int row, float[] into) {
        MemorySegment.copy(memory, FLOAT, offset(row), into, 0, width);
    }

    /** A copy of a row. */
    public float[] row(int row) {
        float[] copy = new float[width];
        read(Objects.checkIndex(row, rows), copy);
        return copy;
    }

    public void write(int row, float[] values) {
        MemorySegment.copy(values, 0, memory, FLOAT, offset(row), width);
    }

    /** The rows as a list that copies a row whenever it is asked for one. */
    public List<float[]> asList() {
        return ComputedRows.of(rows, this::row);
    }

    private long offset(int row) {
        return (long) row * width * Float.BYTES;
    }
}
