package org.tasteprint.backbone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import org.tasteprint.audio.LogMel;
import org.tasteprint.audio.Spectrogram;
import org.tasteprint.audio.synth.Renderer;
import org.tasteprint.core.Progress;
import org.tasteprint.core.Sha256;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import org.tasteprint.nets.Patches;

/**
 * A repertoire as the network hears it, in a file: for every song a record of the same length, which holds the log-mel spectrogram in
 * half precision ({@code short[frames][96]}) and then the tags of its stretches ({@code long[]}), big-endian. Rendering goes on where
 * it stopped; memory holds a few songs while rendering and none afterwards.
 */
final class RenderedMusic implements AutoCloseable {
    private static final int RENDERERS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final FileChannel file;
    private final int songs;
    private final int frames;
    private final int stretches;
    private final int recordBytes;

    private RenderedMusic(FileChannel file, int songs, int seconds) {
        this.file = file;
        this.songs = songs;
        stretches = seconds * LogMel.SAMPLE_RATE_HZ / LogMel.HOP_SAMPLES / TagTimeline.FRAMES;
        frames = stretches * TagTimeline.FRAMES;
        recordBytes = frames * LogMel.BANDS * Short.BYTES + stretches * Long.BYTES;
    }

    /**
     * Opens a file, renders what is missing of it, and keeps it open.
     *
     * @param path of the file; its name is to tell seed and seconds, which it does not hold
     * @throws TasteprintException {@code UNAVAILABLE} when it cannot be written
     */
    static RenderedMusic in(Path path, Repertoire repertoire, int songs, int seconds, Progress progress) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            FileChannel file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                RenderedMusic music = new RenderedMusic(file, songs, seconds);
                music.render(repertoire, seconds, progress);
                return music;
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE, "cannot write %s (%s): check the free space".formatted(path, e.getMessage()), e);
        }
    }

    private void render(Repertoire repertoire, int seconds, Progress progress) throws IOException {
        int present = Math.toIntExact(Math.min(songs, file.size() / recordBytes));
        if (present == songs) {
            return;
        }
        try (Progress.Task task = progress.begin("rendering music", "songs", songs)) {
            task.advance(present);
            var records = IntStream.range(present, songs)
                    .boxed()
                    .gather(Gatherers.mapConcurrent(RENDERERS, number -> record(repertoire.song(number), seconds)))
                    .iterator();
            for (long song = present; records.hasNext(); song++) {
                writeFully(records.next(), song * recordBytes);
                task.advance(1);
            }
        }
    }

    private ByteBuffer record(Performance performance, int seconds) {
        Spectrogram logMel = LogMel.of(
                Renderer.render(performance.song(), Duration.ofSeconds(seconds), LogMel.SAMPLE_RATE_HZ).mono());
        ByteBuffer record = ByteBuffer.allocate(recordBytes);
        for (int i = 0; i < frames * LogMel.BANDS; i++) {
            record.putShort(Float.floatToFloat16(logMel.values()[i]));
        }
        for (long set : TagTimeline.of(performance, stretches)) {
            record.putLong(set);
        }
        return record.flip();
    }

    private void writeFully(ByteBuffer record, long position) throws IOException {
        while (record.hasRemaining()) {
            position += file.write(record, position);
        }
    }

    int songs() {
        return songs;
    }

    /** In how many places a patch can begin. */
    int places() {
        return frames - Patches.FRAMES + 1;
    }

    /**
     * Reads a patch.
     *
     * @param place 0 to {@link #places()} - 1: its first frame
     * @param to    receives float[187][96] from {@code offset} on
     * @return the {@linkplain Tags set of tags} that are true of it
     */
    long patch(int song, int place, float[] to, int offset) {
        int values = Patches.FRAMES * LogMel.BANDS;
        long start = (long) song * recordBytes;
        ByteBuffer halves = read(start + (long) place * LogMel.BANDS * Short.BYTES, values * Short.BYTES);
        for (int i = 0; i < values; i++) {
            to[offset + i] = Float.float16ToFloat(halves.getShort());
        }
        long[] sets = new long[stretches];
        read(start + (long) frames * LogMel.BANDS * Short.BYTES, stretches * Long.BYTES).asLongBuffer().get(sets);
        return TagTimeline.during(sets, place, Patches.FRAMES);
    }

    private ByteBuffer read(long position, int bytes) {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        try {
            while (buffer.hasRemaining()) {
                if (file.read(buffer, position + buffer.position()) < 0) {
                    throw new IOException("it ends too early");
                }
            }
        } catch (IOException e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE, "cannot read the rendered music (%s): delete it and train again".formatted(e.getMessage()), e);
        }
        return buffer.flip();
    }

    /** SHA-256, in hexadecimal, of all records. */
    String hash() {
        MessageDigest digest = Sha256.digest();
        for (int song = 0; song < songs; song++) {
            digest.update(read((long) song * recordBytes, recordBytes));
        }
        return Sha256.hexadecimal(digest);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new TasteprintException(Kind.UNAVAILABLE, "cannot close the rendered music: " + e.getMessage(), e);
        }
    }
}
