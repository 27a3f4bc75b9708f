package org.tasteprint.audio.synth;

import java.util.List;

/** A scale of seven notes within the octave. */
public enum Mode {
    MAJOR("major", 0, 2, 4, 5, 7, 9, 11),
    MINOR("minor", 0, 2, 3, 5, 7, 8, 10),
    HARMONIC_MINOR("harmonic minor", 0, 2, 3, 5, 7, 8, 11),
    DORIAN("dorian", 0, 2, 3, 5, 7, 9, 10),
    PHRYGIAN("phrygian", 0, 1, 3, 5, 7, 8, 10),
    LYDIAN("lydian", 0, 2, 4, 6, 7, 9, 11),
    MIXOLYDIAN("mixolydian", 0, 2, 4, 5, 7, 9, 10);

    private final String label;
    private final List<Integer> semitones;

    Mode(String label, Integer... semitones) {
        this.label = label;
        this.semitones = List.of(semitones);
    }

    /** The word for it, in lower case. */
    public String label() {
        return label;
    }

    /** The seven steps of the scale, in semitones above the tonic. */
    public List<Integer> semitones() {
        return semitones;
    }

    /** Whether its third is the small one, which is what the ear calls minor. */
    public boolean minorThird() {
        return semitones.get(2) == 3;
    }
}
