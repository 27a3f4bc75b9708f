package org.tasteprint.nets.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Floating-point numbers as bytes of a stream, in pieces that fit the processor's cache. */
final class FloatBytes {
    private static final int CHUNK = 1 << 14;

    private FloatBytes() {}

    /**
     * Reads {@code count} numbers.
     *
     * @param width bytes of one number: 2, 4 or 8
     * @throws EOFException when the stream ends before
     */
    static float[] read(InputStream in, int count, int width, ByteOrder order) throws IOException {
        // Grown as the data comes: a damaged header must not claim gigabytes that are not there.
        float[] values = new float[Math.min(count, CHUNK)];
        byte[] bytes = new byte[CHUNK * width];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
        for (int read = 0; read < count; ) {
            int numbers = Math.min(CHUNK, count - read);
            if (in.readNBytes(bytes, 0, numbers * width) < numbers * width) {
                throw new EOFException();
            }
            if (read + numbers > values.length) {
                values = Arrays.copyOf(values, (int) Math.min(count, Math.max(read + numbers, 2L * values.length)));
            }
            decode(buffer, width, values, read, numbers);
            read += numbers;
        }
        return values;
    }

    private static void decode(ByteBuffer buffer, int width, float[] values, int offset, int numbers) {
        if (width == Float.BYTES) {
            buffer.asFloatBuffer().get(values, offset, numbers);
            return;
        }
        for (int i = 0; i < numbers; i++) {
            values[offset + i] = width == Double.BYTES
                    ? (float) buffer.getDouble(i * width)
                    : Float.float16ToFloat(buffer.getShort(i * width));
        }
    }

    /** Writes little-endian numbers of {@code width} bytes, 2 or 4; halves are rounded to the nearest. */
    static void write(OutputStream out, float[] values, int width) throws IOException {
        byte[] bytes = new byte[CHUNK * width];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int written = 0; written < values.length; written += CHUNK) {
            int numbers = Math.min(CHUNK, values.length - written);
            if (width == Float.BYTES) {
                buffer.asFloatBuffer().put(values, written, numbers);
            } else {
                for (int i = 0; i < numbers; i++) {
                    buffer.putShort(i * width, Float.floatToFloat16(values[written + i]));
                }
            }
            out.write(bytes, 0, numbers * width);
        }
    }
}
