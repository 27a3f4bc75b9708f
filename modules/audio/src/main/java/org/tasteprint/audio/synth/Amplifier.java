package org.tasteprint.audio.synth;

/** A guitar amplifier: overdrive, asymmetric as valves are, and a loudspeaker that lets little through above 4 kHz. */
final class Amplifier {
    private static final double SPEAKER_HZ = 3600;
    private static final double RUMBLE_HZ = 90;
    private static final float DRIVE = 9;
    private static final float BIAS = 0.15f;
    private static final float LEVEL = 0.32f;

    private Amplifier() {}

    /** Distorts a bus in place. */
    static void distort(float[] bus, int sampleRateHz, double cutoffFactor) {
        LowPass rumble = new LowPass(sampleRateHz, RUMBLE_HZ, 0.7);
        LowPass speaker = new LowPass(sampleRateHz, SPEAKER_HZ * cutoffFactor, 0.9);
        LowPass cabinet = new LowPass(sampleRateHz, 1.3 * SPEAKER_HZ * cutoffFactor, 0.7);
        float rest = SoftClip.of(BIAS);
        for (int i = 0; i < bus.length; i++) {
            float driven = SoftClip.of(DRIVE * bus[i] + BIAS) - rest;
            float spoken = cabinet.next(speaker.next(driven));
            bus[i] = LEVEL * (spoken - rumble.next(spoken));
        }
    }
}
