package org.tasteprint.audio.synth;

import java.util.SplittableRandom;

/**
 * A note as an instrument gets it.
 *
 * @param pitch        MIDI number, or the drum's number
 * @param heldSeconds  until it is let go
 * @param velocity     0..1
 * @param brightness   of the whole song, 0..1
 * @param sampleRateHz of the bus
 * @param seed         of its noise
 */
record Tone(int pitch, double heldSeconds, double velocity, double brightness, int sampleRateHz, long seed) {
    double frequencyHz() {
        return 440 * StrictMath.pow(2, (pitch - 69) / 12.0);
    }

    /** What cutoff frequencies are multiplied by: an octave and a bit down for a dark song, as much up for a bright one. */
    double cutoffFactor() {
        return StrictMath.pow(2, 2.4 * (brightness - 0.5));
    }

    SplittableRandom noise() {
        return new SplittableRandom(seed);
    }

    /** White noise in -1..1. */
    static float white(SplittableRandom noise) {
        return noise.nextInt() * 0x1p-31f;
    }
}
