package org.tasteprint.audio.synth;

/** A way to make a tone. */
sealed interface Patch permits Subtractive, FrequencyModulation, Pluck, Kit {
    /** Samples between two readings of envelopes and filters; in between, levels run straight. */
    int CONTROL = 32;

    /**
     * Adds a tone to a bus; what would sound past the bus's end is left out.
     *
     * @param bus   float[frames]
     * @param start frame of the tone's beginning
     */
    void play(Tone tone, float[] bus, int start);
}
