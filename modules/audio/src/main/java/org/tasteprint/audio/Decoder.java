package org.tasteprint.audio;

import org.tasteprint.audio.AudioException.Fault;

/** Brings the sound of a whole file, in one pass, to the rate asked for. */
final class Decoder {
    /** What headers may promise too much: the silence around the music that encoders add, and rounding. */
    private static final double TOLERANCE_SECONDS = 0.25;

    private final Container container;
    private final int sampleRateHz;
    private final SampleSink sink;
    private long delivered;
    private double seconds;

    private Decoder(Container container, int sampleRateHz, SampleSink sink) {
        this.container = container;
        this.sampleRateHz = sampleRateHz;
        this.sink = sink;
    }

    /**
     * Decodes a file to mono at {@code sampleRateHz}. Memory is that of a few blocks.
     *
     * @param enough number of samples after which the rest need not be decoded
     * @throws AudioException when there is no decoder for it, when there is no sound in it, and when it is so damaged that
     *     nothing can be decoded
     */
    static Reading decode(Container container, int sampleRateHz, long enough, SampleSink sink) {
        try (Frames frames = new Frames(container)) {
            return new Decoder(container, sampleRateHz, sink).run(frames, enough);
        }
    }

    private Reading run(Frames frames, long enough) {
        sink.expect((long) Math.ceil(container.statedSeconds() * sampleRateHz));
        Resampler resampler = null;
        try {
            while (delivered < enough && frames.next()) {
                if (resampler != null && resampler.fromHz() != frames.rateHz()) {
                    resampler.finish();
                    resampler.close();
                    resampler = null;
                }
                if (resampler == null) {
                    resampler = new Resampler(frames.rateHz(), sampleRateHz, this::deliver);
                }
                resampler.write(frames.mono(), 0, frames.samples());
                seconds += (double) frames.samples() / frames.rateHz();
            }
            if (resampler != null) {
                resampler.finish();
            }
        } finally {
            if (resampler != null) {
                resampler.close();
            }
        }
        if (delivered == 0) {
            if (frames.firstError() != 0) {
                throw new AudioException(Fault.DAMAGED, container.file(), Ffmpeg.message(frames.firstError()));
            }
            String missing = container.missing();
            throw missing.isEmpty() && container.promisedSeconds() < TOLERANCE_SECONDS
                    ? new AudioException(Fault.NO_SAMPLES, container.file())
                    : new AudioException(Fault.TRUNCATED, container.file(), missing);
        }
        return new Reading(delivered, delivered < enough ? flaw(frames) : "");
    }

    /** What is wrong with a file of which all that can be decoded was decoded. */
    private String flaw(Frames frames) {
        double missing = container.promisedSeconds() - seconds;
        if (missing > TOLERANCE_SECONDS) {
            return "%s: %.1f of %.1f s could be read"
                    .formatted(frames.errors() > 1 ? "it is damaged" : "it is cut off", seconds, seconds + missing);
        }
        String cut = container.missing();
        if (!cut.isEmpty()) {
            return "it is cut off: " + cut;
        }
        return frames.errors() == 0
                ? ""
                : "it is damaged: places that could not be decoded: %d (%s)"
                        .formatted(frames.errors(), Ffmpeg.message(frames.firstError()));
    }

    private void deliver(float[] samples, int from, int count) {
        long started = System.nanoTime();
        sink.accept(samples, from, count);
        container.extendTime(System.nanoTime() - started);
        delivered += count;
    }
}
