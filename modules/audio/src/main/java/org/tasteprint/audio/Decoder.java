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
 * Turns the packets of a file into mono sound, in one pass. FFmpeg's decoders trim the silence that encoders put before and
 * after the music. A packet that cannot be decoded is left out, and the next one is tried.
 */
final class Decoder implements AutoCloseable {
    /** Damaged headers claim any rate: beyond these nothing is music, and a resampler's filter would not fit into memory. */
    private static final int LOWEST_RATE_HZ = 500;

    private static final int HIGHEST_RATE_HZ = 1_000_000;

    private final Container container;
    private final int sampleRateHz;
    private final SampleBuffer sound;
    private final AVCodecContext codec;
    private final AVPacket packet;
    private final AVFrame frame;
    private final MonoMixer mixer = new MonoMixer();
    private Resampler resampler;
    private int firstError;

    private Decoder(Container container, int sampleRateHz) {
        this.container = container;
        this.sampleRateHz = sampleRateHz;
        sound = new SampleBuffer((long) Math.ceil(container.statedSeconds() * sampleRateHz));
        codec = avcodec.avcodec_alloc_context3(null);
        packet = avcodec.av_packet_alloc();
        frame = avutil.av_frame_alloc();
    }

    /**
     * Decodes a whole file to mono at {@code sampleRateHz}.
     *
     * @throws AudioException when there is no decoder for it, when there is no sound in it, and when it is damaged and less than a
     *     second can be decoded
     */
    static float[] decode(Container container, int sampleRateHz) {
        try (Decoder decoder = new Decoder(container, sampleRateHz)) {
            decoder.openCodec();
            decoder.readPackets();
            return decoder.result();
        }
    }

    @Override
    public void close() {
        if (resampler != null) {
            resampler.close();
        }
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
        avcodec.avcodec_free_context(codec);
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

    private void readPackets() {
        int read;
        while ((read = container.read(packet)) >= 0) {
            try {
                if (packet.stream_index() == container.audio().index()) {
                    decode(packet);
                }
            } finally {
                avcodec.av_packet_unref(packet);
            }
        }
        container.checkTime();
        if (read != AVERROR_EOF()) {
            remember(read);
        }
        decode(null);
        finishResampler();
    }

    /** Decodes one packet, or what the decoder still holds when there is none. */
    private void decode(AVPacket next) {
        remember(avcodec.avcodec_send_packet(codec, next));
        int received;
        while ((received = avcodec.avcodec_receive_frame(codec, frame)) >= 0) {
            take();
            avutil.av_frame_unref(frame);
            container.checkTime();
        }
        if (received != avutil.AVERROR_EAGAIN() && received != AVERROR_EOF()) {
            remember(received);
        }
    }

    private void take() {
        int rate = frame.sample_rate();
        if (rate < LOWEST_RATE_HZ || rate > HIGHEST_RATE_HZ) {
            remember(avutil.AVERROR_INVALIDDATA());
            return;
        }
        if (resampler != null && resampler.fromHz() != rate) {
            finishResampler();
        }
        if (resampler == null) {
            resampler = new Resampler(rate, sampleRateHz, sound);
        }
        int samples = mixer.mix(frame);
        resampler.write(mixer.mono(), samples);
    }

    private void finishResampler() {
        if (resampler != null) {
            resampler.finish();
            resampler.close();
            resampler = null;
        }
    }

    private void remember(int error) {
        if (error < 0 && firstError == 0) {
            firstError = error;
        }
    }

    private float[] result() {
        if (firstError != 0 && sound.size() < sampleRateHz) {
            throw new AudioException(Fault.DAMAGED, container.file(), Ffmpeg.message(firstError));
        }
        if (sound.size() == 0) {
            throw new AudioException(Fault.NO_SAMPLES, container.file());
        }
        return sound.toArray();
    }
}
