package org.tasteprint.audio.synth;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/** A drum part: a pattern for every drum, a fill at the end of a section, a cymbal at the beginning of a full one. */
final class Groove implements Figure {
    private static final double STEP = 0.25;
    private static final double FULL = 0.8;

    private final Map<Drum, String> patterns = new EnumMap<>(Drum.class);
    private double ghosts;
    private boolean fills;

    /** Adds a drum; the pattern is one of {@link Figures}. */
    Groove with(Drum drum, String pattern) {
        patterns.put(drum, pattern);
        return this;
    }

    /** Adds soft strokes of the snare where it rests, with this probability each. */
    Groove ghosts(double probability) {
        ghosts = probability;
        return this;
    }

    /** Lets the last beat of a section be a roll, and its first a crash. */
    Groove fills() {
        fills = true;
        return this;
    }

    @Override
    public void play(Bar bar, Line line, SplittableRandom random) {
        int fillFrom = fills && bar.lastOfSection() ? bar.steps() - 4 : bar.steps();
        patterns.forEach((drum, pattern) -> {
            for (int step = 0; step < bar.steps(); step++) {
                double velocity = Figures.velocity(bar.sign(pattern, step));
                boolean rolls = step >= fillFrom && drum != Drum.KICK;
                if (velocity > 0 && !rolls) {
                    hit(bar, step, drum, velocity, line);
                } else if (drum == Drum.SNARE && step < fillFrom && random.nextDouble() < ghosts) {
                    hit(bar, step, drum, 0.22, line);
                }
            }
        });
        for (int step = fillFrom; step < bar.steps(); step++) {
            hit(bar, step, step % 4 < 2 ? Drum.SNARE : Drum.TOM, 0.6 + 0.1 * (step % 4), line);
        }
        if (fills && bar.inSection() == 0 && bar.section().intensity() >= FULL) {
            hit(bar, 0, Drum.CRASH, 0.6, line);
        }
    }

    private static void hit(Bar bar, int step, Drum drum, double velocity, Line line) {
        line.add(bar.beat() + step * STEP, STEP, drum.pitch(), velocity);
    }
}
