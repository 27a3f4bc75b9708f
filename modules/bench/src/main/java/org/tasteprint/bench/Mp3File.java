package org.tasteprint.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.FloatPointer;
import org.tasteprint.audio.synth.Sound;
import org.tasteprint.core.AtomicFile;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/** Writes MP3 files with LAME, which FFmpeg brings along: something to decode that every machine can make for itself. */
final class Mp3File implements AutoCloseable {
    private static final int BITS_PER_SECOND = 192_000;

    private final AVCodecContext encoder;
    private final AVFrame frame = avutil.av_frame_alloc();
    private final AVPacket packet = avcodec.av_packet_alloc();

    private Mp3File(Sound sound) {
        AVCodec codec = avcodec.avcodec_find_encoder(avcodec.AV_CODEC_ID_MP3);
        if (codec == null) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE, "FFmpeg has no MP3 encoder on this platform: name a file with -p file=… instead");
        }
        encoder = avcodec.avcodec_alloc_context3(codec);
        encoder.sample_rate(sound.sampleRateHz());
        encoder.sample_fmt(avutil.AV_SAMPLE_FMT_FLTP);
        encoder.bit_rate(BITS_PER_SECOND);
        avutil.av_channel_layout_default(encoder.ch_layout(), sound.channels().size());
        check(avcodec.avcodec_open2(encoder, codec, (AVDictionary) null));
        frame.nb_samples(encoder.frame_size());
        frame.format(encoder.sample_fmt());
        frame.sample_rate(encoder.sample_rate());
        check(avutil.av_channel_layout_copy(frame.ch_layout(), encoder.ch_layout()));
        check(avutil.av_frame_get_buffer(frame, 0));
    }

    /** Writes a file; what remains beyond the last full frame of 1152 samples is left out. */
    static void write(Path file, Sound sound) {
        try (Mp3File mp3 = new Mp3File(sound)) {
            AtomicFile.write(file, out -> mp3.encode(sound, out));
        }
    }

    private void encode(Sound sound, OutputStream out) throws IOException {
        int step = encoder.frame_size();
        for (int from = 0; from + step <= sound.frames(); from += step) {
            check(avutil.av_frame_make_writable(frame));
            for (int channel = 0; channel < sound.channels().size(); channel++) {
                new FloatPointer(frame.data(channel)).put(sound.channels().get(channel), from, step);
            }
            frame.pts(from);
            check(avcodec.avcodec_send_frame(encoder, frame));
            drain(out);
        }
        check(avcodec.avcodec_send_frame(encoder, null));
        drain(out);
    }

    private void drain(OutputStream out) throws IOException {
        while (avcodec.avcodec_receive_packet(encoder, packet) >= 0) {
            byte[] bytes = new byte[packet.size()];
            packet.data().get(bytes);
            out.write(bytes);
            avcodec.av_packet_unref(packet);
        }
    }

    private static void check(int code) {
        if (code < 0) {
            throw new IllegalStateException("FFmpeg cannot encode MP3 (error %d)".formatted(code));
        }
    }

    @Override
    public void close() {
        avcodec.avcodec_free_context(encoder);
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
    }
}
