package org.tasteprint.audio.synth;

import java.util.SplittableRandom;

/**
 * A plucked string: noise going round in a delay line and losing its overtones (Karplus and Strong 1983; tuning by an all-pass,
 * Jaffe and Smith 1983).
 *
 * @param strikeHz     cutoff of the noise that the string is struck with: soft finger or hard quill
 * @param softness     0..0.5: how much the loop smooths, and so how fast overtones die
 * @param ringSeconds  time in which a string at middle C falls by 60 dB
 * @param pickPosition where it is plucked, as a share of the string: silences the overtones with a node there
 * @param muteSeconds  time constant in which it stops once let go
 * @param gain         makes instruments equally loud
 */
record Pluck(
        double strikeHz, double softness, double ringSeconds, double pickPosition, double muteSeconds, double gain)
        implements Patch {

    @Override
    public void play(Tone tone, float[] bus, int start) {
        int rate = tone.sampleRateHz();
        Envelope hand = new Envelope(0.001, 1, 1, muteSeconds);
        double held = tone.heldSeconds();
        int frames = Math.min(bus.length - start, (int) (hand.soundsFor(held) * rate));
        double period = rate / tone.frequencyHz();
        // The loop's average delays by its softness; what is left of the period below one and a half sample is the all-pass's.
        int length = (int) (period - softness - 0.5);
        float tuning = allPass(period - softness - length);
        float[] line = strike(tone, length, period);
        float smooth = (float) softness;
        float loss = (float) StrictMath.pow(10, -3 * period / (rate * ring(tone)));
        float scale = (float) (gain * tone.velocity());
        float previous = 0;
        float allPassIn = 0;
        float allPassOut = 0;
        float level = 0;
        int at = 0;
        for (int block = 0; block < frames; block += CONTROL) {
            int end = Math.min(block + CONTROL, frames);
            float slope = (scale * hand.level((double) end / rate, held) - level) / (end - block);
            for (int i = block; i < end; i++) {
                float out = line[at];
                float averaged = loss * ((1 - smooth) * out + smooth * previous);
                previous = out;
                float tuned = tuning * (averaged - allPassOut) + allPassIn;
                allPassIn = averaged;
                allPassOut = tuned;
                line[at] = tuned;
                at = at + 1 == length ? 0 : at + 1;
                level += slope;
                bus[start + i] += level * out;
            }
        }
    }

    /** Low strings ring longer than high ones. */
    private double ring(Tone tone) {
        return ringSeconds * StrictMath.pow(2, (60 - tone.pitch()) / 24.0);
    }

    /** Coefficient of a first-order all-pass with the given delay, in samples. */
    private static float allPass(double delay) {
        return (float) ((1 - delay) / (1 + delay));
    }

    /** One period of noise, softened, without its mean, of root mean square 1/2. */
    private float[] strike(Tone tone, int length, double period) {
        LowPass finger = new LowPass(
                tone.sampleRateHz(), strikeHz * tone.cutoffFactor() * (0.4 + 0.6 * tone.velocity()), 0.7);
        SplittableRandom noise = tone.noise();
        float[] burst = new float[2 * length];
        for (int i = 0; i < burst.length; i++) {
            burst[i] = finger.next(Tone.white(noise));
        }
        int pick = Math.max(1, (int) (pickPosition * period));
        float[] line = new float[length];
        double mean = 0;
        for (int i = 0; i < length; i++) {
            line[i] = burst[length + i] - burst[length + i - Math.min(pick, length)];
            mean += line[i] / length;
        }
        double energy = 0;
        for (int i = 0; i < length; i++) {
            line[i] -= (float) mean;
            energy += line[i] * line[i];
        }
        float scale = (float) (0.5 / Math.sqrt(energy / length + 1e-12));
        for (int i = 0; i < length; i++) {
            line[i] *= scale;
        }
        return line;
    }
}
