package org.tasteprint.audio;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.tasteprint.audio.AudioException.Fault;

/**
 * The decoded frames of a container's audio stream, one after another, each mixed to mono. FFmpeg's decoders trim the silence that
 * encoders put before and after the music. A packet that cannot be decoded is left out, and the next one is tried.
 */
final class Frames implements AutoCloseable {
    /** Damaged headers claim any rate: beyond these nothing is music, and a resampler's filter would not fit into memory. */
    private static final int LOWEST_RATE_HZ = 500;

    private static final int HIGHEST_RATE_HZ = 1_000_000;

    private final Container container;
    private final AVCodecContext codec;
    private final AVPacket packet;
    private final AVFrame frame;
    private final MonoMixer mixer = new MonoMixer();
    private boolean drained;
    private int samples;
    private int rateHz;
    private long timestamp;
    private int firstError;
    private int errors;

    /** @throws AudioException when there is no decoder for the stream */
    Frames(Container container) {
        this.container = container;
        codec = avcodec.avcodec_alloc_context3(null);
        packet = avcodec.av_packet_alloc();
        frame = avutil.av_frame_alloc();
        try {
            openCodec();
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private void openCodec() {
        AVCodecParameters parameters = container.audio().codecpar();
        AVCodec decoder = avcodec.avcodec_find_decoder(parameters.codec_id());
        String name = avcodec.avcodec_get_name(parameters.codec_id()).getString();
        if (decoder == null) {
            throw new AudioException(Fault.UNSUPPORTED_CODEC, container.file(), "codec: " + name);
        }
        avcodec.avcodec_parameters_to_context(codec, parameters);
        codec.pkt_timebase(container.audio().time_base());
        // Callers decode many files at a time.
        codec.thread_count(1);
        int opened = avcodec.avcodec_open2(codec, decoder, (AVDictionary) null);
        if (opened < 0) {
            throw new AudioException(
                    opened == avutil.AVERROR_PATCHWELCOME() ? Fault.UNSUPPORTED_CODEC : Fault.DAMAGED,
                    container.file(),
                    "codec: " + name + ", " + Ffmpeg.message(opened));
        }
    }

    /**
     * Goes on to the next frame that has sound.
     *
     * @return false at the end of the file
     * @throws AudioException {@code TIMED_OUT}
     */
    boolean next() {
        while (true) {
            container.checkTime();
            int received = avcodec.avcodec_receive_frame(codec, frame);
            if (received >= 0) {
                boolean usable = take();
                avutil.av_frame_unref(frame);
                if (usable) {
                    return true;
                }
                continue;
            }
            if (received != avutil.AVERROR_EAGAIN() && received != AVERROR_EOF()) {
                remember(received);
            }
            if (drained) {
                return false;
            }
            sendPacket();
        }
    }

    /** The frame's sound, {@link #samples} of it; valid until {@link #next}. */
    float[] mono() {
        return mixer.mono();
    }

    int samples() {
        return samples;
    }

    int rateHz() {
        return rateHz;
    }

    /** When the frame sounds, in the stream's time base, or {@code AV_NOPTS_VALUE}. */
    long timestamp() {
        return timestamp;
    }

    /** Packets that could not be decoded or read. */
    int errors() {
        return errors;
    }

    /** The first of FFmpeg's errors, or 0. */
    int firstError() {
        return firstError;
    }

    /** To be called when the container was moved to another place. */
    void restart() {
        avcodec.avcodec_flush_buffers(codec);
        drained = false;
    }

    @Override
    public void close() {
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
        avcodec.avcodec_free_context(codec);
    }

    /** Sends the stream's next packet to the decoder, or tells it that there is none. */
    private void sendPacket() {
        int read;
        while ((read = container.read(packet)) >= 0) {
            try {
                if (packet.stream_index() == container.audio().index()) {
                    remember(avcodec.avcodec_send_packet(codec, packet));
                    return;
                }
            } finally {
                avcodec.av_packet_unref(packet);
            }
        }
        container.checkTime();
        if (read != AVERROR_EOF()) {
            remember(read);
        }
        avcodec.avcodec_send_packet(codec, null);
        drained = true;
    }

    private boolean take() {
        rateHz = frame.sample_rate();
        if (rateHz < LOWEST_RATE_HZ || rateHz > HIGHEST_RATE_HZ) {
            remember(avutil.AVERROR_INVALIDDATA());
            return false;
        }
        timestamp = frame.best_effort_timestamp();
        samples = mixer.mix(frame);
        return samples > 0;
    }

    private void remember(int error) {
        if (error < 0) {
            errors++;
            firstError = firstError == 0 ? error : firstError;
        }
    }
}
