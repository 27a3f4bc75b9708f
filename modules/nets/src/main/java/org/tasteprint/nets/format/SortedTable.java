package org.tasteprint.nets.format;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * LevelDB's table format ({@code google/leveldb}, {@code doc/table_format.md}): keys in order, in blocks.
 *
 * <p>The file ends with a footer of 48 bytes: where the block of statistics and the block of the index are, and a magic number. The
 * index leads to the data blocks. A block is followed by a byte (0: as it is, 1: Snappy) and its checksum. It holds entries, whose
 * keys leave out what they share with the key before, and at its end the offsets of the entries whose keys are whole, with
 * their number.
 */
final class SortedTable {
    private static final long MAGIC = 0xdb4775248b80fb57L;
    private static final int FOOTER_BYTES = 48;
    private static final int TRAILER_BYTES = 5;

    private final ByteBuffer file;

    private SortedTable(ByteBuffer file) {
        this.file = file.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * All entries of a table, in its order.
     *
     * @param file the whole file
     * @throws IllegalArgumentException when it is no table, damaged or compressed in another way; the message says which
     */
    static Map<String, ByteBuffer> read(ByteBuffer file) {
        try {
            return new SortedTable(file).entries();
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("an entry runs over the end of its block", e);
        }
    }

    private Map<String, ByteBuffer> entries() {
        int footer = file.limit() - FOOTER_BYTES;
        if (footer < 0 || file.getLong(file.limit() - Long.BYTES) != MAGIC) {
            throw new IllegalArgumentException("it does not end as a table does: it is cut short, or something else");
        }
        ByteBuffer handles = file.slice(footer, FOOTER_BYTES);
        block(handles); // statistics, which nobody needs; but they are the way past their handle
        Map<String, ByteBuffer> entries = new LinkedHashMap<>();
        addEntries(block(handles), new LinkedHashMap<>()).values().forEach(handle -> addEntries(block(handle), entries));
        return entries;
    }

    /** The block that a handle (offset and length) leads to. */
    private ByteBuffer block(ByteBuffer handle) {
        long offset = ProtobufMessage.varint(handle);
        long length = ProtobufMessage.varint(handle);
        if (offset < 0 || length < 0 || offset > file.limit() || length > file.limit() - offset - TRAILER_BYTES) {
            throw new IllegalArgumentException("a block lies outside the file");
        }
        int end = (int) (offset + length);
        if (MaskedCrc32c.of(file.slice((int) offset, (int) length + 1)) != file.getInt(end + 1)) {
            throw new IllegalArgumentException("the checksum of the block at byte %d is wrong".formatted(offset));
        }
        ByteBuffer stored = file.slice((int) offset, (int) length);
        ByteBuffer block = switch (file.get(end)) {
            case 0 -> stored;
            case 1 -> ByteBuffer.wrap(Snappy.decompressed(stored));
            default -> throw new IllegalArgumentException(
                    "it is compressed in a way that is not known (type %d)".formatted(file.get(end)));
        };
        return block.order(ByteOrder.LITTLE_ENDIAN);
    }

    private static Map<String, ByteBuffer> addEntries(ByteBuffer block, Map<String, ByteBuffer> entries) {
        if (block.limit() < Integer.BYTES) {
            throw new IllegalArgumentException("a block is too short");
        }
        long restarts = Integer.toUnsignedLong(block.getInt(block.limit() - Integer.BYTES));
        long end = block.limit() - (1 + restarts) * Integer.BYTES;
        if (end < 0) {
            throw new IllegalArgumentException("a block of %d bytes claims %d restarts".formatted(block.limit(), restarts));
        }
        ByteBuffer in = block.slice(0, (int) end);
        byte[] key = {};
        while (in.hasRemaining()) {
            long shared = ProtobufMessage.varint(in);
            long own = ProtobufMessage.varint(in);
            long value = ProtobufMessage.varint(in);
            if (shared < 0 || shared > key.length) {
                throw new IllegalArgumentException("a key shares %d bytes with one of %d".formatted(shared, key.length));
            }
            key = key(key, (int) shared, ProtobufMessage.cut(in, own));
            entries.put(new String(key, StandardCharsets.UTF_8), ProtobufMessage.cut(in, value));
        }
        return entries;
    }

    private static byte[] key(byte[] previous, int shared, ByteBuffer own) {
        return ByteBuffer.allocate(shared + own.remaining()).put(previous, 0, shared).put(own).array();
    }
}
