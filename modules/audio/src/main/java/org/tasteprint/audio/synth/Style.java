package org.tasteprint.audio.synth;

import java.util.List;

/** A kind of music: its range of tempo and its modes; {@link Composer} knows how it is arranged. */
public enum Style {
    BAROQUE("baroque", 72, 112, -19, Mode.MAJOR, Mode.HARMONIC_MINOR),
    AMBIENT("ambient", 52, 78, -21, Mode.LYDIAN, Mode.DORIAN, Mode.MAJOR),
    TECHNO("techno", 122, 142, -14, Mode.MINOR, Mode.PHRYGIAN, Mode.DORIAN),
    ROCK("rock", 104, 160, -13.5, Mode.MINOR, Mode.MIXOLYDIAN, Mode.MAJOR),
    FOLK("folk", 84, 128, -18, Mode.MAJOR, Mode.DORIAN, Mode.MIXOLYDIAN),
    JAZZ("jazz", 104, 190, -18, Mode.DORIAN, Mode.MAJOR),
    DUB("dub", 64, 84, -16, Mode.MINOR, Mode.DORIAN),
    CHIPTUNE("chiptune", 124, 176, -16, Mode.MAJOR, Mode.MINOR);

    private final String label;
    private final int slowestBpm;
    private final int fastestBpm;
    private final double loudnessDb;
    private final List<Mode> modes;

    Style(String label, int slowestBpm, int fastestBpm, double loudnessDb, Mode... modes) {
        this.label = label;
        this.slowestBpm = slowestBpm;
        this.fastestBpm = fastestBpm;
        this.loudnessDb = loudnessDb;
        this.modes = List.of(modes);
    }

    /** The word for it, in lower case: fit for a genre column. */
    public String label() {
        return label;
    }

    /** Lower end of its tempo, in beats a minute. */
    public int slowestBpm() {
        return slowestBpm;
    }

    /** Upper end of its tempo, in beats a minute. */
    public int fastestBpm() {
        return fastestBpm;
    }

    /** The modes its songs are in. */
    public List<Mode> modes() {
        return modes;
    }

    /** Level that a finished song is brought to: root mean square, in dB below full scale. */
    double loudnessDb() {
        return loudnessDb;
    }
}
