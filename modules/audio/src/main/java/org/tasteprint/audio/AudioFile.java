package org.tasteprint.audio;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.bytedeco.ffmpeg.global.avutil;
import org.tasteprint.core.TasteprintException;

/** Reads sound files of every format that FFmpeg knows. Safe for use by many threads. */
public final class AudioFile {
    /** How long one file may take, from opening to the last sample: a three-hour mix takes some fifteen seconds. */
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
     * <p>From a damaged or truncated file comes what can be decoded, when that is at least a second.
     *
     * @param sampleRateHz 1000 to 192000
     * @throws AudioException when the file is missing, no audio, damaged beyond use, without samples, in a format that nothing
     *     decodes, or takes longer than {@link #TIME_LIMIT}
     */
    public static Pcm decode(Path file, int sampleRateHz) {
        SampleBuffer sound = new SampleBuffer();
        stream(file, sampleRateHz, sound);
        return new Pcm(sound.toArray(), sampleRateHz);
    }

    /**
     * Decodes a file as {@link #decode} does and delivers the sound in blocks while it is decoded: memory does not grow with the
     * length of the file.
     *
     * @param sink takes the samples, on this thread; what it throws ends the decoding and comes out of here
     * @throws AudioException as {@link #decode} does; samples may have been delivered before
     */
    public static Reading stream(Path file, int sampleRateHz, SampleSink sink) {
        if (sampleRateHz < 1_000 || sampleRateHz > 192_000) {
            throw new IllegalArgumentException("sampleRateHz must be in 1000..192000; sampleRateHz=" + sampleRateHz);
        }
        try (Container container = open(file)) {
            return Decoder.decode(container, sampleRateHz, sink);
        }
    }

    /**
     * Reads what the file says about itself.
     *
     * @throws AudioException when the file is missing, cannot be read or has no audio stream
     */
    public static AudioTags tags(Path file) {
        try (Container container = open(file)) {
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

    private static Container open(Path file) {
        return withFfmpeg(() -> Container.open(file, TIME_LIMIT));
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
