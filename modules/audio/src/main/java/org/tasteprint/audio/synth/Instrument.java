package org.tasteprint.audio.synth;

/** A sound that a part is played with. */
public enum Instrument {
    PIANO("piano", true),
    ELECTRIC_PIANO("electric piano", false),
    HARPSICHORD("harpsichord", true),
    VIBRAPHONE("vibraphone", true),
    ORGAN("organ", false),
    STRINGS("strings", true),
    FLUTE("flute", true),
    ACOUSTIC_GUITAR("acoustic guitar", true),
    DISTORTED_GUITAR("distorted guitar", false),
    UPRIGHT_BASS("upright bass", true),
    ELECTRIC_BASS("electric bass", false),
    SYNTH_BASS("synth bass", false),
    SYNTH_LEAD("synth lead", false),
    SYNTH_PAD("synth pad", false),
    CHIP_PULSE("chip pulse", false),
    CHIP_TRIANGLE("chip triangle", false),
    DRUMS("drums", true),
    DRUM_MACHINE("drum machine", false),
    CHIP_DRUMS("chip drums", false);

    private final String label;
    private final boolean acoustic;

    Instrument(String label, boolean acoustic) {
        this.label = label;
        this.acoustic = acoustic;
    }

    /** The words for it, in lower case. */
    public String label() {
        return label;
    }

    /** Whether the real one sounds without electricity. */
    public boolean acoustic() {
        return acoustic;
    }

    /** Whether a note's pitch names a drum rather than a tone. */
    public boolean percussion() {
        return this == DRUMS || this == DRUM_MACHINE || this == CHIP_DRUMS;
    }
}
