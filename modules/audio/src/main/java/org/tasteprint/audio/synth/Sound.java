package org.tasteprint.audio.synth;

import java.time.Duration;
import java.util.List;
import org.tasteprint.audio.Pcm;

/**
 * Sampled sound.
 *
 * @param sampleRateHz samples a second
 * @param channels     float[frames] each, in -1..1; not copied, not to be changed
 */
public record Sound(int sampleRateHz, List<float[]> channels) {
    public Sound {
        channels = List.copyOf(channels);
        if (sampleRateHz < 1 || channels.isEmpty()) {
            throw new IllegalArgumentException(
                    "needs a positive rate and a channel; sampleRateHz=%d, channels=%d"
                            .formatted(sampleRateHz, channels.size()));
        }
    }

    /** Samples in a channel. */
    public int frames() {
        return channels.getFirst().length;
    }

    /** How long it is. */
    public Duration duration() {
        return Duration.ofNanos(Math.round(frames() * 1e9 / sampleRateHz));
    }

    /** Both channels as one, or a copy of the only one. */
    public Pcm mono() {
        float[] mono = new float[frames()];
        for (float[] channel : channels) {
            for (int i = 0; i < mono.length; i++) {
                mono[i] += channel[i] / channels.size();
            }
        }
        return new Pcm(mono, sampleRateHz);
    }
}
