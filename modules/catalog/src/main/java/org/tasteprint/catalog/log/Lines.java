package org.tasteprint.catalog.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The lines of a text in UTF-8, ended by LF or CRLF; one that is not UTF-8 costs that line alone. */
final class Lines {
    private static final int BLOCK_BYTES = 1 << 17;
    /** Longer than any row of a log: beyond, the file is none, and would fill the memory. */
    private static final int LONGEST_BYTES = 1 << 24;

    private final InputStream in;
    private byte[] block = new byte[BLOCK_BYTES];
    private int start;
    private int end;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** The next line without its end, or null after the last. */
    byte[] next() throws IOException {
        int searched = start;
        while (true) {
            for (int i = searched; i < end; i++) {
                if (block[i] == '\n') {
                    byte[] line = line(i);
                    start = i + 1;
                    return line;
                }
            }
            searched = end - start;
            if (!fill()) {
                if (start == end) {
                    return null;
                }
                byte[] line = line(end);
                start = end;
                return line;
            }
            searched += start;
        }
    }

    /** The number of the line that {@link #next} gave last, from 1. */
    long number() {
        return number;
    }

    /** @throws BadRow when the line is not UTF-8 */
    static String text(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
            } catch (CharacterCodingException e) {
                throw new BadRow("the row is not UTF-8");
            }
        }
        if (text.indexOf('\0') >= 0) {
            throw new BadRow("a NUL character in the row");
        }
        return text;
    }

    private byte[] line(int to) {
        number++;
        int last = to > start && block[to - 1] == '\r' ? to - 1 : to;
        return Arrays.copyOfRange(block, start, last);
    }

    /** Reads on behind what is left, which moves to the front. */
    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(block, start, block, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == block.length) {
            if (block.length >= LONGEST_BYTES) {
                throw new IOException("line %d is longer than %d MiB".formatted(number + 1, LONGEST_BYTES >> 20));
            }
            block = Arrays.copyOf(block, 2 * block.length);
        }
        int read = in.read(block, end, block.length - end);
        end += Math.max(read, 0);
        return read > 0;
    }
}
