package org.tasteprint.audio.synth;

/**
 * How loud a note is over its time: a straight attack, then exponential decay towards the sustained level, and an exponential
 * release once it is let go.
 *
 * @param attackSeconds  from silence to full
 * @param decaySeconds   time constant towards {@code sustain}
 * @param sustain        level that is held, 0..1
 * @param releaseSeconds time constant towards silence
 */
record Envelope(double attackSeconds, double decaySeconds, double sustain, double releaseSeconds) {
    /** Time constants after which a release counts as silence (-43 dB, and fading). */
    private static final double SILENT_AFTER = 5;

    /** How long a note sounds that is held for {@code heldSeconds}. */
    double soundsFor(double heldSeconds) {
        return heldSeconds + SILENT_AFTER * releaseSeconds;
    }

    /** Level in 0..1 at {@code seconds} after the beginning of a note held for {@code heldSeconds}; 0 at its very end. */
    float level(double seconds, double heldSeconds) {
        if (seconds <= heldSeconds) {
            return (float) held(seconds);
        }
        double since = (seconds - heldSeconds) / releaseSeconds;
        if (since >= SILENT_AFTER) {
            return 0;
        }
        double last = since > SILENT_AFTER - 1 ? SILENT_AFTER - since : 1;
        return (float) (held(heldSeconds) * StrictMath.exp(-since) * last);
    }

    private double held(double seconds) {
        if (seconds < attackSeconds) {
            return seconds / attackSeconds;
        }
        return sustain == 1 ? 1 : sustain + (1 - sustain) * StrictMath.exp(-(seconds - attackSeconds) / decaySeconds);
    }
}
