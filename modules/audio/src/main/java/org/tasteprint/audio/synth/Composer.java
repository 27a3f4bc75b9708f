package org.tasteprint.audio.synth;

import static java.util.Objects.requireNonNull;

import java.util.SplittableRandom;

/** Writes songs: the same style and seed give the same song. */
public final class Composer {
    private Composer() {}

    /** Composes a song anywhere within its style. */
    public static Song compose(Style style, long seed) {
        return compose(style, Leaning.random(new SplittableRandom(~seed)), seed);
    }

    /** Composes a song at a place within its style; the rest (key, mode, form, instruments, notes) follows from the seed. */
    public static Song compose(Style style, Leaning leaning, long seed) {
        requireNonNull(style, "style is null");
        requireNonNull(leaning, "leaning is null");
        Sketch sketch = new Sketch(style, leaning, new SplittableRandom(seed));
        switch (style) {
            case BAROQUE -> AcousticStyles.baroque(sketch);
            case FOLK -> AcousticStyles.folk(sketch);
            case JAZZ -> AcousticStyles.jazz(sketch);
            case ROCK -> BandStyles.rock(sketch);
            case DUB -> BandStyles.dub(sketch);
            case AMBIENT -> MachineStyles.ambient(sketch);
            case TECHNO -> MachineStyles.techno(sketch);
            case CHIPTUNE -> MachineStyles.chiptune(sketch);
        }
        return sketch.song();
    }
}
