package org.tasteprint.audio.synth;

/** A mode on a tonic; its degrees count up and down from the tonic nearest to middle C, which is degree 0. */
record Scale(int tonic, Mode mode) {
    private static final int MIDDLE_C = 60;

    /** MIDI number of a degree. */
    int pitch(int degree) {
        int base = MIDDLE_C + (tonic > 6 ? tonic - 12 : tonic);
        int steps = mode.semitones().size();
        return base + 12 * Math.floorDiv(degree, steps) + mode.semitones().get(Math.floorMod(degree, steps));
    }

    /** The degree whose pitch is the highest that is not above {@code pitch}. */
    int degreeBelow(int pitch) {
        int degree = 7 * Math.floorDiv(pitch - MIDDLE_C, 12) - 7;
        while (pitch(degree + 1) <= pitch) {
            degree++;
        }
        return degree;
    }
}
