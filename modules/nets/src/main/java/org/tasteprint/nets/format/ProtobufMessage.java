package org.tasteprint.nets.format;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A protocol-buffers message of which only the wire format is known: numbered fields, each a number or bytes. Enough for the few
 * messages of a checkpoint's index, and spares us a compiler for them.
 */
final class ProtobufMessage {
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;

    private final Map<Integer, List<Long>> numbers = new TreeMap<>();
    private final Map<Integer, List<ByteBuffer>> bytes = new TreeMap<>();

    /**
     * Reads the rest of a buffer.
     *
     * @throws IllegalArgumentException when it is no message
     */
    ProtobufMessage(ByteBuffer buffer) {
        ByteBuffer in = buffer.slice().order(ByteOrder.LITTLE_ENDIAN);
        try {
            while (in.hasRemaining()) {
                long key = varint(in);
                int field = (int) (key >>> 3);
                switch ((int) key & 7) {
                    case VARINT -> number(field, varint(in));
                    case FIXED_64 -> number(field, in.getLong());
                    case FIXED_32 -> number(field, Integer.toUnsignedLong(in.getInt()));
                    case BYTES -> bytes.computeIfAbsent(field, absent -> new ArrayList<>()).add(cut(in, varint(in)));
                    default -> throw new IllegalArgumentException("unknown wire type of field " + field);
                }
            }
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the message is cut short", e);
        }
    }

    private void number(int field, long value) {
        numbers.computeIfAbsent(field, absent -> new ArrayList<>()).add(value);
    }

    /** A number field; 0, protocol buffers' default, when it is not there. */
    long number(int field) {
        return numbers.getOrDefault(field, List.of(0L)).getLast();
    }

    /** The messages in a field, in order. */
    List<ProtobufMessage> messages(int field) {
        return bytes.getOrDefault(field, List.of()).stream().map(ProtobufMessage::new).toList();
    }

    /**
     * Reads a number of 7 bits a byte, lowest first.
     *
     * @throws IllegalArgumentException when it is longer than 64 bits
     */
    static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = in.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number of more than 64 bits");
    }

    /**
     * The next {@code length} bytes, which are passed over.
     *
     * @throws IllegalArgumentException when there are not so many
     */
    static ByteBuffer cut(ByteBuffer in, long length) {
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("%d bytes where %d are left".formatted(length, in.remaining()));
        }
        ByteBuffer cut = in.slice(in.position(), (int) length).order(in.order());
        in.position(in.position() + (int) length);
        return cut;
    }
}
