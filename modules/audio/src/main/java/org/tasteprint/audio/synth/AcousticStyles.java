package org.tasteprint.audio.synth;

import org.tasteprint.audio.synth.Chord.Shape;
import org.tasteprint.audio.synth.Part.Mix;

/** How music is arranged that is played by hand on wood and strings. */
final class AcousticStyles {
    private static final double[][] RUNNING = {{0.5, 0.5}, {0.25, 0.25, 0.25, 0.25}, {0.5, 0.25, 0.25}, {1}};
    private static final double[][] CALM = {{1}, {1, 1}, {1.5, 0.5}, {2}};
    private static final double[][] SONG = {{1}, {0.5, 0.5}, {1.5, 0.5}, {2}, {-0.5, 0.5}};
    private static final double[][] BEBOP = {{0.5, 0.5}, {0.5, 0.5, 0.5, 0.5}, {-0.5, 0.5}, {1}, {-1}, {1.5, -0.5}};

    private AcousticStyles() {}

    /** Harpsichord or piano in broken chords, a tune that runs, a second voice, a bass that never rests. */
    static void baroque(Sketch sketch) {
        if (sketch.chance(0.35)) {
            sketch.waltz();
        }
        sketch.form(new Section("theme", 4, 0.6), new Section("episode", 4, 1), new Section("theme", 4, 0.8));
        sketch.harmony(
                Shape.TRIAD,
                new int[] {0, 4, 5, 2, 3, 0, 3, 4},
                new int[] {0, 3, 4, 0},
                new int[] {0, 5, 3, 4, 0, 3, 4, 0},
                new int[] {0, 5, 3, 4});
        sketch.room(sketch.between(1.4, 2.6), 0.75, 0.1);
        Instrument keys = sketch.chance(0.7) ? Instrument.HARPSICHORD : Instrument.PIANO;
        Instrument tune = sketch.pick(Instrument.FLUTE, Instrument.STRINGS, keys);
        int[] order = sketch.pick(new int[] {0, 1, 2, 1}, new int[] {0, 2, 1, 2}, new int[] {0, 1, 2, 3, 2, 1});
        double step = sketch.dense(0.4) ? 0.25 : 0.5;
        sketch.layer(keys, new Mix(0.7, -0.3, 0.3, 0), 0, Figures.broken(order, step, 62, 0.6, 0.8));
        sketch.layer(
                tune,
                new Mix(0.95, 0.2, 0.4, 0),
                0.5,
                new Melody(sketch, sketch.dense(0.45) ? RUNNING : SONG, 67, 86, 0.9, 0.85));
        if (sketch.dense(0.35)) {
            Instrument second = tune == Instrument.STRINGS ? Instrument.FLUTE : Instrument.STRINGS;
            sketch.layer(second, new Mix(0.6, 0.45, 0.4, 0), 0.8, new Melody(sketch, CALM, 60, 76, 0.95, 0.7));
        }
        String bass = sketch.beatsPerBar() == 3 ? "1...5...3..." : sketch.pick("1...3...5...8...", "1.......5.......");
        sketch.layer(Instrument.STRINGS, new Mix(0.6, 0, 0.3, 0), 0.5, Figures.riff(bass, 45, 0.9, 0.8));
    }

