package org.tasteprint.audio.synth;

import org.tasteprint.audio.synth.Chord.Shape;
import org.tasteprint.audio.synth.Part.Mix;

/** How music is arranged that a band plays through amplifiers. */
final class BandStyles {
    private static final double[][] SHOUTED = {{0.5, 0.5}, {1}, {1.5, 0.5}, {0.5, 0.5, 1}, {-0.5, 0.5}};
    private static final double[][] SPARE = {{1}, {0.5, 0.5}, {-1}, {1.5, -0.5}, {-0.5, 0.5, 1}};

    private BandStyles() {}

    /** Two walls of distorted guitar, bass in eighths, snare on two and four. */
    static void rock(Sketch sketch) {
        sketch.form(
                new Section("riff", 2, 0.7), new Section("verse", 4, 0.6), new Section("chorus", 4, 1),
                new Section("verse", 4, 0.7), new Section("chorus", 4, 1));
        sketch.harmony(
                Shape.POWER,
                new int[] {0, 6, 3, 0},
                new int[] {0, 5, 2, 6},
                new int[] {0, 3, 0, 4},
                new int[] {0, 0, 3, 6});
        sketch.room(sketch.between(0.6, 1.2), 0.75, 0.2);
        String muted = sketch.pick("x.oox.oox.oox.oo", "x.x.x.x.x.x.x.x.", "x..x..x.x..x..x.");
        String open = sketch.pick("x.....x.x.......", "x.......x...x...", "x...............");
        Instrument guitar = Instrument.DISTORTED_GUITAR;
        sketch.layer(guitar, new Mix(0.62, -0.6, 0.1, 0), 0, Figures.strum(muted, 43, 0.01));
        sketch.layer(guitar, new Mix(0.55, 0.6, 0.1, 0), 0.65, Figures.strum(open, 50, 0.015));
        String bass = sketch.pick("1.1.1.1.1.1.1.1.", "1...1.1.1...1.1.", "1.1.1.1.5.5.4.4.");
        sketch.layer(Instrument.ELECTRIC_BASS, new Mix(0.7, 0, 0, 0), 0, Figures.riff(bass, 36, 0.85, 0.95));
        String kick = sketch.pick("x.....x.x.......", "x.......x.x.....", "x..x....x.x.....");
        String hats = sketch.dense(0.5) ? "x.o.x.o.x.o.x.o." : "x...x...x...x...";
        Groove drums = new Groove().with(Drum.KICK, kick).with(Drum.SNARE, "....x.......x...").fills();
        drums.with(sketch.chance(0.3) ? Drum.OPEN_HAT : Drum.CLOSED_HAT, hats);
        sketch.layer(Instrument.DRUMS, new Mix(0.95, 0, 0.12, 0), 0, drums.ghosts(sketch.density() * 0.08));
        Instrument lead = sketch.pick(guitar, guitar, Instrument.ORGAN);
        sketch.layer(
                lead,
                new Mix(lead == guitar ? 0.6 : 0.5, 0.1, 0.2, 0.2),
                sketch.dense(0.5) ? 0.6 : 0.9,
                new Melody(sketch, SHOUTED, 64, 81, 0.95, 0.9));
    }

    /** A heavy bass, chords on the off-beat, drums with room between them, and an echo that answers. */
    static void dub(Sketch sketch) {
        sketch.swing(sketch.between(0.5, 0.56));
        sketch.form(new Section("theme", 4, 0.7), new Section("version", 4, 0.85), new Section("theme", 4, 1));
        sketch.harmony(
                Shape.TRIAD, new int[] {0, 3}, new int[] {0, 0, 3, 3}, new int[] {0, 6}, new int[] {0, 0, 6, 5});
        sketch.room(sketch.between(1.5, 2.6), 0.75, sketch.between(0.45, 0.62));
        String bass = sketch.pick("1.....1.3...5...", "1..1..5.....3.1.", "....1.1.5...3...1.......5.3.1...");
        sketch.layer(Instrument.ELECTRIC_BASS, new Mix(1.15, 0, 0, 0), 0, Figures.riff(bass, 34, 0.8, 0.95));
        Instrument skank = sketch.pick(Instrument.ORGAN, Instrument.ACOUSTIC_GUITAR, Instrument.PIANO);
        String offBeats = sketch.dense(0.5) ? "..x...x...x...x." : "....x.......x...";
        sketch.layer(skank, new Mix(0.6, -0.3, 0.2, 0.35), 0, Figures.chops(offBeats, 64, 0.16));
        if (sketch.dense(0.45)) {
            sketch.layer(
                    Instrument.ORGAN,
                    new Mix(0.4, 0.35, 0.15, 0.1),
                    0.7,
                    Figures.chops(sketch.pick("..o.o...o.o.....", "....o.o.....o.o."), 57, 0.2));
        }
        Groove drums = sketch.chance(0.6)
                ? new Groove().with(Drum.KICK, "........x.......").with(Drum.RIM, "........x.......")
                : new Groove().with(Drum.KICK, "x...x...x...x...").with(Drum.SNARE, "........x.......");
        drums.with(Drum.CLOSED_HAT, sketch.dense(0.35) ? "o.-.o.-.o.-.o.--" : "o...o...o...o...").fills();
        sketch.layer(Instrument.DRUMS, new Mix(0.8, 0, 0.2, 0.12), 0, drums);
        Instrument tune = sketch.pick(Instrument.FLUTE, Instrument.SYNTH_LEAD, Instrument.ORGAN);
        sketch.layer(
                tune,
                new Mix(0.5, 0.25, 0.3, 0.6),
                sketch.dense(0.4) ? 0.8 : 0.95,
                new Melody(sketch, SPARE, 64, 79, 0.8, 0.8));
    }
}
