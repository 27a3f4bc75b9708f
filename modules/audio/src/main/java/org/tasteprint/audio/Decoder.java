package org.tasteprint.audio;

import org.tasteprint.audio.AudioException.Fault;

/** Brings the sound of a whole file, in one pass, to the rate asked for. */
final class Decoder {
    private final Container container;
    private final int sampleRateHz;
    private final SampleSink sink;
    private long delivered;

    private Decoder(Container container, int sampleRateHz, SampleSink sink) {
        this.container = container;
        this.sampleRateHz = sampleRateHz;
        this.sink = sink;
    }

    /**
     * Decodes a whole file to mono at {@code sampleRateHz}. Memory is that of a few blocks.
     *
     * @throws AudioException when there is no decoder for it, when there is no sound in it, and when it is damaged and less than a
     *     second can be decoded
     */
    static Reading decode(Container container, int sampleRateHz, SampleSink sink) {
        try (Frames frames = new Frames(container)) {
            return new Decoder(container, sampleRateHz, sink).run(frames);
        }
    }

    private Reading run(Frames frames) {
        sink.expect((long) Math.ceil(container.statedSeconds() * sampleRateHz));
        Resampler resampler = null;
        try {
            while (frames.next()) {
                if (resampler != null && resampler.fromHz() != frames.rateHz()) {
                    resampler.finish();
                    resampler.close();
                    resampler = null;
                }
                if (resampler == null) {
                    resampler = new Resampler(frames.rateHz(), sampleRateHz, this::deliver);
                }
                resampler.write(frames.mono(), frames.samples());
            }
            if (resampler != null) {
                resampler.finish();
            }
        } finally {
            if (resampler != null) {
                resampler.close();
            }
        }
        if (frames.firstError() != 0 && delivered < sampleRateHz) {
            throw new AudioException(Fault.DAMAGED, container.file(), Ffmpeg.message(frames.firstError()));
        }
        if (delivered == 0) {
            throw new AudioException(Fault.NO_SAMPLES, container.file());
        }
        return new Reading(delivered, "");
    }

    private void deliver(float[] samples, int from, int count) {
        sink.accept(samples, from, count);
        delivered += count;
    }
}
