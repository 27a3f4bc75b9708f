package org.tasteprint.catalog.log;

import java.io.IOException;
import java.io.InputStream;

/** The lines once more as the stream that they were. */
final class LinesAgain extends InputStream {
    private final Lines lines;
    private byte[] line;
    private int at;

    /** @param first what {@code lines} gave last */
    LinesAgain(byte[] first, Lines lines) {
        this.line = first;
        this.lines = lines;
    }

    @Override
    public int read() throws IOException {
        if (line == null) {
            return -1;
        }
        if (at == line.length) {
            line = lines.next();
            at = 0;
            return '\n';
        }
        return line[at++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = 0;
        while (count < length && (count == 0 || line != null)) {
            int next = read();
            if (next < 0) {
                break;
            }
            into[from + count++] = (byte) next;
        }
        return count == 0 && length > 0 ? -1 : count;
    }
}
