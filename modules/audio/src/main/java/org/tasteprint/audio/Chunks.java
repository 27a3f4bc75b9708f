package org.tasteprint.audio;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Walks the outermost chunks of WAV, AIFF and MP4 files, which bear their lengths, to tell whether a file was copied to its end.
 * FFmpeg takes what there is for all there should be.
 */
final class Chunks {
    private static final int LONGEST_WALK = 1000;

    private Chunks() {}

    /**
     * Bytes that are missing at the end of a file: those of its last chunk.
     *
     * @return 0 when the file is whole, or of another format
     */
    static long missingBytes(Path file) {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            byte[] start = new byte[12];
            bytes.readFully(start);
            String type = text(start, 0);
            String form = text(start, 8);
            if (type.equals("RIFF") && form.equals("WAVE")) {
                return missing(bytes, 12, true);
            }
            if (type.equals("FORM") && form.startsWith("AIF")) {
                return missing(bytes, 12, false);
            }
            return text(start, 4).equals("ftyp") ? missingOfMp4(bytes) : 0;
        } catch (IOException e) {
            return 0; // shorter than any header
        }
    }

    private static long missing(RandomAccessFile bytes, long first, boolean littleEndian) throws IOException {
        long length = bytes.length();
        long chunk = first;
        for (int i = 0; i < LONGEST_WALK && chunk + 8 <= length; i++) {
            bytes.seek(chunk + 4);
            int word = bytes.readInt();
            int size = littleEndian ? Integer.reverseBytes(word) : word;
            if (size == -1) {
                return 0; // written as a stream, whose length was not known
            }
            chunk += 8 + Integer.toUnsignedLong(size);
            if (chunk > length) {
                return chunk - length;
            }
            chunk += chunk % 2;
        }
        return 0;
    }

    private static long missingOfMp4(RandomAccessFile bytes) throws IOException {
        long length = bytes.length();
        long box = 0;
        for (int i = 0; i < LONGEST_WALK && box + 16 <= length; i++) {
            bytes.seek(box);
            long size = Integer.toUnsignedLong(bytes.readInt());
            bytes.skipBytes(4);
            size = size == 1 ? bytes.readLong() : size;
            if (size < 8) {
                return 0; // 0: up to the end of the file
            }
            box += size;
        }
        return Math.max(0, box - length);
    }

    private static String text(byte[] bytes, int from) {
        return new String(bytes, from, 4, StandardCharsets.ISO_8859_1);
    }
}
