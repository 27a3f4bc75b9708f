package org.tasteprint.taste.table;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/** Vectors that are computed, or read, whenever they are asked for: a list that holds none of them. */
public final class ComputedRows extends AbstractList<float[]> implements RandomAccess {
    private final int size;
    private final IntFunction<float[]> row;

    private ComputedRows(int size, IntFunction<float[]> row) {
        this.size = size;
        this.row = row;
    }

    /** @param row gives a vector that the caller may keep, or {@code null} where there is none */
    public static List<float[]> of(int size, IntFunction<float[]> row) {
        return new ComputedRows(size, row);
    }

    @Override
    public float[] get(int index) {
        return row.apply(Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
        return size;
    }
}
