package org.tasteprint.audio;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Sound with one channel.
 *
 * @param samples      amplitudes; full scale is -1..1, and lossy decoders may overshoot it a little. Not copied
 * @param sampleRateHz samples a second, positive
 */
public record Pcm(float[] samples, int sampleRateHz) {
    public Pcm {
        requireNonNull(samples, "samples is null");
        if (sampleRateHz < 1) {
            throw new IllegalArgumentException("sampleRateHz must be positive; sampleRateHz=" + sampleRateHz);
        }
    }

    /** How long it sounds. */
    public Duration duration() {
        return Duration.ofNanos(Math.round(samples.length * 1e9 / sampleRateHz));
    }

    /** The largest absolute amplitude; 0 means digital silence, or no samples at all. */
    public float peak() {
        float peak = 0;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    /** Collects blocks of sound to a whole. */
    public static final class Collector implements SampleSink {
        private final SampleBuffer samples = new SampleBuffer();
        private final int sampleRateHz;

        public Collector(int sampleRateHz) {
            this.sampleRateHz = sampleRateHz;
        }

        @Override
        public void expect(long count) {
            samples.expect(count);
        }

        @Override
        public void accept(float[] more, int from, int count) {
            samples.accept(more, from, count);
        }

        /** Everything that came; the collector is of no use afterwards. */
        public Pcm pcm() {
            return new Pcm(samples.toArray(), sampleRateHz);
        }
    }
}
