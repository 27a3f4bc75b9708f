package org.tasteprint.audio.synth;

import java.util.SplittableRandom;

/**
 * Where a song lies within what its style allows.
 *
 * @param pace       0: as slow as the style gets; 1: as fast
 * @param brightness 0: dark, muffled; 1: bright, sharp
 * @param density    0: few parts and few notes; 1: many
 */
public record Leaning(double pace, double brightness, double density) {
    public Leaning {
        requireShare("pace", pace);
        requireShare("brightness", brightness);
        requireShare("density", density);
    }

    /** Draws a leaning with every property uniform in 0..1. */
    public static Leaning random(SplittableRandom random) {
        return new Leaning(random.nextDouble(), random.nextDouble(), random.nextDouble());
    }

    /**
     * A leaning close to this one, as the songs of one artist are.
     *
     * @param spread the furthest that a property moves, in 0..1
     */
    public Leaning near(double spread, SplittableRandom random) {
        return new Leaning(
                moved(pace, spread, random), moved(brightness, spread, random), moved(density, spread, random));
    }

    private static double moved(double value, double spread, SplittableRandom random) {
        return Math.clamp(value + spread * (2 * random.nextDouble() - 1), 0.0, 1.0);
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s must be in 0..1; %s=%s".formatted(name, name, value));
        }
    }
}
