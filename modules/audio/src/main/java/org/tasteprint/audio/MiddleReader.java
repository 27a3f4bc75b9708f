package org.tasteprint.audio;

import java.util.Optional;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Reads the middle of a file by going there: it looks at the first frame and at the last packets, which say exactly how long the sound
 * is, seeks to a little before the excerpt, decodes, and leaves out what comes before it. Lossless files give the very samples
 * of a whole decode. So do lossy ones once their decoders have forgotten where they began, for which there is half a second.
 */
final class MiddleReader {
    /** MP3 frames draw on up to nine before them, Opus wants 80 ms, AAC and Vorbis overlap with one frame. */
    private static final double RUN_UP_SECONDS = 0.5;

    private final Container container;
    private final Frames frames;
    private final int toHz;
    private final int fromHz;
    private final long origin;
    private final double samplesPerTick;

    private MiddleReader(Container container, Frames frames, int toHz) {
        this.container = container;
        this.frames = frames;
        this.toHz = toHz;
        fromHz = frames.rateHz();
        origin = frames.timestamp();
        samplesPerTick = avutil.av_q2d(container.audio().time_base()) * fromHz;
    }

    /**
     * Reads an excerpt.
     *
     * @return empty when only a decode of the whole file tells where its middle is: its timestamps are missing, too coarse, or
     *     contradict each other, or the format cannot seek
     */
    static Optional<Reading> read(Container container, int sampleRateHz, Excerpt.Middle middle, SampleSink sink) {
        try (Frames frames = new Frames(container)) {
            if (!frames.next() || frames.timestamp() == avutil.AV_NOPTS_VALUE) {
                return Optional.empty();
            }
            return new MiddleReader(container, frames, sampleRateHz).read(middle, sink);
        }
    }

    private Optional<Reading> read(Excerpt.Middle middle, SampleSink sink) {
        OptionalLong end = container.endTimestamp();
        if (samplesPerTick > 1 || end.isEmpty()) {
            return Optional.empty();
        }
        long total = Math.ceilDiv(position(end.getAsLong()) * toHz, fromHz);
        long wanted = middle.samples(total, toHz);
        if (wanted >= total) {
            return Optional.empty();
        }
        SampleBuffer excerpt = new SampleBuffer();
        excerpt.expect(wanted);
        if (!read(middle.first(total, toHz), wanted, excerpt)) {
            return Optional.empty();
        }
        sink.expect(wanted);
        float[] samples = excerpt.toArray();
        sink.accept(samples, 0, samples.length);
        return Optional.of(new Reading(samples.length, ""));
    }

    /** Samples, at the file's rate, from the first of the file to the one at {@code timestamp}. */
    private long position(long timestamp) {
        return Math.round((timestamp - origin) * samplesPerTick);
    }

    /** Reads output samples {@code first..first + wanted - 1}; whether they could be found. */
    private boolean read(long first, long wanted, SampleBuffer excerpt) {
        // The resampler starts where samples of both rates coincide, and early enough to know nothing of its start.
        int gcd = Resampler.gcd(fromHz, toHz);
        long before = Math.ceilDiv((long) Resampler.halfWidth(fromHz, toHz) * toHz, fromHz);
        long periods = Math.max(0, first - before) / (toHz / gcd);
        long start = periods * (fromHz / gcd);
        long toDrop = first - periods * (toHz / gcd);
        if (!container.seek(origin + (long) ((start - RUN_UP_SECONDS * fromHz) / samplesPerTick))) {
            return false;
        }
        frames.restart();
        Window window = new Window(toDrop, wanted, excerpt);
        try (Resampler resampler = new Resampler(fromHz, toHz, window)) {
            long expected = -1;
            while (window.missing() > 0 && frames.next()) {
                long at = position(frames.timestamp());
                boolean usable = frames.timestamp() != avutil.AV_NOPTS_VALUE
                        && frames.rateHz() == fromHz
                        && (expected < 0 ? at <= start : Math.abs(at - expected) <= 1);
                if (!usable) {
                    return false;
                }
                at = expected < 0 ? at : expected;
                expected = at + frames.samples();
                int skipped = (int) Math.clamp(start - at, 0, frames.samples());
                resampler.write(frames.mono(), skipped, frames.samples() - skipped);
            }
            resampler.finish();
        }
        return window.missing() == 0;
    }
}
