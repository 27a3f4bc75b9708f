package org.tasteprint.audio;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.SPARSE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.SplittableRandom;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Sound for tests, and WAV files of it. */
public final class Signals {
    private Signals() {}

    public static float[] sine(double hz, int sampleRateHz, int samples) {
        float[] sine = new float[samples];
        for (int i = 0; i < samples; i++) {
            sine[i] = (float) (0.5 * Math.sin(2 * Math.PI * hz * i / sampleRateHz));
        }
        return sine;
    }

    /** White noise of a quarter of full scale. */
    public static float[] noise(int samples, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        float[] noise = new float[samples];
        for (int i = 0; i < samples; i++) {
            noise[i] = random.nextFloat(-0.25f, 0.25f);
        }
        return noise;
    }

    /** The samples as 16-bit numbers. */
    static short[] pcm16(float[] samples) {
        short[] shorts = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            shorts[i] = (short) Math.round(samples[i] * 32767);
        }
        return shorts;
    }

    /** Writes a 16-bit WAV file; every channel has the same number of samples. */
    static Path writeWav(Path file, int sampleRateHz, short[]... channels) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(channels.length * channels[0].length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < channels[0].length; i++) {
            for (short[] channel : channels) {
                bytes.putShort(channel[i]);
            }
        }
        AudioFormat format = new AudioFormat(sampleRateHz, 16, channels.length, true, false);
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(bytes.array()), format, channels[0].length),
                AudioFileFormat.Type.WAVE,
                file.toFile());
        return file;
    }

    /** Writes a 16-bit mono WAV file of silence, which takes no room on the disk. */
    static Path writeSparseWav(Path file, int sampleRateHz, int samples) throws IOException {
        Path header = writeWav(file, sampleRateHz, new short[0]);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(header)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(4, 36 + 2 * samples).putInt(40, 2 * samples);
        Files.delete(file);
        try (FileChannel channel = FileChannel.open(file, CREATE_NEW, SPARSE, WRITE)) {
            channel.write(bytes);
            channel.write(ByteBuffer.wrap(new byte[1]), 44 + 2L * samples - 1);
        }
        return file;
    }
}
