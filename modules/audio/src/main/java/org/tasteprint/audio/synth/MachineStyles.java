package org.tasteprint.audio.synth;

import org.tasteprint.audio.synth.Chord.Shape;
import org.tasteprint.audio.synth.Part.Mix;

/** How music is arranged that machines play. */
final class MachineStyles {
    private static final double[][] SLOW = {{2}, {1, 1}, {3, -1}, {-1, 2}, {1.5, 0.5}};
    private static final double[][] HOOK = {{0.5}, {0.25, 0.25}, {0.5, 0.25, 0.25}, {0.75, 0.25}, {1}};

    private MachineStyles() {}

    /** Pads that melt into one another, a drone, a few notes that fall into a large room. */
    static void ambient(Sketch sketch) {
        sketch.form(new Section("drift", 4, 0.8), new Section("swell", 4, 1), new Section("drift", 4, 0.9));
        sketch.harmony(
                Shape.ADDED_NINTH,
                new int[] {0, 3},
                new int[] {0, 0, 4, 3},
                new int[] {0, 4, 1, 0},
                new int[] {0, 1});
        sketch.room(sketch.between(4, 7), 1.5, sketch.between(0.4, 0.6));
        Instrument pad = sketch.pick(Instrument.SYNTH_PAD, Instrument.SYNTH_PAD, Instrument.STRINGS);
        sketch.layer(pad, new Mix(0.6, -0.2, 0.6, 0), 0, Figures.pad(sketch.pick(55, 60, 64), 0.8));
        sketch.layer(Instrument.SYNTH_PAD, new Mix(0.5, 0.2, 0.5, 0), 0, Figures.drone(43, 0.8));
        Instrument bells =
                sketch.pick(Instrument.VIBRAPHONE, Instrument.ELECTRIC_PIANO, Instrument.PIANO, Instrument.FLUTE);
        sketch.layer(bells, new Mix(0.55, 0.3, 0.7, 0.5), 0.7, new Melody(sketch, SLOW, 64, 84, 1.0, 0.6));
        if (sketch.dense(0.45)) {
            int[] order = sketch.pick(new int[] {0, 2, 1, 3}, new int[] {0, 1, 2, 3, 4, 3, 2, 1});
            sketch.layer(
                    Instrument.ELECTRIC_PIANO,
                    new Mix(0.35, -0.4, 0.6, 0.5),
                    0.7,
                    Figures.broken(order, sketch.dense(0.75) ? 0.25 : 0.5, 67, 0.8, 0.55));
        }
    }

    /** Four kicks to the bar, hats between them, a bass that pumps and a riff that opens its filter. */
    static void techno(Sketch sketch) {
        sketch.form(
                new Section("groove", 4, 0.7), new Section("build", 4, 0.8), new Section("drop", 8, 1),
                new Section("break", 4, 0.6));
        sketch.harmony(
                Shape.SUSPENDED,
                new int[] {0, 0, 0, 0},
                new int[] {0, 0, 5, 6},
                new int[] {0, 0, 0, 1},
                new int[] {0, 0, 3, 3});
        sketch.room(sketch.between(1, 2.2), 0.75, sketch.between(0.3, 0.5));
        Groove drums = new Groove().with(Drum.KICK, "x...x...x...x...").with(Drum.OPEN_HAT, "..x...x...x...x.");
        drums.with(Drum.CLOSED_HAT, sketch.dense(0.5) ? "xo.oxo.oxo.oxo.o" : "o...o...o...o...");
        if (sketch.dense(0.3)) {
            drums.with(sketch.pick(Drum.SNARE, Drum.RIM), "....x.......x...");
        }
        sketch.layer(Instrument.DRUM_MACHINE, new Mix(1, 0, 0.05, 0), 0, drums);
        String bass = sketch.pick("..1...1...1...1.", ".111.111.111.111", "..11..18..11..18", "1.1.1.1.1.1.1.1.");
        sketch.layer(Instrument.SYNTH_BASS, new Mix(0.75, 0, 0, 0), 0.5, Figures.riff(bass, 36, 0.7, 0.9));
        String riff = Figures.randomRiff(16, 0.3 + 0.5 * sketch.density(), sketch.random());
        Instrument lead = sketch.pick(Instrument.SYNTH_LEAD, Instrument.SYNTH_LEAD, Instrument.SYNTH_BASS);
        sketch.layer(lead, new Mix(0.5, 0.2, 0.15, 0.35), 0.65, Figures.riff(riff, sketch.pick(60, 67), 0.6, 0.8));
        if (sketch.chance(0.7)) {
            String stabs = sketch.pick("x..x..x.........", "..x..x....x..x..", "x.......x..x....");
            sketch.layer(
                    Instrument.SYNTH_LEAD,
                    new Mix(0.35, -0.35, 0.3, 0.4),
                    sketch.dense(0.5) ? 0.75 : 0.95,
                    Figures.chops(stabs, 60, 0.2));
        }
        if (sketch.dense(0.5)) {
            sketch.layer(Instrument.SYNTH_PAD, new Mix(0.3, 0, 0.5, 0), 0.6, Figures.pad(60, 0.7));
        }
    }

    /** Two pulse voices (one of them in rapid broken chords), a triangle bass, and noise for drums. */
    static void chiptune(Sketch sketch) {
        sketch.form(new Section("stage", 4, 0.8), new Section("boss", 4, 1), new Section("stage", 4, 0.9));
        sketch.harmony(
                Shape.TRIAD,
                new int[] {0, 4, 5, 3},
                new int[] {5, 3, 0, 4},
                new int[] {0, 6, 5, 6},
                new int[] {0, 2, 3, 4},
                new int[] {0, 0, 5, 6});
        sketch.room(0.3, 0.5, 0.3);
        Instrument pulse = Instrument.CHIP_PULSE;
        sketch.layer(pulse, new Mix(0.8, 0.15, 0, 0.2), 0, new Melody(sketch, HOOK, 67, 88, 0.85, 0.85));
        int[] order = sketch.pick(new int[] {0, 1, 2}, new int[] {0, 1, 2, 3}, new int[] {0, 2, 1, 3});
        double step = sketch.dense(0.5) ? 0.125 : 0.25;
        sketch.layer(pulse, new Mix(0.45, -0.3, 0, 0), 0.5, Figures.broken(order, step, 64, 0.9 * step, 0.7));
        String bass = sketch.pick("1.8.1.8.1.8.1.8.", "1.1.1.1.5.5.1.1.", "1...1.8.1...5.8.");
        sketch.layer(Instrument.CHIP_TRIANGLE, new Mix(0.75, 0, 0, 0), 0, Figures.riff(bass, 43, 0.75, 0.95));
        if (sketch.dense(0.15)) {
            Groove drums = new Groove().with(Drum.KICK, "x.......x.x.....").with(Drum.SNARE, "....x.......x...");
            drums.with(Drum.CLOSED_HAT, sketch.dense(0.5) ? "o.-.o.-.o.-.o.-." : "..o...o...o...o.").fills();
            sketch.layer(Instrument.CHIP_DRUMS, new Mix(0.7, 0, 0, 0), 0.5, drums);
        }
    }
}
