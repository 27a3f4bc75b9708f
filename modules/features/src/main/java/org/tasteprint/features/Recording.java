package org.tasteprint.features;

import java.nio.file.Path;
import java.time.Duration;
import org.tasteprint.audio.AudioException;
import org.tasteprint.audio.AudioFile;
import org.tasteprint.audio.Pcm;
import org.tasteprint.audio.SampleSink;

/**
 * The sound that features are computed of. Front ends ask it for samples at their rate, and need not know where they come from.
 *
 * @param file where the sound is; messages name it
 */
record Recording(Path file) {
    /**
     * Delivers the sound, mono at the rate asked for, in blocks.
     *
     * @throws AudioException when it cannot be decoded
     */
    void stream(int sampleRateHz, SampleSink sink) {
        AudioFile.stream(file, sampleRateHz, sink);
    }

    /**
     * The middle of the sound, mono at the rate asked for.
     *
     * @param length how much; all of the sound when it is no longer
     * @throws AudioException when it cannot be decoded
     */
    Pcm decodeMiddle(int sampleRateHz, Duration length) {
        return AudioFile.decodeMiddle(file, sampleRateHz, length);
    }
}
