package org.tasteprint.audio.synth;

/** A resonant low-pass filter of 12 dB an octave: a state-variable filter with trapezoidal integration (Zavalishin 2012, ch. 4). */
final class LowPass {
    private final int sampleRateHz;
    private float a1;
    private float a2;
    private float a3;
    private float state1;
    private float state2;

    LowPass(int sampleRateHz, double cutoffHz, double resonance) {
        this.sampleRateHz = sampleRateHz;
        tune(cutoffHz, resonance);
    }

    /**
     * Moves the cutoff; may be called while it runs.
     *
     * @param resonance quality factor: 0.7 flat, 8 whistling
     */
    void tune(double cutoffHz, double resonance) {
        double safe = Math.clamp(cutoffHz, 20.0, 0.45 * sampleRateHz);
        double g = StrictMath.tan(Math.PI * safe / sampleRateHz);
        double k = 1 / resonance;
        double first = 1 / (1 + g * (g + k));
        a1 = (float) first;
        a2 = (float) (g * first);
        a3 = (float) (g * g * first);
    }

    /** The next sample out for the next sample in. */
    float next(float in) {
        float v3 = in - state2;
        float v1 = a1 * state1 + a2 * v3;
        float v2 = state2 + a2 * state1 + a3 * v3;
        state1 = 2 * v1 - state1;
        state2 = 2 * v2 - state2;
        return v2;
    }
}
