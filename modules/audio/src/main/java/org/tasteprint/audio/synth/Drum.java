package org.tasteprint.audio.synth;

/** What a drum part can strike; the numbers are those of General MIDI. */
enum Drum {
    KICK(36),
    RIM(37),
    SNARE(38),
    BRUSH(40),
    CLOSED_HAT(42),
    TOM(45),
    OPEN_HAT(46),
    CRASH(49),
    RIDE(51);

    private final int pitch;

    Drum(int pitch) {
        this.pitch = pitch;
    }

    int pitch() {
        return pitch;
    }

    static Drum of(int pitch) {
        for (Drum drum : values()) {
            if (drum.pitch == pitch) {
                return drum;
            }
        }
        throw new IllegalArgumentException("no drum has this number; pitch=" + pitch);
    }
}
