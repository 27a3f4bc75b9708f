package org.tasteprint.audio;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.tasteprint.audio.AudioException.Fault;

/** An open sound file: its audio stream, its metadata, and its packets one after another. For one thread. */
final class Container implements AutoCloseable {
    /** Formats, besides those called {@code …_pipe}, in which FFmpeg sees a picture or a text as a film. */
    private static final Set<String> PICTURES_AND_TEXTS =
            Set.of("ansi", "ass", "bin", "gif", "apng", "idf", "iff", "srt", "txd", "tty", "webvtt", "xbin");

    /** How much of the end is read to find out when it is. */
    private static final double LAST_SECONDS = 2;

    private final Path file;
    private final long bytes;
    private final Duration timeLimit;
    private final AVFormatContext context;
    private final LongPointer deadline = new LongPointer(1);
    private AVStream audio;

    private Container(Path file, long bytes, Duration timeLimit) {
        this.file = file;
        this.bytes = bytes;
        this.timeLimit = timeLimit;
        deadline.put(System.nanoTime() + timeLimit.toNanos());
        context = avformat.avformat_alloc_context();
        context.interrupt_callback().callback(Ffmpeg.STOP_AT_DEADLINE).opaque(deadline);
    }

    /**
     * Opens a file and finds its audio stream.
     *
     * @param timeLimit how long the file may stay open
     * @throws AudioException when the file cannot be opened or holds no sound
     */
    static Container open(Path file, Duration timeLimit) {
        Container container = new Container(file, sizeOfReadable(file), timeLimit);
        try {
            container.readHeader();
            container.findAudio();
            return container;
        } catch (RuntimeException | Error e) {
            container.close();
            throw e;
        }
    }

    Path file() {
        return file;
    }

    AVStream audio() {
        return audio;
    }

    /**
     * How long the file says it is, and may be at all: no codec makes more than some 2 000 seconds of a megabyte, whatever a damaged
     * header claims.
     */
    double statedSeconds() {
        double stated = audio.duration() > 0
                ? audio.duration() * avutil.av_q2d(audio.time_base())
                : Math.max(0, context.duration()) / (double) avutil.AV_TIME_BASE;
        return Math.min(stated, bytes / 500.0);
    }

    /** Whether, and by how much, the file is shorter than it says: "its last 12 bytes are missing", or empty. */
    String missing() {
        long missing = Chunks.missingBytes(file);
        return missing > 0 ? "its last %d bytes are missing".formatted(missing) : "";
    }

    /** How long the header promises the sound to be, or 0 where it says nothing that can be relied on. */
    double promisedSeconds() {
        boolean guessed = context.duration_estimation_method() == avformat.AVFMT_DURATION_FROM_BITRATE;
        return guessed || audio.duration() <= 0 ? 0 : audio.duration() * avutil.av_q2d(audio.time_base());
    }

    /**
     * Reads the next packet of any stream; the caller unreferences it.
     *
     * @return 0, or one of FFmpeg's errors: {@code AVERROR_EOF} at the end
     */
    int read(AVPacket packet) {
        checkTime();
        return avformat.av_read_frame(context, packet);
    }

    /**
     * Moves to the last place at or before {@code timestamp}, in the stream's time base, from which decoding can begin.
     *
     * @return false when the format cannot
     */
    boolean seek(long timestamp) {
        return avformat.av_seek_frame(context, audio.index(), timestamp, avformat.AVSEEK_FLAG_BACKWARD) >= 0;
    }

    /**
     * When the sound ends, in the stream's time base, from the last packets, which are read and not decoded. The container must be
     * moved to where reading is to go on.
     *
     * @return empty when packets bear no time, or the format cannot seek
     */
    OptionalLong endTimestamp() {
        // Ogg's packets are as long as what is left of them already.
        boolean trimmed = context.iformat().name().getString().equals("ogg");
        double tickSeconds = avutil.av_q2d(audio.time_base());
        long start = audio.start_time() == avutil.AV_NOPTS_VALUE ? 0 : audio.start_time();
        if (!seek(start + (long) ((statedSeconds() - LAST_SECONDS) / tickSeconds)) && !seek(start)) {
            return OptionalLong.empty();
        }
        OptionalLong end = OptionalLong.empty();
        AVPacket packet = avcodec.av_packet_alloc();
        try {
            while (read(packet) >= 0) {
                if (packet.stream_index() == audio.index() && packet.pts() != avutil.AV_NOPTS_VALUE) {
                    double discarded = (trimmed ? 0.0 : discarded(packet)) / audio.codecpar().sample_rate() / tickSeconds;
                    end = OptionalLong.of(packet.pts() + packet.duration() - Math.round(discarded));
                }
                avcodec.av_packet_unref(packet);
            }
        } finally {
            avcodec.av_packet_free(packet);
        }
        return end;
    }

