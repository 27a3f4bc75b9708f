package org.tasteprint.taste.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * Rows of one width, written one after the other, in a temporary file that is mapped into memory: the heap holds none of them, and the
 * system as many as it has room for. The file loses its name when all is written, and its room on the disk when nobody has the rows
 * any more. Few rows need no file. Numbers are in the machine's byte order.
 */
public final class MappedRows {
    private static final int BUFFER_BYTES = 1 << 18;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.nativeOrder());
    private final int rowBytes;
    private FileChannel channel;
    private int rows;

    /** @param rowBytes what {@link #add} writes for each row */
    public MappedRows(int rowBytes) {
        this.rowBytes = rowBytes;
    }

    /** Memory for rows that are written in any order, all 0 at first. */
    public static MemorySegment zeros(long bytes) {
        try (FileChannel file = temporary()) {
            return file.map(MapMode.READ_WRITE, 0, bytes, Arena.ofAuto());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Adds a row. */
    public void add(Consumer<ByteBuffer> row) {
        if (buffer.remaining() < rowBytes) {
            flush();
        }
        row.accept(buffer);
        rows = Math.addExact(rows, 1);
    }

    public int rows() {
        return rows;
    }

    /** The rows, one behind the other; nothing can be added any more. The memory is free when nobody has it. */
    public MemorySegment mapped() {
        if (channel == null) {
            return MemorySegment.ofBuffer(buffer.flip()).asReadOnly();
        }
        flush();
        try (FileChannel written = channel) {
            return written.map(MapMode.READ_ONLY, 0, (long) rows * rowBytes, Arena.ofAuto());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void flush() {
        buffer.flip();
        try {
            if (channel == null) {
                channel = temporary();
            }
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw failed(e);
        }
        buffer.clear();
    }

    private static FileChannel temporary() throws IOException {
        Path file = Files.createTempFile("tasteprint-rows", "");
        return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private static UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("cannot write to " + System.getProperty("java.io.tmpdir") + ": is there room on the disk?", e);
    }
}
