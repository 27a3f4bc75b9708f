package org.tasteprint.audio.synth;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.tasteprint.core.AtomicFile;

/** Keeps sound as a WAV file: 16-bit PCM, little endian. */
public final class WavFile {
    private static final int BYTES_PER_SAMPLE = 2;

    private WavFile() {}

    /**
     * Writes the file whole or not at all; missing folders are made.
     *
     * @throws org.tasteprint.core.TasteprintException {@code UNAVAILABLE} when it cannot be written
     */
    public static void write(Path file, Sound sound) {
        int channels = sound.channels().size();
        AudioFormat format = new AudioFormat(sound.sampleRateHz(), 8 * BYTES_PER_SAMPLE, channels, true, false);
        AudioInputStream audio =
                new AudioInputStream(new ByteArrayInputStream(interleaved(sound)), format, sound.frames());
        AtomicFile.write(file, out -> AudioSystem.write(audio, AudioFileFormat.Type.WAVE, out));
    }

    private static byte[] interleaved(Sound sound) {
        byte[] bytes = new byte[sound.frames() * sound.channels().size() * BYTES_PER_SAMPLE];
        int next = 0;
        for (int i = 0; i < sound.frames(); i++) {
            for (float[] channel : sound.channels()) {
                int value = Math.round(Math.clamp(channel[i], -1f, 1f) * Short.MAX_VALUE);
                bytes[next++] = (byte) value;
                bytes[next++] = (byte) (value >> 8);
            }
        }
        return bytes;
    }
}
