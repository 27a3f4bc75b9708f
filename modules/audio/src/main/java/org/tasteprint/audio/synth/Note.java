package org.tasteprint.audio.synth;

/**
 * A note of a part.
 *
 * @param beat     when it begins, in beats from the beginning of the song
 * @param beats    how long it is held, in beats
 * @param pitch    MIDI number: 60 is middle C; for percussion the number of the drum in General MIDI
 * @param velocity how hard it is struck, above 0 and at most 1
 */
public record Note(double beat, double beats, int pitch, double velocity) {
    public Note {
        if (beat < 0 || !(beats > 0) || !(velocity > 0 && velocity <= 1)) {
            throw new IllegalArgumentException(
                    "a note begins at 0 or later, lasts, and has a velocity in (0, 1]; beat=%s, beats=%s, velocity=%s"
                            .formatted(beat, beats, velocity));
        }
    }
}
