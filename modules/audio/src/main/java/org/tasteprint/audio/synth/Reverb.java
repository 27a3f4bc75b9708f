package org.tasteprint.audio.synth;

/** Reverberation: four delay lines that feed one another through a Hadamard matrix (Jot and Chaigne 1991), damped at the top. */
final class Reverb {
    private static final double[] LINE_SECONDS = {0.0297, 0.0371, 0.0411, 0.0437};
    private static final float DAMPING = 0.35f;

    private final float[][] lines = new float[LINE_SECONDS.length][];
    private final float[] losses = new float[LINE_SECONDS.length];
    private final float[] damped = new float[LINE_SECONDS.length];
    private final int[] at = new int[LINE_SECONDS.length];

    /** @param spread makes the lines of one channel a little longer than those of another */
    Reverb(double seconds, int spread, int sampleRateHz) {
        for (int l = 0; l < lines.length; l++) {
            double length = LINE_SECONDS[l] * (1 + 0.035 * spread);
            lines[l] = new float[(int) (length * sampleRateHz)];
            losses[l] = (float) (0.5 * StrictMath.pow(10, -3 * length / seconds));
        }
    }

    /** Adds the reverberation of {@code send} to {@code out}. */
    void process(float[] send, float[] out) {
        for (int i = 0; i < send.length; i++) {
            float a = read(0);
            float b = read(1);
            float c = read(2);
            float d = read(3);
            out[i] += 0.5f * (a - b + c - d);
            write(0, send[i] + losses[0] * (a + b + c + d));
            write(1, send[i] + losses[1] * (a - b + c - d));
            write(2, send[i] + losses[2] * (a + b - c - d));
            write(3, send[i] + losses[3] * (a - b - c + d));
        }
    }

    private float read(int line) {
        damped[line] += (1 - DAMPING) * (lines[line][at[line]] - damped[line]);
        return damped[line];
    }

    private void write(int line, float value) {
        lines[line][at[line]] = value;
        at[line] = at[line] + 1 == lines[line].length ? 0 : at[line] + 1;
    }
}
