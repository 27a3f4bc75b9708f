package org.tasteprint.taste.candidate;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/**
 * Histories in a file that is mapped into memory: compressed sparse rows, little-endian.
 *
 * <pre>
 * int64 magic   int64 listeners   int64 items   int64 entries   int64 longest history
 * int64 start[listeners + 1]
 * (int32 item, float32 weight)[entries]
 * </pre>
 */
public final class MappedHistories implements Histories, AutoCloseable {
    static final long MAGIC = 0x31_54_53_49_48_50_54L; // "TPHIST1"
    static final int HEADER = 5 * Long.BYTES;
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Arena arena;
    private final MemorySegment memory;
    private final int listeners;
    private final int items;
    private final int longest;

    private MappedHistories(Arena arena, MemorySegment memory) {
        this.arena = arena;
        this.memory = memory;
        listeners = (int) memory.get(LONG, 8);
        items = (int) memory.get(LONG, 16);
        longest = (int) memory.get(LONG, 32);
    }

    /**
     * Maps a file that {@link HistoryFile} wrote.
     *
     * @throws TasteprintException {@code UNAVAILABLE} when it cannot be read, {@code INVALID_INPUT} when it is none
     */
    public static MappedHistories open(Path file) {
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MemorySegment memory = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
            boolean ours = memory.byteSize() >= HEADER
                    && memory.get(LONG, 0) == MAGIC
                    && memory.byteSize() == HEADER + 8 * (memory.get(LONG, 8) + 1) + 8 * memory.get(LONG, 24);
            if (!ours) {
                throw new TasteprintException(Kind.INVALID_INPUT, "%s holds no histories: delete it and train again".formatted(file));
            }
            return new MappedHistories(arena, memory);
        } catch (IOException e) {
            arena.close();
            throw new TasteprintException(Kind.UNAVAILABLE, "cannot read %s: %s".formatted(file, e.getMessage()), e);
        } catch (TasteprintException e) {
            arena.close();
            throw e;
        }
    }

    @Override
    public int listeners() {
        return listeners;
    }

    @Override
    public int items() {
        return items;
    }

    @Override
    public int size(int listener) {
        return (int) (start(listener + 1) - start(listener));
    }

    @Override
    public int longest() {
        return longest;
    }

    @Override
    public long entries() {
        return memory.get(LONG, 24);
    }

    @Override
    public int read(int listener, int[] into, float[] weights) {
        long at = HEADER + 8L * (listeners + 1) + 8 * start(listener);
        int size = size(listener);
        for (int i = 0; i < size; i++) {
            into[i] = memory.get(INT, at + 8L * i);
            weights[i] = memory.get(FLOAT, at + 8L * i + 4);
        }
        return size;
    }

    private long start(int listener) {
        return memory.get(LONG, HEADER + 8L * listener);
    }

    @Override
    public void close() {
        arena.close();
    }
}
