package org.tasteprint.nets.format;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * CRC-32C as LevelDB and TensorFlow store it: rotated right by 15 bits and a constant added, because the checksum of data that
 * holds checksums is weak.
 */
final class MaskedCrc32c {
    private static final int DELTA = 0xa282ead8;

    private MaskedCrc32c() {}

    /** The masked checksum of the bytes that remain in {@code data}, which stays where it is. */
    static int of(ByteBuffer data) {
        CRC32C crc = new CRC32C();
        crc.update(data.duplicate());
        return Integer.rotateRight((int) crc.getValue(), 15) + DELTA;
    }
}