    /** Samples at the packet's end that the decoder will leave out. */
    private static long discarded(AVPacket packet) {
        try (SizeTPointer size = new SizeTPointer(1)) {
            BytePointer skips = avcodec.av_packet_get_side_data(packet, avcodec.AV_PKT_DATA_SKIP_SAMPLES, size);
            return skips == null || size.get() < 8
                    ? 0
                    : Integer.toUnsignedLong(skips.capacity(8).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN).getInt(4));
        }
    }

    /** Moves the time limit: so long somebody else has kept us waiting. */
    void extendTime(long nanos) {
        deadline.put(deadline.get() + nanos);
    }

    /** @throws AudioException {@code TIMED_OUT} when the file has been open longer than its time limit */
    void checkTime() {
        if (System.nanoTime() - deadline.get() > 0) {
            throw new AudioException(Fault.TIMED_OUT, file, "limit: " + timeLimit.toSeconds() + " s");
        }
    }

    /** What the file and its audio stream say about themselves, by lower-case key; the stream's word counts where both speak. */
    Map<String, String> metadata() {
        Map<String, String> metadata = new HashMap<>();
        addTo(metadata, context.metadata());
        addTo(metadata, audio.metadata());
        return metadata;
    }

    @Override
    public void close() {
        avformat.avformat_close_input(context);
        deadline.close();
    }

    private static long sizeOfReadable(Path file) {
        if (Files.notExists(file)) {
            throw new AudioException(Fault.NOT_FOUND, file);
        }
        if (!Files.isRegularFile(file)) {
            throw new AudioException(Fault.NOT_READABLE, file, Files.isDirectory(file) ? "it is a folder" : "");
        }
        if (!Files.isReadable(file)) {
            throw new AudioException(Fault.NOT_READABLE, file, "permission denied");
        }
        try {
            long bytes = Files.size(file);
            if (bytes == 0) {
                throw new AudioException(Fault.EMPTY, file);
            }
            return bytes;
        } catch (IOException e) {
            throw new AudioException(Fault.NOT_READABLE, file, String.valueOf(e.getMessage()));
        }
    }

    private void readHeader() {
        AVDictionary options = new AVDictionary(null);
        try (BytePointer url = new BytePointer("file:" + file.toAbsolutePath(), StandardCharsets.UTF_8)) {
            avutil.av_dict_set(options, "format_whitelist", Ffmpeg.FORMATS, 0);
            avutil.av_dict_set(options, "protocol_whitelist", "file", 0);
            int opened = avformat.avformat_open_input(context, url, null, options);
            if (opened < 0) {
                checkTime();
                if (opened == avutil.AVERROR_EACCES()) {
                    throw new AudioException(Fault.NOT_READABLE, file);
                }
                throw Chunks.missingBytes(file) > 0
                        ? new AudioException(Fault.TRUNCATED, file, missing())
                        : new AudioException(Fault.NOT_AUDIO, file);
            }
        } finally {
            avutil.av_dict_free(options);
        }
    }

    private void findAudio() {
        // An error here is no reason to give up: the packets themselves may be in order.
        avformat.avformat_find_stream_info(context, (AVDictionary) null);
        checkTime();
        int best = avformat.av_find_best_stream(context, avutil.AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
        if (best < 0) {
            String format = context.iformat().name().getString();
            boolean picture = format.endsWith("_pipe") || PICTURES_AND_TEXTS.contains(format);
            throw new AudioException(picture ? Fault.NOT_AUDIO : Fault.NO_AUDIO_STREAM, file, "format: " + format);
        }
        audio = context.streams(best);
        for (int i = 0; i < context.nb_streams(); i++) {
            if (i != best) {
                context.streams(i).discard(avcodec.AVDISCARD_ALL);
            }
        }
    }

    private static void addTo(Map<String, String> metadata, AVDictionary dictionary) {
        AVDictionaryEntry entry = null;
        while ((entry = avutil.av_dict_iterate(dictionary, entry)) != null) {
            metadata.put(
                    entry.key().getString(StandardCharsets.UTF_8).toLowerCase(Locale.ROOT),
                    entry.value().getString(StandardCharsets.UTF_8));
        }
    }
}
