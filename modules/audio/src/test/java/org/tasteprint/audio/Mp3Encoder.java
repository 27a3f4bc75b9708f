package org.tasteprint.audio;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.FloatPointer;

/** Makes MP3 files of variable bit rate for tests, with LAME. */
final class Mp3Encoder {
    private Mp3Encoder() {}

    /**
     * Writes a mono file.
     *
     * @param xing whether it begins with the header that says how long it is
     */
    static Path write(Path file, int sampleRateHz, float[] samples, boolean xing) {
        AVFormatContext format = new AVFormatContext(null);
        check(avformat.avformat_alloc_output_context2(format, null, "mp3", file.toString()));
        AVCodec lame = avcodec.avcodec_find_encoder_by_name("libmp3lame");
        AVStream stream = avformat.avformat_new_stream(format, lame);
        AVCodecContext codec = avcodec.avcodec_alloc_context3(lame);
        codec.sample_rate(sampleRateHz);
        codec.sample_fmt(avutil.AV_SAMPLE_FMT_FLTP);
        avutil.av_channel_layout_default(codec.ch_layout(), 1);
        codec.flags(codec.flags() | avcodec.AV_CODEC_FLAG_QSCALE);
        codec.global_quality(2 * avutil.FF_QP2LAMBDA);
        codec.time_base(avutil.av_make_q(1, sampleRateHz));
        check(avcodec.avcodec_open2(codec, lame, (AVDictionary) null));
        avcodec.avcodec_parameters_from_context(stream.codecpar(), codec);
        stream.time_base(codec.time_base());
        AVIOContext out = new AVIOContext(null);
        check(avformat.avio_open(out, file.toString(), avformat.AVIO_FLAG_WRITE));
        format.pb(out);
        AVDictionary options = new AVDictionary(null);
        avutil.av_dict_set(options, "write_xing", xing ? "1" : "0", 0);
        avutil.av_dict_set(options, "id3v2_version", "0", 0);
        check(avformat.avformat_write_header(format, options));
        AVPacket packet = avcodec.av_packet_alloc();
        for (int from = 0; from < samples.length; from += codec.frame_size()) {
            AVFrame frame = avutil.av_frame_alloc();
            frame.nb_samples(Math.min(codec.frame_size(), samples.length - from));
            frame.format(codec.sample_fmt());
            frame.sample_rate(sampleRateHz);
            frame.pts(from);
            avutil.av_channel_layout_default(frame.ch_layout(), 1);
            check(avutil.av_frame_get_buffer(frame, 0));
            new FloatPointer(frame.data(0)).put(samples, from, frame.nb_samples());
            check(avcodec.avcodec_send_frame(codec, frame));
            avutil.av_frame_free(frame);
            writePackets(format, stream, codec, packet);
        }
        check(avcodec.avcodec_send_frame(codec, null));
        writePackets(format, stream, codec, packet);
        check(avformat.av_write_trailer(format));
        avformat.avio_close(out);
        avcodec.av_packet_free(packet);
        avcodec.avcodec_free_context(codec);
        avformat.avformat_free_context(format);
        return file;
    }

    private static void writePackets(AVFormatContext format, AVStream stream, AVCodecContext codec, AVPacket packet) {
        while (avcodec.avcodec_receive_packet(codec, packet) >= 0) {
            avcodec.av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
            check(avformat.av_interleaved_write_frame(format, packet));
        }
    }

    private static void check(int result) {
        if (result < 0) {
            throw new IllegalStateException(Ffmpeg.message(result));
        }
    }
}
