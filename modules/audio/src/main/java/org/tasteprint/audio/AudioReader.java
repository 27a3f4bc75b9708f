package org.tasteprint.audio;

import java.nio.file.Path;

/** Something that reads sound files: {@link AudioFile} in this process, or {@link DecoderPool} in others. */
@FunctionalInterface
public interface AudioReader extends AutoCloseable {
    /**
     * Decodes a file, or a part of it, to mono at the rate asked for, and delivers the sound in blocks.
     *
     * @param sampleRateHz 1000 to 192000
     * @param sink         takes the samples, on this thread; what it throws ends the decoding and comes out of here
     * @throws AudioException when the file cannot be read; samples may have been delivered before
     */
    Reading stream(Path file, int sampleRateHz, Excerpt excerpt, SampleSink sink);

    /** Told that so many files are about to be read at a time; does not wait for anything. */
    default void warmUp(int files) {}

    /** Frees what reading needed. */
    @Override
    default void close() {}
}
