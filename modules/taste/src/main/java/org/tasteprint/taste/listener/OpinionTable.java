package org.tasteprint.taste.listener;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.tasteprint.taste.table.MappedRows;

/** What listeners think of tracks, in a mapped file: 4 bytes for each opinion and 20 a listener; in the heap 4 bytes a listener. */
final class OpinionTable {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final int PARTS = 4;

    private final int[] starts;
    private final MemorySegment numbers;

    private OpinionTable(int[] starts, MemorySegment numbers) {
        this.starts = starts;
        this.numbers = numbers;
    }

    /** Takes one listener after the other. */
    static final class Builder {
        private final MappedRows numbers = new MappedRows(Integer.BYTES);
        private int[] starts = new int[1024];
        private int listeners;

        void add(Listening.Opinions opinions) {
            if (listeners == starts.length) {
                starts = Arrays.copyOf(starts, 2 * listeners);
            }
            starts[listeners++] = numbers.rows();
            add(opinions.log() ? 1 : 0);
            int[][] parts = {opinions.liked(), opinions.disliked(), opinions.skipped(), opinions.played()};
            for (int[] part : parts) {
                add(part.length);
            }
            for (int[] part : parts) {
                Arrays.stream(part).forEach(this::add);
            }
        }

        private void add(int number) {
            numbers.add(to -> to.putInt(number));
        }

        OpinionTable build() {
            return new OpinionTable(Arrays.copyOf(starts, listeners), numbers.mapped());
        }
    }

    int listeners() {
        return starts.length;
    }

    Listening.Opinions get(int listener) {
        int start = starts[listener];
        int at = start + 1 + PARTS;
        int[][] parts = new int[PARTS][];
        for (int part = 0; part < PARTS; part++) {
            parts[part] = new int[number(start + 1 + part)];
            MemorySegment.copy(numbers, INT, (long) at * Integer.BYTES, parts[part], 0, parts[part].length);
            at += parts[part].length;
        }
        return new Listening.Opinions(parts[0], parts[1], parts[2], parts[3], number(start) == 1);
    }

    private int number(int at) {
        return numbers.get(INT, (long) at * Integer.BYTES);
    }
}
