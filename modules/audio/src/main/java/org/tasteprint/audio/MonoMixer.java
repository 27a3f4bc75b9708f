package org.tasteprint.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/**
 * Mixes decoded frames to mono: the mean of the channels, as librosa and every published feature have it. (FFmpeg's own mix of
 * stereo to mono is 3 dB louder.) Takes any number of channels, in every sample format there is.
 */
final class MonoMixer {
    private float[] mono = new float[0];

    /** The samples of the last frame mixed; valid until the next one. */
    float[] mono() {
        return mono;
    }

    /** Mixes one frame and returns its number of samples. Values that are no numbers become silence. */
    int mix(AVFrame frame) {
        int samples = frame.nb_samples();
        int channels = frame.ch_layout().nb_channels();
        int format = avutil.av_get_packed_sample_fmt(frame.format());
        int sampleBytes = avutil.av_get_bytes_per_sample(format);
        if (mono.length < samples) {
            mono = new float[samples];
        } else {
            Arrays.fill(mono, 0, samples, 0);
        }
        if (avutil.av_sample_fmt_is_planar(frame.format()) == 1) {
            for (int channel = 0; channel < channels; channel++) {
                add(plane(frame, channel, samples * sampleBytes), format, 0, 1, samples);
            }
        } else {
            ByteBuffer interleaved = plane(frame, 0, samples * sampleBytes * channels);
            for (int channel = 0; channel < channels; channel++) {
                add(interleaved, format, channel, channels, samples);
            }
        }
        scale(samples, (float) (1 / (fullScale(format) * channels)));
        return samples;
    }

    private static ByteBuffer plane(AVFrame frame, int plane, int bytes) {
        BytePointer data = frame.extended_data(plane);
        return data.capacity(bytes).asByteBuffer().order(ByteOrder.nativeOrder());
    }

    private void add(ByteBuffer data, int format, int offset, int step, int samples) {
        switch (format) {
            case avutil.AV_SAMPLE_FMT_U8 -> {
                for (int i = 0; i < samples; i++) {
                    mono[i] += (data.get(offset + i * step) & 0xff) - 128;
                }
            }
            case avutil.AV_SAMPLE_FMT_S16 -> {
                ShortBuffer shorts = data.asShortBuffer();
                for (int i = 0; i < samples; i++) {
                    mono[i] += shorts.get(offset + i * step);
                }
            }
            case avutil.AV_SAMPLE_FMT_S32 -> {
                IntBuffer ints = data.asIntBuffer();
                for (int i = 0; i < samples; i++) {
                    mono[i] += ints.get(offset + i * step);
                }
            }
            case avutil.AV_SAMPLE_FMT_S64 -> {
                LongBuffer longs = data.asLongBuffer();
                for (int i = 0; i < samples; i++) {
                    mono[i] += longs.get(offset + i * step);
                }
            }
            case avutil.AV_SAMPLE_FMT_FLT -> {
                FloatBuffer floats = data.asFloatBuffer();
                for (int i = 0; i < samples; i++) {
                    mono[i] += floats.get(offset + i * step);
                }
            }
            case avutil.AV_SAMPLE_FMT_DBL -> {
                DoubleBuffer doubles = data.asDoubleBuffer();
                for (int i = 0; i < samples; i++) {
                    mono[i] += (float) doubles.get(offset + i * step);
                }
            }
            default -> throw new IllegalStateException("unknown sample format " + format);
        }
    }

    /** What an amplitude of 1 is in a packed format. */
    private static double fullScale(int format) {
        return switch (format) {
            case avutil.AV_SAMPLE_FMT_U8 -> 0x1p7;
            case avutil.AV_SAMPLE_FMT_S16 -> 0x1p15;
            case avutil.AV_SAMPLE_FMT_S32 -> 0x1p31;
            case avutil.AV_SAMPLE_FMT_S64 -> 0x1p63;
            default -> 1;
        };
    }

    private void scale(int samples, float factor) {
        for (int i = 0; i < samples; i++) {
            float scaled = mono[i] * factor;
            mono[i] = Float.isFinite(scaled) ? scaled : 0;
        }
    }
}
