package org.tasteprint.audio.synth;

/** A tape echo: every repetition is softer and darker than the one before. */
final class Echo {
    private static final double TAPE_HZ = 2600;

    private Echo() {}

    /** Turns what was sent to the echo into what comes back, in place: the sound itself is not in it. */
    static void process(float[] send, double seconds, double feedback, int sampleRateHz) {
        float[] tape = new float[Math.max(1, (int) (seconds * sampleRateHz))];
        LowPass head = new LowPass(sampleRateHz, TAPE_HZ, 0.7);
        float left = (float) feedback;
        int at = 0;
        for (int i = 0; i < send.length; i++) {
            float back = head.next(tape[at]);
            tape[at] = send[i] + left * back;
            send[i] = back;
            at = at + 1 == tape.length ? 0 : at + 1;
        }
    }
}