    /** A guitar strummed or picked, a plain tune, a bass on one and three, at most a soft drum. */
    static void folk(Sketch sketch) {
        boolean waltz = sketch.chance(0.3);
        if (waltz) {
            sketch.waltz();
        }
        sketch.form(new Section("verse", 4, 0.6), new Section("chorus", 4, 1), new Section("verse", 4, 0.7));
        sketch.harmony(
                Shape.TRIAD,
                new int[] {0, 3, 0, 4},
                new int[] {0, 4, 5, 3},
                new int[] {0, 6, 3, 0},
                new int[] {0, 0, 3, 4});
        sketch.room(sketch.between(0.5, 1.1), 0.5, 0.1);
        String strum = waltz ? "x...o.o.o.o." : sketch.pick("x...o.o...o.o.o.", "x...x.o.o.o.x.o.", "x.......x...o.o.");
        Figure guitar = sketch.chance(0.55)
                ? Figures.strum(strum, 52, 0.02)
                : Figures.broken(sketch.pick(new int[] {0, 2, 1, 3}, new int[] {0, 3, 2, 1}), 0.5, 55, 1.4, 0.9);
        sketch.layer(Instrument.ACOUSTIC_GUITAR, new Mix(0.8, -0.25, 0.15, 0), 0, guitar);
        if (sketch.dense(0.55)) {
            sketch.layer(
                    Instrument.ACOUSTIC_GUITAR,
                    new Mix(0.5, 0.4, 0.15, 0),
                    0.7,
                    Figures.broken(new int[] {0, 1, 2, 3, 2, 1}, 0.25, 64, 0.8, 0.8));
        }
        Instrument tune = sketch.pick(Instrument.FLUTE, Instrument.ACOUSTIC_GUITAR, Instrument.STRINGS);
        sketch.layer(tune, new Mix(0.85, 0.2, 0.25, 0), 0.6, new Melody(sketch, SONG, 64, 81, 0.9, 0.85));
        if (sketch.dense(0.2)) {
            String bass = waltz ? "1..........." : "1.......5.......";
            sketch.layer(Instrument.UPRIGHT_BASS, new Mix(0.7, 0, 0.05, 0), 0.5, Figures.riff(bass, 40, 0.85, 0.85));
        }
        if (sketch.dense(0.6)) {
            String stamp = waltz ? "o..........." : "o.......o.......";
            String tap = waltz ? "....-...-..." : "....-.......-...";
            sketch.layer(
                    Instrument.DRUMS,
                    new Mix(0.4, 0, 0.15, 0),
                    0.7,
                    new Groove().with(Drum.KICK, stamp).with(Drum.BRUSH, tap));
        }
    }

    /** A swung ride cymbal, a walking bass, sparse sevenths on the keys, a tune in eighths. */
    static void jazz(Sketch sketch) {
        sketch.swing(sketch.between(0.6, 0.67));
        sketch.form(new Section("head", 4, 0.7), new Section("solo", 8, 1), new Section("head", 4, 0.8));
        sketch.harmony(
                Shape.SEVENTH,
                new int[] {1, 4, 0, 0},
                new int[] {0, 5, 1, 4},
                new int[] {2, 5, 1, 4},
                new int[] {0, 1, 2, 1},
                new int[] {0, 3, 0, 3});
        sketch.room(sketch.between(0.6, 1.2), 0.5, 0.1);
        Instrument keys = sketch.pick(Instrument.PIANO, Instrument.ELECTRIC_PIANO, Instrument.PIANO);
        Instrument tune = sketch.pick(Instrument.VIBRAPHONE, Instrument.FLUTE, Instrument.PIANO, Instrument.ORGAN);
        sketch.layer(Instrument.UPRIGHT_BASS, new Mix(0.85, 0, 0.08, 0), 0, Figures.walk(41));
        String comp = sketch.pick("x.....o.........", "......x.......o.", "o.....x.......o...o.......x.....");
        sketch.layer(keys, new Mix(0.5, -0.35, 0.2, 0), 0.5, Figures.chops(comp, 58, 0.4));
        sketch.layer(tune, new Mix(0.75, 0.25, 0.25, 0), 0.6, new Melody(sketch, BEBOP, 62, 82, 0.85, 0.85));
        Groove drums = new Groove().with(Drum.RIDE, "x...x.o.x...x.o.").with(Drum.CLOSED_HAT, "....o.......o...");
        if (sketch.dense(0.4)) {
            drums.with(Drum.KICK, "-.......-.......").with(Drum.BRUSH, "......-.......-.").ghosts(0.08);
        }
        sketch.layer(Instrument.DRUMS, new Mix(0.6, 0.15, 0.12, 0), 0.5, drums);
    }
}
