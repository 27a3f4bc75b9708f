package org.tasteprint.audio.synth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** A part that is being written: swings what is written straight, and plays it as unevenly as hands do. */
final class Line {
    private static final double SHORTEST_BEATS = 0.05;

    private final double swing;
    private final double unevenness;
    private final SplittableRandom random;
    private final List<Note> notes = new ArrayList<>();

    /**
     * @param swing      where in a beat its second half begins: 0.5 straight, 0.67 triplets
     * @param unevenness the furthest that a note is early or late, in beats
     */
    Line(double swing, double unevenness, SplittableRandom random) {
        this.swing = swing;
        this.unevenness = unevenness;
        this.random = random;
    }

    /** Adds a note, times in straight beats; a velocity above 1 is 1. */
    void add(double beat, double beats, int pitch, double velocity) {
        double off = unevenness * (2 * random.nextDouble() - 1);
        double begin = Math.max(0, swung(beat) + off);
        double held = Math.max(SHORTEST_BEATS, swung(beat + beats) - swung(beat));
        double touch = 1 - 4 * unevenness * random.nextDouble();
        notes.add(new Note(begin, held, pitch, Math.clamp(velocity * touch, 0.05, 1.0)));
    }

    List<Note> notes() {
        return notes.stream().sorted(Comparator.comparingDouble(Note::beat)).toList();
    }

    private double swung(double beat) {
        double whole = Math.floor(beat);
        double fraction = beat - whole;
        return whole + (fraction < 0.5 ? 2 * swing * fraction : swing + 2 * (1 - swing) * (fraction - 0.5));
    }
}
