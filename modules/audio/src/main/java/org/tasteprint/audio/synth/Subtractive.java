package org.tasteprint.audio.synth;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/**
 * Detuned oscillators (and breath noise) through a low-pass filter that moves with the note.
 *
 * @param wave    what the oscillators play
 * @param cents   how far each oscillator is from the pitch, one an oscillator
 * @param loud    loudness over time
 * @param sweep   the filter
 * @param vibrato the wobble of the pitch
 * @param breath  level of noise beside the oscillators
 * @param gain    makes instruments equally loud
 */
record Subtractive(
        Wavetable wave, double[] cents, Envelope loud, Sweep sweep, Vibrato vibrato, double breath, double gain)
        implements Patch {
    /** A filter this near to its rest stays there. */
    private static final double INAUDIBLE_OCTAVES = 0.02;

    private static final double LN_2 = 0.6931471805599453;

    /**
     * The filter of a note.
     *
     * @param cutoffHz     where it rests for a note at middle C
     * @param octavesUp    how far above that it begins
     * @param decaySeconds time constant in which it comes down
     * @param resonance    quality factor
     */
    record Sweep(double cutoffHz, double octavesUp, double decaySeconds, double resonance) {
        /** Where the filter of a tone rests: half the way with the pitch, as on most synthesisers. */
        double restHz(Tone tone) {
            return cutoffHz * StrictMath.pow(2, (tone.pitch() - 60) / 24.0) * tone.cutoffFactor();
        }

        /** How far the filter of a tone is above its rest, as a factor. */
        double factor(Tone tone, double seconds) {
            double octaves = octavesUp * tone.velocity() * StrictMath.exp(-seconds / decaySeconds);
            return octaves < INAUDIBLE_OCTAVES ? 1 : StrictMath.pow(2, octaves);
        }
    }

    /** A wobble of the pitch that sets in with the note's first half second; {@code cents} each way. */
    record Vibrato(double rateHz, double cents) {
        static final Vibrato NONE = new Vibrato(0, 0);

        double factor(double seconds) {
            if (cents == 0) {
                return 1;
            }
            double depth = cents * Math.min(1, 2 * seconds);
            // So few cents are as good as linear.
            return 1 + LN_2 / 1200 * depth * StrictMath.sin(2 * Math.PI * rateHz * seconds);
        }
    }

    @Override
    public void play(Tone tone, float[] bus, int start) {
        int rate = tone.sampleRateHz();
        int frames = Math.min(bus.length - start, (int) (loud.soundsFor(tone.heldSeconds()) * rate));
        double restHz = sweep.restHz(tone);
        double opened = 1;
        LowPass filter = new LowPass(rate, restHz, sweep.resonance());
        double[] ratios = DoubleStream.of(cents).map(c -> StrictMath.pow(2, c / 1200)).toArray();
        SplittableRandom noise = tone.noise();
        int[] phases = noise.ints(cents.length).toArray();
        float[] period = wave.period(tone.frequencyHz() * 1.02, rate);
        float[] mixed = new float[CONTROL];
        float scale = (float) (gain * tone.velocity() / Math.sqrt(cents.length));
        float level = 0;
        for (int block = 0; block < frames; block += CONTROL) {
            int length = Math.min(CONTROL, frames - block);
            double seconds = (double) (block + length) / rate;
            breathe(mixed, length, noise);
            double frequency = tone.frequencyHz() * vibrato.factor(seconds);
            for (int o = 0; o < phases.length; o++) {
                int step = Wavetable.phaseStep(frequency * ratios[o], rate);
                phases[o] = oscillate(period, phases[o], step, mixed, length);
            }
            double factor = sweep.factor(tone, seconds);
            if (factor != opened) {
                filter.tune(restHz * factor, sweep.resonance());
                opened = factor;
            }
            float slope = (scale * loud.level(seconds, tone.heldSeconds()) - level) / length;
            for (int i = 0; i < length; i++) {
                level += slope;
                bus[start + block + i] += level * filter.next(mixed[i]);
            }
        }
    }

    private void breathe(float[] mixed, int length, SplittableRandom noise) {
        float breathing = (float) breath;
        for (int i = 0; i < length; i++) {
            mixed[i] = breathing == 0 ? 0 : breathing * Tone.white(noise);
        }
    }

    private static int oscillate(float[] period, int phase, int step, float[] mixed, int length) {
        int at = phase;
        for (int i = 0; i < length; i++) {
            mixed[i] += Wavetable.at(period, at);
            at += step;
        }
        return at;
    }
}
