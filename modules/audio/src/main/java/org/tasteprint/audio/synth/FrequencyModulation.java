package org.tasteprint.audio.synth;

import java.util.List;

/**
 * Pairs of sines, one bending the phase of the other (Chowning 1973): struck instruments, whose overtones fade first.
 *
 * @param pairs what sounds together
 * @param gain  makes instruments equally loud
 */
record FrequencyModulation(List<Pair> pairs, double gain) implements Patch {
    private static final double INDEX_TO_PHASE = 4294967296.0 / (2 * Math.PI);

    /**
     * A carrier and its modulator.
     *
     * @param carrier           frequency, in multiples of the pitch
     * @param modulator         frequency, in multiples of the pitch
     * @param index             strength of the modulation at full velocity, in radians
     * @param indexDecaySeconds time constant in which it fades
     * @param loud              loudness over time, for a note at middle C; higher notes fade faster
     * @param level             share in the sum
     */
    record Pair(
            double carrier, double modulator, double index, double indexDecaySeconds, Envelope loud, double level) {}

    @Override
    public void play(Tone tone, float[] bus, int start) {
        pairs.forEach(pair -> play(pair, tone, bus, start));
    }

    private void play(Pair pair, Tone tone, float[] bus, int start) {
        int rate = tone.sampleRateHz();
        double quicker = StrictMath.pow(2, (tone.pitch() - 60) / 24.0);
        double held = tone.heldSeconds() * quicker;
        int frames = Math.min(bus.length - start, (int) (pair.loud().soundsFor(held) / quicker * rate));
        float[] sine = Wavetable.SINE.period(1, rate);
        int carrierStep = Wavetable.phaseStep(tone.frequencyHz() * pair.carrier(), rate);
        int modulatorStep = Wavetable.phaseStep(tone.frequencyHz() * pair.modulator(), rate);
        // The highest side band stays below half the sample rate (Carson's rule).
        double room = (0.45 * rate / tone.frequencyHz() - pair.carrier()) / pair.modulator() - 1;
        double index = Math.clamp(pair.index() * tone.velocity() * tone.cutoffFactor(), 0, Math.max(0, room));
        float scale = (float) (gain * pair.level() * tone.velocity());
        int carrier = 0;
        int modulator = 0;
        float level = 0;
        float bend = 0;
        for (int block = 0; block < frames; block += CONTROL) {
            int end = Math.min(block + CONTROL, frames);
            double seconds = (double) end / rate;
            float target = scale * pair.loud().level(seconds * quicker, held);
            float slope = (target - level) / (end - block);
            bend = (float) (INDEX_TO_PHASE * index * StrictMath.exp(-seconds * quicker / pair.indexDecaySeconds()));
            for (int i = block; i < end; i++) {
                level += slope;
                int bent = carrier + (int) (long) (bend * Wavetable.at(sine, modulator));
                bus[start + i] += level * Wavetable.at(sine, bent);
                carrier += carrierStep;
                modulator += modulatorStep;
            }
        }
    }
}
