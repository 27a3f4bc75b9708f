package org.tasteprint.server.route;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a file, as the {@code Range} header asks for it (RFC 9110, section 14).
 *
 * @param first first byte, from 0
 * @param count how many; 0 when the request asks for bytes behind the end
 */
record ByteRange(long first, long count) {
    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * Reads a header. Several ranges at once, other units and what is no range at all are ignored, as the RFC allows: the whole
     * file answers them.
     *
     * @param size length of the file in bytes
     */
    static Optional<ByteRange> parse(String header, long size) {
        Matcher range = SINGLE.matcher(header.strip());
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (range.group(1).isEmpty()) {
            long count = Math.min(Long.parseLong(range.group(2)), size);
            return Optional.of(new ByteRange(size - count, count));
        }
        long first = Long.parseLong(range.group(1));
        long last = range.group(2).isEmpty() ? size - 1 : Math.min(Long.parseLong(range.group(2)), size - 1);
        if (!range.group(2).isEmpty() && Long.parseLong(range.group(2)) < first) {
            return Optional.empty();
        }
        return Optional.of(new ByteRange(first, Math.max(0, last - first + 1)));
    }

    boolean satisfiable() {
        return count > 0;
    }

    /** The {@code Content-Range} header of the answer. */
    String of(long size) {
        return satisfiable() ? "bytes %d-%d/%d".formatted(first, first + count - 1, size) : "bytes */" + size;
    }
}
