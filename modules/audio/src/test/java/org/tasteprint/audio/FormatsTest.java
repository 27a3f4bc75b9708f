package org.tasteprint.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound in the shapes that people's collections have it in. */
class FormatsTest {
    private static final int INTEGERS = 1;
    private static final int FLOATS = 3;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "8, 1, 1", "16, 1, 2", "24, 1, 1", "24, 1, 2", "32, 1, 1", "32, 3, 1", "64, 3, 1", "32, 3, 6",
        "16, 1, 3", "16, 1, 4", "16, 1, 5", "16, 1, 6", "24, 1, 7", "16, 1, 8"
    })
    void everyBitDepthAndNumberOfChannels(int bits, int encoding, int channels) throws IOException {
        float[] noise = Signals.noise(8_000, bits + channels);
        Path file = wav(folder.resolve("deep.wav"), 16_000, bits, encoding, channels, noise);
        float[] read = AudioFile.decode(file, 16_000).samples();
        assertThat(read).hasSameSizeAs(noise);
        double step = Math.max(Math.pow(2, 1 - bits), 1e-7);
        for (int i = 0; i < noise.length; i++) {
            assertThat(Math.abs(read[i] - noise[i])).isLessThanOrEqualTo((float) step);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {700, 8_000, 11_025, 12_345, 22_255, 32_000, 37_800, 44_056, 88_200, 96_000, 192_000, 384_000})
    void everySampleRate(int rate) throws IOException {
        Path file = wav(folder.resolve("odd.wav"), rate, 24, INTEGERS, 1, Signals.sine(220, rate, 2 * rate));
        float[] read = AudioFile.decode(file, 16_000).samples();
        assertThat(read).hasSize(32_000);
        assertThat(correlation(read, Signals.sine(220, 16_000, 32_000), 0)).isGreaterThan(0.999);
    }

    @Test
    void variableBitRateWithoutTheHeaderThatSaysHowLongItIs() {
        float[] music = music(44_100 * 20);
        Path file = Mp3Encoder.write(folder.resolve("plain.mp3"), 44_100, music, false);
        Pcm.Collector sound = new Pcm.Collector(44_100);
        Reading reading = AudioFile.stream(file, 44_100, sound);
        assertThat(reading.flaw()).isEmpty();
        assertThat((double) reading.samples()).isBetween(music.length * 0.995, music.length * 1.005);
        // The delay of encoder and decoder that the missing header would have told.
        assertThat(correlation(sound.pcm().samples(), music, 1105)).isGreaterThan(0.99);
        float[] whole = AudioFile.decode(file, 44_100).samples();
        float[] middle = AudioFile.decodeMiddle(file, 44_100, Duration.ofSeconds(7)).samples();
        assertThat(middle).hasSize(7 * 44_100);
        assertThat(correlation(whole, middle, (whole.length - middle.length) / 2)).isGreaterThan(0.9999);
    }

    @ParameterizedTest
    @CsvSource({"song.mp3, 0", "song.wav, 0", "song.flac, 0", "song.txt, 0", "song, 0", "song.jpg, 0", "gap.mp3, 700"})
    void tagsAPictureAndJunkBeforeTheSoundWhateverTheNameSays(String name, int junk) throws IOException {
        float[] music = music(44_100 * 5);
        byte[] mp3 = Files.readAllBytes(Mp3Encoder.write(folder.resolve("plain.mp3"), 44_100, music, true));
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(id3WithPicture(200_000));
            out.write(new byte[junk]); // some programs leave a gap where a larger tag was
            out.write(mp3);
        }
        float[] read = AudioFile.decode(file, 44_100).samples();
        if (junk == 0) {
            assertThat(read).hasSize(music.length);
            assertThat(correlation(read, music, 0)).isGreaterThan(0.99);
        } else {
            // Behind junk FFmpeg does not look for the header that tells the encoder's delay, and keeps that.
            assertThat(read.length - music.length).isBetween(0, 2_000);
        }
        assertThat(AudioFile.tags(file).title()).isEqualTo("A song");
    }

    @Test
    void aSongThatBeginsInTheMiddleOfAFrame() throws IOException {
        float[] music = music(44_100 * 10);
        byte[] mp3 = Files.readAllBytes(Mp3Encoder.write(folder.resolve("plain.mp3"), 44_100, music, false));
        Path file = folder.resolve("streamed.mp3");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(mp3, 30_000, mp3.length - 30_000);
        }
        double left = (mp3.length - 30_000.0) / mp3.length * 10;
        assertThat(AudioFile.decode(file, 44_100).duration().toMillis() / 1e3).isBetween(left - 1.5, left + 1.5);
    }

    /** Tones that come and go, so that the bit rate varies. */
    private static float[] music(int samples) {
        float[] music = new float[samples];
        for (int i = 0; i < samples; i++) {
            double t = i / 44_100.0;
            double loudness = 0.2 + 0.2 * Math.sin(t);
            music[i] = (float) (loudness * (Math.sin(2 * Math.PI * 330 * t) + Math.sin(2 * Math.PI * (200 + 50 * t) * t)));
        }
        return music;
    }

    /** Of {@code a} from sample {@code fromA} on with {@code b}. */
    private static double correlation(float[] a, float[] b, int fromA) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < Math.min(a.length - fromA, b.length); i++) {
            ab += (double) a[fromA + i] * b[i];
            aa += (double) a[fromA + i] * a[fromA + i];
            bb += (double) b[i] * b[i];
        }
        return ab / Math.sqrt(aa * bb);
    }

    private static byte[] id3WithPicture(int pictureBytes) {
        byte[] title = "\0A song".getBytes(StandardCharsets.ISO_8859_1);
        byte[] picture = new byte[pictureBytes];
        byte[] kind = "\0image/jpeg\0\3\0".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(kind, 0, picture, 0, kind.length);
        for (int i = kind.length; i < picture.length; i++) {
            picture[i] = (byte) (i % 2 == 0 ? 0xff : 0xfb); // looks like the beginnings of frames
        }
        int length = 20 + title.length + picture.length;
        ByteBuffer tag = ByteBuffer.allocate(10 + length);
        tag.put("ID3\3\0\0".getBytes(StandardCharsets.ISO_8859_1));
        for (int shift = 21; shift >= 0; shift -= 7) {
            tag.put((byte) (length >> shift & 0x7f));
        }
        tag.put("TIT2".getBytes(StandardCharsets.ISO_8859_1)).putInt(title.length).putShort((short) 0).put(title);
        tag.put("APIC".getBytes(StandardCharsets.ISO_8859_1)).putInt(picture.length).putShort((short) 0).put(picture);
        return tag.array();
    }

    /** Writes a WAV file whose channels are all the same. */
    private static Path wav(Path file, int rate, int bits, int encoding, int channels, float[] mono) throws IOException {
        int data = mono.length * channels * bits / 8;
        ByteBuffer bytes = ByteBuffer.allocate(44 + data).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes()).putInt(36 + data).put("WAVEfmt ".getBytes()).putInt(16);
        bytes.putShort((short) encoding).putShort((short) channels).putInt(rate).putInt(rate * channels * bits / 8);
        bytes.putShort((short) (channels * bits / 8)).putShort((short) bits).put("data".getBytes()).putInt(data);
        for (float sample : mono) {
            for (int channel = 0; channel < channels; channel++) {
                if (encoding == FLOATS) {
                    if (bits == 32) {
                        bytes.putFloat(sample);
                    } else {
                        bytes.putDouble(sample);
                    }
                    continue;
                }
                long level = Math.round(sample * (Math.pow(2, bits - 1) - 1)) + (bits == 8 ? 128 : 0);
                for (int shift = 0; shift < bits; shift += 8) {
                    bytes.put((byte) (level >> shift));
                }
            }
        }
        return Files.write(file, bytes.array());
    }
}
