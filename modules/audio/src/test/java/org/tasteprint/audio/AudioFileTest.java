package org.tasteprint.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tasteprint.audio.AudioException.Fault;

class AudioFileTest {
    @TempDir
    Path folder;

    @Test
    void aPassageIsCutOutOfTheWhole() throws IOException {
        Path file = Signals.writeWav(folder.resolve("passage.wav"), 44_100, Signals.pcm16(Signals.noise(5 * 44_100, 3)));
        float[] whole = AudioFile.decode(file, 16_000).samples();
        assertThat(AudioFile.decodePassage(file, 16_000, Duration.ofMillis(1500), Duration.ofSeconds(2)).samples())
                .containsExactly(Arrays.copyOfRange(whole, 24_000, 56_000));
        assertThat(AudioFile.decodePassage(file, 16_000, Duration.ofSeconds(4), Duration.ofSeconds(9)).samples())
                .containsExactly(Arrays.copyOfRange(whole, 64_000, whole.length));
        assertThat(AudioFile.decodePassage(file, 16_000, Duration.ofSeconds(6), Duration.ofSeconds(1)).samples()).isEmpty();
    }

    @Test
    void atItsOwnRateAMonoFileKeepsItsSamplesExactly() throws IOException {
        short[] samples = Signals.pcm16(Signals.noise(20_000, 1));
        samples[0] = Short.MIN_VALUE;
        samples[1] = Short.MAX_VALUE;
        Pcm pcm = AudioFile.decode(Signals.writeWav(folder.resolve("exact.wav"), 16_000, samples), 16_000);
        assertThat(pcm.samples()).hasSize(samples.length);
        for (int i = 0; i < samples.length; i++) {
            assertThat(pcm.samples()[i]).isEqualTo(samples[i] / 32768f);
        }
        assertThat(pcm.duration()).isEqualTo(Duration.ofMillis(1250));
        assertThat(pcm.peak()).isEqualTo(1);
    }

    @Test
    void stereoBecomesTheMeanOfItsChannels() throws IOException {
        short[] left = Signals.pcm16(Signals.noise(10_000, 2));
        short[] right = Signals.pcm16(Signals.noise(10_000, 3));
        Pcm pcm = AudioFile.decode(Signals.writeWav(folder.resolve("stereo.wav"), 44_100, left, right), 44_100);
        for (int i = 0; i < left.length; i++) {
            assertThat(pcm.samples()[i]).isEqualTo((left[i] + right[i]) / 65536f);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6, 8, 11})
    void aToneOnEveryChannelIsAsLoudAsOnOne(int channels) throws IOException {
        float[] tone = Signals.sine(440, 22_050, 22_050);
        short[][] same = new short[channels][];
        Arrays.fill(same, Signals.pcm16(tone));
        Pcm pcm = AudioFile.decode(Signals.writeWav(folder.resolve("many.wav"), 22_050, same), 16_000);
        assertThat(pcm.samples()).hasSize(16_000);
        assertThat(pcm.peak()).isBetween(0.499f, 0.501f);
    }

