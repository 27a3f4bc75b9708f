package org.tasteprint.audio.synth;

import java.util.List;

/** The last step: no rumble, the song's brightness, its style's loudness, no clipping, no click at either end. */
final class Master {
    private static final double RUMBLE_HZ = 28;
    private static final double TILT_HZ = 1800;
    /** What the treble of the brightest song is raised by, and of the darkest lowered by. */
    private static final double TILT_DB = 5;
    private static final float CEILING = 0.97f;
    private static final double FADE_IN_SECONDS = 0.004;
    private static final double FADE_OUT_SECONDS = 0.06;

    private Master() {}

    /** Finishes the channels in place. */
    static void finish(List<float[]> channels, Song song, int sampleRateHz) {
        float treble = (float) (decibels(TILT_DB * (2 * song.leaning().brightness() - 1)) - 1);
        double energy = 0;
        for (float[] channel : channels) {
            tilt(channel, treble, sampleRateHz);
            for (float sample : channel) {
                energy += sample * sample;
            }
        }
        double level = Math.sqrt(energy / channels.size() / channels.getFirst().length);
        float gain = (float) (decibels(song.style().loudnessDb()) / Math.max(level, 1e-9) / CEILING);
        for (float[] channel : channels) {
            for (int i = 0; i < channel.length; i++) {
                channel[i] = CEILING * SoftClip.of(gain * channel[i]);
            }
            fade(channel, sampleRateHz);
        }
    }

    private static void tilt(float[] channel, float treble, int sampleRateHz) {
        LowPass rumble = new LowPass(sampleRateHz, RUMBLE_HZ, 0.7);
        LowPass low = new LowPass(sampleRateHz, TILT_HZ, 0.5);
        for (int i = 0; i < channel.length; i++) {
            float clean = channel[i] - rumble.next(channel[i]);
            channel[i] = clean + treble * (clean - low.next(clean));
        }
    }

    private static void fade(float[] channel, int sampleRateHz) {
        int in = Math.min(channel.length, (int) (FADE_IN_SECONDS * sampleRateHz));
        int out = Math.min(channel.length, (int) (FADE_OUT_SECONDS * sampleRateHz));
        for (int i = 0; i < in; i++) {
            channel[i] *= (float) i / in;
        }
        for (int i = 0; i < out; i++) {
            channel[channel.length - 1 - i] *= (float) i / out;
        }
    }

    private static double decibels(double db) {
        return StrictMath.pow(10, db / 20);
    }
}
