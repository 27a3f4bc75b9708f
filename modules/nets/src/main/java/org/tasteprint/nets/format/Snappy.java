package org.tasteprint.nets.format;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Decompression of Snappy blocks ({@code google/snappy}, {@code format_description.txt}): the length, then literals and copies of
 * what was written before.
 */
final class Snappy {
    private static final int MAXIMUM_BYTES = 1 << 28;

    private Snappy() {}

    /** @throws IllegalArgumentException when the block is damaged */
    static byte[] decompressed(ByteBuffer block) {
        ByteBuffer in = block.slice();
        try {
            long length = ProtobufMessage.varint(in);
            if (length < 0 || length > Math.min(MAXIMUM_BYTES, 64L * block.remaining())) {
                throw new IllegalArgumentException("a compressed block claims %d bytes".formatted(length));
            }
            byte[] out = new byte[(int) length];
            int filled = 0;
            while (in.hasRemaining()) {
                filled += element(in, out, filled);
            }
            if (filled != out.length) {
                throw new IllegalArgumentException("a compressed block is shorter than it claims");
            }
            return out;
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("a compressed block is damaged", e);
        }
    }

    /** Writes a literal or a copy, and says how many bytes it has. */
    private static int element(ByteBuffer in, byte[] out, int filled) {
        int tag = in.get() & 0xff;
        int upper = tag >>> 2;
        return switch (tag & 3) {
            case 0 -> literal(in, out, filled, upper < 60 ? upper + 1 : number(in, upper - 59) + 1);
            case 1 -> copy(out, filled, (upper >>> 3) << 8 | number(in, 1), (upper & 7) + 4);
            case 2 -> copy(out, filled, number(in, 2), upper + 1);
            default -> copy(out, filled, number(in, 4), upper + 1);
        };
    }

    private static int literal(ByteBuffer in, byte[] out, int filled, int length) {
        in.get(out, filled, length);
        return length;
    }

    /** The copy may run into what it writes: that repeats a pattern. */
    private static int copy(byte[] out, int filled, int distance, int length) {
        if (distance <= 0) {
            throw new IllegalArgumentException("a compressed block copies from %d bytes before".formatted(distance));
        }
        for (int i = filled; i < filled + length; i++) {
            out[i] = out[i - distance];
        }
        return length;
    }

    private static int number(ByteBuffer in, int bytes) {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (in.get() & 0xff) << 8 * i;
        }
        return value;
    }
}
