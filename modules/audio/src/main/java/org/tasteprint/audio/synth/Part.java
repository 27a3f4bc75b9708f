package org.tasteprint.audio.synth;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What one instrument plays, and where it stands in the mix.
 *
 * @param instrument the sound
 * @param mix        its place
 * @param notes      in the order of their beginning
 */
public record Part(Instrument instrument, Mix mix, List<Note> notes) {
    public Part {
        requireNonNull(instrument, "instrument is null");
        requireNonNull(mix, "mix is null");
        notes = List.copyOf(notes);
    }

    /**
     * A place in the mix.
     *
     * @param gain   linear, 1 leaves the instrument as loud as it is
     * @param pan    -1 left, 0 middle, 1 right
     * @param reverb how much of it goes to the reverberation, 0..1
     * @param echo   how much of it goes to the echo, 0..1
     */
    public record Mix(double gain, double pan, double reverb, double echo) {}
}