    @Test
    void theEncodersOfFiveFormatsLeaveFortySeconds() throws IOException {
        Path audio = SharedData.folder("emotify/audio");
        List<Path> files;
        try (var found = Files.walk(audio)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        for (String extension : List.of("mp3", "ogg", "opus", "m4a", "flac")) {
            Path file = files.stream().filter(path -> path.toString().endsWith("." + extension)).findFirst().orElseThrow();
            Pcm pcm = AudioFile.decode(file, 16_000);
            assertThat(pcm.samples()).as(extension).hasSize(640_000);
            assertThat(pcm.peak()).as(extension).isBetween(0.05f, 1.5f);
            AudioTags tags = AudioFile.tags(file);
            assertThat(tags.artist()).as(extension).isNotEmpty();
            assertThat(tags.title()).as(extension).isNotEmpty();
            assertThat(tags.album()).as(extension).isNotEmpty();
            assertThat(tags.year()).as(extension).isBetween(1990, 2015);
            assertThat(tags.genre()).as(extension).isEqualToIgnoringCase(audio.relativize(file).getName(0).toString());
        }
    }

    @Test
    void theSilenceThatEncodersAddIsTrimmed() throws IOException {
        Path odd = SharedData.folder("oddaudio");
        float[] lossless = decodeOdd(odd, "audiowaveform__test_data_test_file_stereo.flac").samples();
        assertThat(correlation(lossless, decodeOdd(odd, "audiowaveform__test_data_test_file_stereo.mp3").samples()))
                .isGreaterThan(0.9999);
        assertThat(correlation(lossless, decodeOdd(odd, "audiowaveform__test_data_test_file_stereo.oga").samples()))
                .isGreaterThan(0.995);
    }

    @Test
    void aRateAndAChannelCountThatChangeOnTheWayAreFollowed() throws IOException {
        Path odd = SharedData.folder("oddaudio");
        Path joined = folder.resolve("joined.mp3");
        try (OutputStream out = Files.newOutputStream(joined)) {
            Files.copy(odd.resolve("minimp3__vectors_l3-sin1k0db.bit"), out);
            Files.copy(odd.resolve("minimp3__vectors_M2L3_bitrate_16_all.bit"), out);
            Files.copy(odd.resolve("minimp3__vectors_l3-sin1k0db.bit"), out);
        }
        double seconds = AudioFile.decode(joined, 16_000).samples().length / 16_000.0;
        assertThat(seconds).isBetween(2 * 8.3 + 17.0 - 0.5, 2 * 8.31 + 17.2 + 0.5);
    }

    @Test
    void aTruncatedFileGivesWhatThereIs() throws IOException {
        Path whole = Signals.writeWav(folder.resolve("whole.wav"), 16_000, Signals.pcm16(Signals.noise(80_000, 4)));
        Path cut = Files.write(folder.resolve("cut.wav"), Arrays.copyOf(Files.readAllBytes(whole), 44 + 2 * 40_000));
        assertThat(AudioFile.decode(cut, 16_000).samples()).hasSize(40_000);
        Path header = Files.write(folder.resolve("header.wav"), Arrays.copyOf(Files.readAllBytes(whole), 44));
        assertFault(header, Fault.TRUNCATED);
        assertThat(AudioFile.stream(whole, 16_000, (_, _, _) -> {}).flaw()).isEmpty();
        assertThat(AudioFile.stream(cut, 16_000, (_, _, _) -> {}))
                .isEqualTo(new Reading(40_000, "it is cut off: its last 80000 bytes are missing"));
        assertFault(Signals.writeWav(folder.resolve("none.wav"), 16_000, new short[0]), Fault.NO_SAMPLES);
    }

    @Test
    void filesCutInTheMiddleSayHowMuchIsLeft() throws IOException {
        for (String extension : List.of("mp3", "flac", "m4a")) {
            Path file;
            try (var found = Files.walk(SharedData.folder("emotify/audio"))) {
                file = found.filter(path -> path.toString().endsWith("." + extension)).sorted().findFirst().orElseThrow();
            }
            byte[] bytes = Files.readAllBytes(file);
            Path half = Files.write(folder.resolve("half." + extension), Arrays.copyOf(bytes, bytes.length / 2));
            if (extension.equals("m4a")) {
                assertFault(half, Fault.TRUNCATED); // its index was at the end
            } else {
                assertThat(AudioFile.stream(half, 16_000, (_, _, _) -> {}).flaw())
                        .matches("it is cut off: (1|2)\\d\\.\\d of 40\\.0 s could be read");
            }
        }
    }

    @Test
    void aThreeHourMixIsReadInTheMemoryOfAFewBlocks() throws IOException {
        int samples = 3 * 3600 * 16_000;
        Path mix = Signals.writeSparseWav(folder.resolve("mix.wav"), 16_000, samples);
        long[] heard = {0, 0};
        Path warmUp = Signals.writeWav(folder.resolve("short.wav"), 16_000, new short[100]);
        AudioFile.stream(warmUp, 16_000, (_, _, _) -> {}); // everything is loaded
        long before = allocated();
        Reading reading = AudioFile.stream(mix, 16_000, (_, _, count) -> {
            heard[0] += count;
            heard[1] = Math.max(heard[1], count);
        });
        // Some 500 bytes a packet, forgotten at once, where the samples would take 691 MB.
        assertThat(allocated() - before).isLessThan(100_000_000);
        assertThat(reading.samples()).isEqualTo(samples).isEqualTo(heard[0]);
        assertThat(heard[1]).isLessThanOrEqualTo(1 << 16);
    }

    /** Bytes that this thread has taken from the heap so far. */
    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void aFileWhoseNameIsStrangeIsReadLikeAnother() throws IOException {
        short[] samples = Signals.pcm16(Signals.noise(16_000, 5));
        for (String name : List.of("http:x.wav", "100%d.wav", "a b'\"|.wav", "-i.wav", "é.wav")) {
            assumeTrue(canBeNamed(name), () -> "skipped: the file system's encoding has no " + name);
            assertThat(AudioFile.decode(Signals.writeWav(folder.resolve(name), 16_000, samples), 16_000).samples())
                    .hasSize(16_000);
        }
    }

    @Test
    void everyFaultSaysWhatIsWrongAndWhatToDo() throws IOException {
        assertFault(folder.resolve("missing.mp3"), Fault.NOT_FOUND);
        assertFault(folder, Fault.NOT_READABLE);
        assertFault(Files.createFile(folder.resolve("empty.mp3")), Fault.EMPTY);
        assertFault(Files.writeString(folder.resolve("text.mp3"), "no sound at all\n".repeat(500)), Fault.NOT_AUDIO);
        assertFault(Files.write(folder.resolve("zeros.wav"), new byte[100_000]), Fault.NOT_AUDIO);
        Path picture = folder.resolve("picture.png");
        ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        assertFault(picture, Fault.NOT_AUDIO);
        assertThatThrownBy(() -> AudioFile.tags(picture)).isInstanceOf(AudioException.class);
    }

    @Test
    void aFileThatTakesTooLongIsGivenUp() throws IOException {
        Path file = Signals.writeWav(folder.resolve("slow.wav"), 16_000, Signals.pcm16(Signals.noise(16_000, 7)));
        AudioException thrown =
                catchThrowableOfType(AudioException.class, () -> Container.open(file, Duration.ZERO).close());
        assertThat(thrown.fault()).isEqualTo(Fault.TIMED_OUT);
    }

    @Test
    void manyThreadsDecodeAtATime() throws IOException {
        Path file = Signals.writeWav(folder.resolve("shared.wav"), 44_100, Signals.pcm16(Signals.noise(88_200, 8)));
        float[] alone = AudioFile.decode(file, 16_000).samples();
        assertThat(IntStream.range(0, 64).parallel().mapToObj(i -> AudioFile.decode(file, 16_000).samples()).toList())
                .allSatisfy(samples -> assertThat(samples).isEqualTo(alone));
    }

    @Test
    void aPlaylistCannotChooseWhatIsRead() throws IOException {
        Signals.writeWav(folder.resolve("secret.wav"), 16_000, Signals.pcm16(Signals.noise(32_000, 6)));
        assertFault(
                Files.writeString(folder.resolve("concat.mp3"), "ffconcat version 1.0\nfile secret.wav\n"), Fault.NOT_AUDIO);
        assertFault(
                Files.writeString(
                        folder.resolve("list.m3u8"),
                        "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nsecret.wav\n#EXT-X-ENDLIST\n"),
                Fault.NOT_AUDIO);
    }

    @Test
    void aFileWithoutReadPermissionSaysSo() throws IOException {
        Path locked = Signals.writeWav(folder.resolve("locked.wav"), 16_000, new short[16_000]);
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(locked), "skipped: this user reads everything");
        assertFault(locked, Fault.NOT_READABLE);
    }

