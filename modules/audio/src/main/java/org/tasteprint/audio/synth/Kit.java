package org.tasteprint.audio.synth;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A set of synthesised drums. A hit is computed once and then added, louder or softer, wherever it falls, so a kit belongs to
 * one rendering.
 */
final class Kit implements Patch {
    /** Frequencies of a cymbal's bell-like part, in hertz: no two in a simple ratio. */
    private static final double[] METAL_HZ = {2053, 3045, 3695, 5226, 5406, 8001};
    /** Time constants after which a hit counts as silence. */
    private static final double SILENT_AFTER = 6;

    private final Map<Drum, Hit> hits;
    private final Map<Drum, float[]> rendered = new EnumMap<>(Drum.class);

    Kit(Map<Drum, Hit> hits) {
        this.hits = hits;
    }

    /**
     * How a drum sounds: a tone that falls, and a band of noise.
     *
     * @param fromHz       pitch of the tone when struck
     * @param toHz         pitch that it falls to
     * @param fallSeconds  time constant of the fall
     * @param toneSeconds  time constant of its loudness
     * @param tone         its level
     * @param lowHz        lower edge of the noise
     * @param highHz       upper edge of the noise
     * @param noiseSeconds time constant of its loudness
     * @param noise        its level
     * @param metal        share of the noise that rings like metal, 0..1
     */
    record Hit(
            double fromHz,
            double toHz,
            double fallSeconds,
            double toneSeconds,
            double tone,
            double lowHz,
            double highHz,
            double noiseSeconds,
            double noise,
            double metal) {
        double seconds() {
            return SILENT_AFTER * Math.max(tone > 0 ? toneSeconds : 0, noise > 0 ? noiseSeconds : 0);
        }
    }

    @Override
    public void play(Tone tone, float[] bus, int start) {
        float[] hit = rendered.computeIfAbsent(Drum.of(tone.pitch()), drum -> render(hits.get(drum), tone));
        float level = (float) tone.velocity();
        int frames = Math.min(hit.length, bus.length - start);
        for (int i = 0; i < frames; i++) {
            bus[start + i] += level * hit[i];
        }
    }

    private static float[] render(Hit hit, Tone tone) {
        int rate = tone.sampleRateHz();
        float[] sound = new float[(int) (hit.seconds() * rate)];
        addTone(hit, sound, rate);
        addNoise(hit, sound, tone);
        // Struck at once, but not with a click; and silent at the end.
        int attack = rate / 1000;
        for (int i = 0; i < attack && i < sound.length; i++) {
            sound[i] *= (float) i / attack;
            sound[sound.length - 1 - i] *= (float) i / attack;
        }
        return sound;
    }

    private static void addTone(Hit hit, float[] sound, int rate) {
        float[] sine = Wavetable.SINE.period(1, rate);
        double fade = StrictMath.exp(-1 / (hit.toneSeconds() * rate));
        double fall = StrictMath.exp(-1 / (hit.fallSeconds() * rate));
        double level = hit.tone();
        double above = hit.fromHz() - hit.toHz();
        int phase = 0;
        for (int i = 0; i < sound.length && level > 1e-4; i++) {
            sound[i] += (float) level * Wavetable.at(sine, phase);
            phase += Wavetable.phaseStep(hit.toHz() + above, rate);
            level *= fade;
            above *= fall;
        }
    }

    private static void addNoise(Hit hit, float[] sound, Tone tone) {
        int rate = tone.sampleRateHz();
        SplittableRandom noise = tone.noise();
        LowPass upper = new LowPass(rate, hit.highHz() * tone.cutoffFactor(), 0.7);
        LowPass lower = new LowPass(rate, hit.lowHz(), 0.7);
        float[] square = Wavetable.SQUARE.period(METAL_HZ[METAL_HZ.length - 1], rate);
        int[] phases = new int[METAL_HZ.length];
        double fade = StrictMath.exp(-1 / (hit.noiseSeconds() * rate));
        double level = hit.noise();
        for (int i = 0; i < sound.length && level > 1e-4; i++) {
            float metal = 0;
            for (int m = 0; m < phases.length && hit.metal() > 0; m++) {
                metal += Wavetable.at(square, phases[m]);
                phases[m] += Wavetable.phaseStep(METAL_HZ[m], rate);
            }
            float source = (float) (hit.metal() * metal / 3 + (1 - hit.metal()) * Tone.white(noise));
            float banded = upper.next(source);
            sound[i] += (float) level * (banded - lower.next(banded));
            level *= fade;
        }
    }
}
