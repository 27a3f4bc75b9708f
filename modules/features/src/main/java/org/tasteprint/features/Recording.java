package org.tasteprint.features;

import java.nio.file.Path;
import java.time.Duration;
import org.tasteprint.audio.AudioException;
import org.tasteprint.audio.AudioReader;
import org.tasteprint.audio.Excerpt;
import org.tasteprint.audio.Pcm;
import org.tasteprint.audio.Reading;
import org.tasteprint.audio.SampleSink;

/**
 * The sound that features are computed of. Front ends ask it for samples at their rate, and need not know where they come from, nor
 * whether they are all of the file.
 */
final class Recording {
    private final AudioReader reader;
    private final Path file;
    private final Excerpt excerpt;
    private volatile String flaw = "";

    /**
     * @param reader  decodes
     * @param file    where the sound is
     * @param excerpt which part of it is meant
     */
    Recording(AudioReader reader, Path file, Excerpt excerpt) {
        this.reader = reader;
        this.file = file;
        this.excerpt = excerpt;
    }

    /** Where the sound is; messages name it. */
    Path file() {
        return file;
    }

    /** What is wrong with the file although it could be read, or empty; known when it was read. */
    String flaw() {
        return flaw;
    }

    /**
     * Delivers the sound, mono at the rate asked for, in blocks.
     *
     * @throws AudioException when it cannot be decoded
     */
    void stream(int sampleRateHz, SampleSink sink) {
        read(sampleRateHz, excerpt, sink);
    }

    /**
     * The middle of the sound, mono at the rate asked for.
     *
     * @param length how much; all of the sound when it is no longer
     * @throws AudioException when it cannot be decoded
     */
    Pcm decodeMiddle(int sampleRateHz, Duration length) {
        Excerpt middle = new Excerpt.Middle(length);
        return collected(sampleRateHz, switch (excerpt) {
            case Excerpt.Whole() -> middle;
            case Excerpt.Middle(Duration shorter) -> shorter.compareTo(length) < 0 ? excerpt : middle;
        });
    }

    private Pcm collected(int sampleRateHz, Excerpt part) {
        Pcm.Collector sound = new Pcm.Collector(sampleRateHz);
        read(sampleRateHz, part, sound);
        return sound.pcm();
    }

    private void read(int sampleRateHz, Excerpt part, SampleSink sink) {
        Reading reading = reader.stream(file, sampleRateHz, part, sink);
        if (!reading.flaw().isEmpty()) {
            flaw = reading.flaw();
        }
    }
}