    @Test
    void onlySoundFilesHaveAnAudioExtension() {
        assertThat(AudioFile.hasAudioExtension(Path.of("a/b.c/Song.MP3"))).isTrue();
        assertThat(AudioFile.hasAudioExtension(Path.of("song.opus"))).isTrue();
        assertThat(AudioFile.hasAudioExtension(Path.of("cover.jpg"))).isFalse();
        assertThat(AudioFile.hasAudioExtension(Path.of("folder.mp3/readme"))).isFalse();
        assertThat(AudioFile.hasAudioExtension(Path.of("mp3"))).isFalse();
    }

    @Test
    void aSampleRateOutOfRangeIsRefused() {
        assertThatThrownBy(() -> AudioFile.decode(folder, 999))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sampleRateHz must be in 1000..192000; sampleRateHz=999");
    }

    private static void assertFault(Path file, Fault fault) {
        AudioException thrown = catchThrowableOfType(AudioException.class, () -> AudioFile.decode(file, 16_000));
        assertThat(thrown).as(file.toString()).isNotNull();
        assertThat(thrown.fault()).isEqualTo(fault);
        assertThat(thrown).hasMessageStartingWith("cannot read " + file + ": ").hasMessageContaining("; ");
        assertThat(thrown.getMessage().lines()).hasSize(1);
    }

    private static boolean canBeNamed(String name) {
        return Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode(name);
    }

    private static Pcm decodeOdd(Path odd, String name) {
        return AudioFile.decode(odd.resolve(name), 16_000);
    }

    private static double correlation(float[] a, float[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            ab += (double) a[i] * b[i];
            aa += (double) a[i] * a[i];
            bb += (double) b[i] * b[i];
        }
        return ab / Math.sqrt(aa * bb);
    }
}
