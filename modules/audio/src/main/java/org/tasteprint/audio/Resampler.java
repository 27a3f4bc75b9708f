package org.tasteprint.audio;

import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Brings mono sound from one sample rate to another with FFmpeg's polyphase filter, set to be librosa's {@code kaiser_best}, from
 * which the published features come: a sinc of 64 zero crossings on either side, Kaiser window of beta 14.77, roll-off 0.9476
 * (McFee, resampy 0.2). Sound is silent beyond its ends, output sample {@code i} stands for the moment of input sample
 * {@code i · from / to}, and {@code n} samples become {@code ceil(n · to / from)}.
 */
final class Resampler implements AutoCloseable {
    private static final double ROLL_OFF = 0.9475937167399596;
    private static final double KAISER_BETA = 14.769656459379492;
    /** Width of the filter in samples of the lower rate; FFmpeg counts it in zero crossings of the rolled-off sinc. */
    private static final int WIDTH = 128;

    /** With more phases than this FFmpeg interpolates between them. */
    private static final int MOST_PHASES = 1024;

    private static final int BLOCK = 4096;

    private final int fromHz;
    private final int toHz;
    private final SampleSink sound;
    private SwrContext context;
    private FloatPointer input;
    private FloatPointer output;
    private BytePointer inputBytes;
    private BytePointer outputBytes;
    private float[] resampled;
    private int toDrop;
    private long written;
    private long produced;

    /** @param sound receives the samples at the new rate */
    Resampler(int fromHz, int toHz, SampleSink sound) {
        this.fromHz = fromHz;
        this.toHz = toHz;
        this.sound = sound;
        if (fromHz != toHz) {
            open();
            startInSilence();
        }
    }

    int fromHz() {
        return fromHz;
    }

    /** Takes {@code samples[from..from + count - 1]}. */
    void write(float[] samples, int from, int count) {
        written += count;
        if (context == null) {
            sound.accept(samples, from, count);
        } else {
            convert(samples, from, count);
        }
    }

    /** Brings out what the filter still holds. */
    void finish() {
        if (context != null) {
            convert(new float[halfWidth(fromHz, toHz) + 1], 0, halfWidth(fromHz, toHz) + 1);
        }
    }

    @Override
    public void close() {
        if (context != null) {
            swresample.swr_free(context);
            input.close();
            output.close();
        }
    }

    private void open() {
        int phases = toHz / gcd(fromHz, toHz);
        int phaseBits = 32 - Integer.numberOfLeadingZeros(Math.min(phases, MOST_PHASES) - 1);
        boolean downwards = toHz < fromHz;
        context = swresample.swr_alloc();
        try (AVChannelLayout mono = new AVChannelLayout()) {
            avutil.av_channel_layout_default(mono, 1);
            avutil.av_opt_set_chlayout(context, "in_chlayout", mono, 0);
            avutil.av_opt_set_chlayout(context, "out_chlayout", mono, 0);
        }
        set("in_sample_rate", fromHz);
        set("out_sample_rate", toHz);
        avutil.av_opt_set_sample_fmt(context, "in_sample_fmt", avutil.AV_SAMPLE_FMT_FLT, 0);
        avutil.av_opt_set_sample_fmt(context, "out_sample_fmt", avutil.AV_SAMPLE_FMT_FLT, 0);
        set("filter_type", swresample.SWR_FILTER_TYPE_KAISER);
        set("filter_size", downwards ? (int) Math.round(WIDTH * ROLL_OFF) : WIDTH);
        set("phase_shift", phaseBits);
        set("exact_rational", 1);
        set("linear_interp", phases > MOST_PHASES ? 1 : 0);
        avutil.av_opt_set_double(context, "kaiser_beta", KAISER_BETA, 0);
        avutil.av_opt_set_double(context, "cutoff", ROLL_OFF, 0);
        int ready = swresample.swr_init(context);
        if (ready < 0) {
            swresample.swr_free(context);
            throw new IllegalStateException(
                    "cannot resample from %d to %d Hz: %s".formatted(fromHz, toHz, Ffmpeg.message(ready)));
        }
        input = new FloatPointer(BLOCK);
        output = new FloatPointer(Math.ceilDiv((long) BLOCK * toHz, fromHz) + 64);
        inputBytes = new BytePointer(input);
        outputBytes = new BytePointer(output);
        resampled = new float[(int) output.capacity()];
    }

    private void set(String option, int value) {
        avutil.av_opt_set_int(context, option, value, 0);
    }

    /**
     * FFmpeg mirrors the first samples to fill its filter. Silence goes in first instead, in a length that is a whole number of
     * samples at both rates, and the same time is left out of what comes.
     */
    private void startInSilence() {
        int gcd = gcd(fromHz, toHz);
        int repeats = Math.ceilDiv(halfWidth(fromHz, toHz), fromHz / gcd);
        int silence = repeats * (fromHz / gcd);
        toDrop = repeats * (toHz / gcd);
        convert(new float[silence], 0, silence);
    }

    /** Half the filter's length in input samples, rounded up. */
    static int halfWidth(int fromHz, int toHz) {
        return Math.ceilDiv(WIDTH / 2 * Math.max(fromHz, toHz), toHz);
    }

    private void convert(float[] samples, int from, int count) {
        for (int done = 0; done < count; done += BLOCK) {
            int block = Math.min(BLOCK, count - done);
            input.put(samples, from + done, block);
            int got = swresample.swr_convert(context, outputBytes, resampled.length, inputBytes, block);
            if (got < 0) {
                throw new IllegalStateException(
                        "cannot resample from %d to %d Hz: %s".formatted(fromHz, toHz, Ffmpeg.message(got)));
            }
            output.get(resampled, 0, got);
            int dropped = Math.min(got, toDrop);
            toDrop -= dropped;
            int wanted = (int) Math.min(got - dropped, Math.ceilDiv(written * toHz, fromHz) - produced);
            sound.accept(resampled, dropped, wanted);
            produced += wanted;
        }
    }

    static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
