package org.tasteprint.audio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** What is set up once for FFmpeg's libraries in this process. */
final class Ffmpeg {
    /**
     * Formats that make FFmpeg open further files or addresses that the file names: a stranger's file must not choose what is
     * read. Pictures in numbered series and devices are no sound files anyway.
     */
    private static final Set<String> REFERRING_FORMATS = Set.of(
            "concat", "dash", "hls", "image2", "imf", "lavfi", "rtp", "rtsp", "sap", "sdp", "webm_dash_manifest");

    /** Comma-separated names of the formats that a sound file may have. */
    static final String FORMATS;

    /** Stops reading when the deadline, a {@link System#nanoTime} in the opaque pointer, has passed. */
    static final AVIOInterruptCB.Callback_Pointer STOP_AT_DEADLINE;

    static {
        // JavaCPP otherwise refuses to allocate, after forced collections, once the process is large: neural networks are.
        if (System.getProperty("org.bytedeco.javacpp.maxPhysicalBytes") == null) {
            System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        }
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        FORMATS = formats();
        STOP_AT_DEADLINE = new StopAtDeadline();
    }

    private Ffmpeg() {}

    /** FFmpeg's own words for an error code. */
    static String message(int error) {
        byte[] text = new byte[avutil.AV_ERROR_MAX_STRING_SIZE];
        avutil.av_strerror(error, text, text.length);
        return new String(text, StandardCharsets.UTF_8).split("\0", 2)[0];
    }

    private static String formats() {
        List<String> names = new ArrayList<>();
        try (PointerPointer<Pointer> position = new PointerPointer<>(1)) {
            position.put(0, (Pointer) null);
            AVInputFormat format;
            while ((format = avformat.av_demuxer_iterate(position)) != null) {
                String name = format.name().getString();
                if (!REFERRING_FORMATS.contains(name)) {
                    names.add(name);
                }
            }
        }
        return String.join(",", names);
    }

    /** One object for all files, for JavaCPP makes only a few: what differs comes in the opaque pointer. */
    private static final class StopAtDeadline extends AVIOInterruptCB.Callback_Pointer {
        @Override
        public int call(Pointer deadline) {
            return System.nanoTime() - new LongPointer(deadline).get() > 0 ? 1 : 0;
        }
    }
}
