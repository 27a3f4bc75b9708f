package org.tasteprint.audio.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A tune: two motifs of a bar each (a rhythm and a contour, walked at random) that follow one another as A A B A, bent to the
 * chord on every full beat, and resting on a long note at the end of the phrase.
 */
final class Melody implements Figure {
    private static final int PHRASE_BARS = 4;

    private final List<Motif> motifs = new ArrayList<>();
    private final int lowest;
    private final int highest;
    private final double velocity;
    private final double gate;
    private int degree;

    /** Durations in beats (a negative one is a rest), and the steps of the scale between the notes. */
    private record Motif(double[] rhythm, int[] steps) {}

    /**
     * @param cells   groups of durations in beats that bars are filled with; a negative duration is a rest
     * @param low     MIDI number of the lowest note
     * @param high    MIDI number of the highest note, at least an octave higher
     * @param gate    share of its time that a note is held
     */
    Melody(Sketch sketch, double[][] cells, int low, int high, double gate, double velocity) {
        this.lowest = sketch.scale().degreeBelow(low) + 1;
        this.highest = sketch.scale().degreeBelow(high);
        this.gate = gate;
        this.velocity = velocity;
        this.degree = (lowest + highest) / 2;
        for (int i = 0; i < 2; i++) {
            double[] rhythm = rhythm(cells, sketch.beatsPerBar(), sketch.random());
            motifs.add(new Motif(rhythm, contour(rhythm.length, sketch.random())));
        }
    }

    @Override
    public void play(Bar bar, Line line, SplittableRandom random) {
        int inPhrase = bar.inSection() % PHRASE_BARS;
        Motif motif = motifs.get(inPhrase == 2 ? 1 : 0);
        double beat = 0;
        for (int i = 0; i < motif.rhythm().length; i++) {
            double beats = Math.abs(motif.rhythm()[i]);
            boolean rests = inPhrase == PHRASE_BARS - 1 && beat >= bar.beats() / 2.0;
            if (rests) {
                degree = bar.chord().nearest(degree);
                line.add(bar.beat() + beat, (bar.beats() - beat) * 0.9, pitch(bar), velocity);
                return;
            }
            step(motif.steps()[i]);
            if (beat == Math.rint(beat)) {
                degree = bar.chord().nearest(degree);
                step(0);
            }
            if (motif.rhythm()[i] > 0) {
                line.add(bar.beat() + beat, gate * beats, pitch(bar), velocity * (beat == 0 ? 1 : 0.85));
            }
            beat += beats;
        }
    }

    private int pitch(Bar bar) {
        return bar.chord().scale().pitch(degree);
    }

    /** Moves by a number of degrees, turning back at the ends of the range. */
    private void step(int degrees) {
        degree += degrees;
        if (degree > highest) {
            degree = Math.max(lowest, 2 * highest - degree);
        } else if (degree < lowest) {
            degree = Math.min(highest, 2 * lowest - degree);
        }
    }

    private static double[] rhythm(double[][] cells, int beats, SplittableRandom random) {
        List<Double> rhythm = new ArrayList<>();
        double left = beats;
        while (left > 1e-9) {
            double[] cell = cells[random.nextInt(cells.length)];
            for (double duration : cell) {
                double fitting = Math.min(Math.abs(duration), left);
                if (fitting > 1e-9) {
                    rhythm.add(Math.copySign(fitting, duration));
                    left -= fitting;
                }
            }
        }
        // A motif that only rests would be silence.
        rhythm.set(0, Math.abs(rhythm.getFirst()));
        return rhythm.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static int[] contour(int notes, SplittableRandom random) {
        int[] steps = {1, 1, 1, -1, -1, -1, -1, 2, -2, 0, 3};
        return random.ints(notes, 0, steps.length).map(i -> steps[i]).toArray();
    }
}
