package org.tasteprint.audio;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bytedeco.ffmpeg.global.avutil;
import org.tasteprint.core.TasteprintException;

/** Reads sound files of every format that FFmpeg knows. Safe for use by many threads. */
public final class AudioFile {
    /**
     * How long the decoding of one file may take: a three-hour mix takes some fifteen seconds. The time that a sink takes does
     * not count.
     */
    public static final Duration TIME_LIMIT = Duration.ofMinutes(2);

    private static final Set<String> EXTENSIONS = Set.of(
            "aac", "ac3", "aif", "aifc", "aiff", "alac", "amr", "ape", "au", "caf", "dff", "dsf", "flac", "m4a", "m4b", "mka",
            "mp1", "mp2", "mp3", "mpc", "oga", "ogg", "opus", "ra", "snd", "spx", "tak", "tta", "wav", "wave", "weba", "wma",
            "wv");

    private AudioFile() {}

    /**
     * Decodes a file to mono, the mean of its channels, at the rate asked for. Resampling is that of librosa's
     * {@code kaiser_best}; a file that has the rate already keeps its samples exactly. The silence that encoders add is trimmed.
     * Memory is the result's, and at most twice that when the header does not say how long the sound is; {@link #stream} needs
     * none that grows.
     *
     * <p>From a damaged or truncated file comes what can be decoded; {@link #stream} says so.
     *
     * @param sampleRateHz 1000 to 192000
     * @throws AudioException when the file is missing, no audio, damaged beyond use, without samples, in a format that nothing
     *     decodes, or takes longer than {@link #TIME_LIMIT}
     */
    public static Pcm decode(Path file, int sampleRateHz) {
        Pcm.Collector sound = new Pcm.Collector(sampleRateHz);
        stream(file, sampleRateHz, sound);
        return sound.pcm();
    }

    /**
     * Decodes the middle of a file: the samples that {@link #decode} gives of the whole, cut out where as many remain before as
     * after. Where the format allows, only these are decoded. Samples are then exactly the same in lossless files, MP3, Ogg
     * Vorbis and Opus; AAC decoders make up noise as they go, which differs by some thousandths. Where a container's times
     * and its decoder disagree on the length, the excerpt may begin up to 2 ms beside the middle.
     *
     * @param length how much; all of a file that is no longer
     * @throws AudioException as {@link #decode} does
     */
    public static Pcm decodeMiddle(Path file, int sampleRateHz, Duration length) {
        Pcm.Collector sound = new Pcm.Collector(sampleRateHz);
        stream(file, sampleRateHz, new Excerpt.Middle(length), sound);
        return sound.pcm();
    }

    /**
     * Decodes a passage of a file: of the samples that {@link #decode} gives, those from {@code start} on. What follows the
     * passage is not decoded.
     *
     * @param length how much; less comes from a file that ends before, and nothing from one that ends before {@code start}
     * @throws AudioException as {@link #decode} does
     */
    public static Pcm decodePassage(Path file, int sampleRateHz, Duration start, Duration length) {
        checkRate(sampleRateHz);
        Pcm.Collector sound = new Pcm.Collector(sampleRateHz);
        streamWindow(file, sampleRateHz, samples(start, sampleRateHz), samples(length, sampleRateHz), TIME_LIMIT, sound);
        return sound.pcm();
    }

    private static long samples(Duration time, int sampleRateHz) {
        return Math.round(time.toNanos() / 1e9 * sampleRateHz);
    }

    /**
     * Decodes a file as {@link #decode} does and delivers the sound in blocks while it is decoded: memory does not grow with the
     * length of the file.
     *
     * @param sink takes the samples, on this thread; what it throws ends the decoding and comes out of here
     * @throws AudioException as {@link #decode} does; samples may have been delivered before
     */
    public static Reading stream(Path file, int sampleRateHz, SampleSink sink) {
        return stream(file, sampleRateHz, new Excerpt.Whole(), sink);
    }

    /**
     * Decodes a part of a file and delivers it in blocks. An excerpt's memory is its own.
     *
     * @param sink takes the samples, on this thread; what it throws ends the decoding and comes out of here
     * @throws AudioException as {@link #decode} does; samples may have been delivered before
     */
    public static Reading stream(Path file, int sampleRateHz, Excerpt excerpt, SampleSink sink) {
        return stream(file, sampleRateHz, excerpt, TIME_LIMIT, sink);
    }

    static Reading stream(Path file, int sampleRateHz, Excerpt excerpt, Duration timeLimit, SampleSink sink) {
        checkRate(sampleRateHz);
        return switch (excerpt) {
            case Excerpt.Whole() -> streamWhole(file, sampleRateHz, timeLimit, sink);
            case Excerpt.Middle middle -> streamMiddle(file, sampleRateHz, middle, timeLimit, sink);
        };
    }

    static void checkRate(int sampleRateHz) {
        if (sampleRateHz < 1_000 || sampleRateHz > 192_000) {
            throw new IllegalArgumentException("sampleRateHz must be in 1000..192000; sampleRateHz=" + sampleRateHz);
        }
    }

    private static Reading streamWhole(Path file, int sampleRateHz, Duration timeLimit, SampleSink sink) {
        try (Container container = open(file, timeLimit)) {
            return Decoder.decode(container, sampleRateHz, Long.MAX_VALUE, sink);
        }
    }

    private static Reading streamMiddle(
            Path file, int sampleRateHz, Excerpt.Middle middle, Duration timeLimit, SampleSink sink) {
        try (Container container = open(file, timeLimit)) {
            Optional<Reading> found = MiddleReader.read(container, sampleRateHz, middle, sink);
            if (found.isPresent()) {
                return found.get();
            }
        }
        // Once to learn how long it is, and once more up to the end of the excerpt.
        long total = streamWhole(file, sampleRateHz, timeLimit, (_, _, _) -> {}).samples();
        long wanted = middle.samples(total, sampleRateHz);
        long first = middle.first(total, sampleRateHz);
        sink.expect(wanted);
        return new Reading(wanted, streamWindow(file, sampleRateHz, first, wanted, timeLimit, sink).flaw());
    }

    /** Delivers {@code wanted} samples from {@code first} on, and decodes nothing after them. */
    private static Reading streamWindow(
            Path file, int sampleRateHz, long first, long wanted, Duration timeLimit, SampleSink sink) {
        try (Container container = open(file, timeLimit)) {
            return Decoder.decode(container, sampleRateHz, first + wanted, new Window(first, wanted, sink));
        }
    }

    /**
     * Reads what the file says about itself.
     *
     * @throws AudioException when the file is missing, cannot be read or has no audio stream
     */
    public static AudioTags tags(Path file) {
        try (Container container = open(file, TIME_LIMIT)) {
            return MetadataTags.of(container.metadata());
        }
    }

    /** Whether a file's name ends as those of sound files do; the file itself is not looked at. */
    public static boolean hasAudioExtension(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot >= 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** The version of FFmpeg that decodes. */
    public static String ffmpegVersion() {
        return withFfmpeg(() -> avutil.av_version_info().getString());
    }

    private static Container open(Path file, Duration timeLimit) {
        return withFfmpeg(() -> Container.open(file, timeLimit));
    }

    private static <T> T withFfmpeg(Supplier<T> call) {
        try {
            return call.get();
        } catch (LinkageError e) {
            throw new TasteprintException(
                    TasteprintException.Kind.UNAVAILABLE,
                    "cannot decode audio: FFmpeg's native libraries do not load on this platform (%s); see `tasteprint doctor`"
                            .formatted(e.getMessage()),
                    e);
        }
    }
}
